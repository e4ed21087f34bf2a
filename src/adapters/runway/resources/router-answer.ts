import * as z from 'zod';
import type { Router, RouterRequest, RouterSettings } from '../../../domain/resource/router.js';
import {
  amount,
  count,
  flag,
  id,
  listOf,
  listOrEmpty,
  orNull,
  text,
  time,
  type Shape,
} from '../outcomes/answer-shapes.js';
import type { KindAnswers } from './kind-answers.js';
import { MADE } from './processing-state.js';

const maxCredits = z.object({
  audio: orNull(amount),
  image: orNull(amount),
  video: orNull(amount),
});

const settings: Shape<RouterSettings> = z
  .object({
    optimizeFor: orNull(text),
    fallback: orNull(z.object({ onCapacity: orNull(flag) })),
    maxCreditsPerGeneration: orNull(maxCredits),
    models: orNull(z.object({ mode: text, ids: listOf(text) })),
    schemaVersion: count,
  })
  .transform(({ fallback, maxCreditsPerGeneration: max, models, ...given }) => ({
    ...given,
    fallbackOnCapacity: fallback?.onCapacity ?? null,
    maxCreditsPerAudio: max?.audio ?? null,
    maxCreditsPerImage: max?.image ?? null,
    maxCreditsPerVideo: max?.video ?? null,
    modelsMode: models?.mode ?? null,
    modelIds: models?.ids ?? [],
  }));

const router: Shape<Router> = z.object({
  id,
  slug: text,
  name: text,
  description: orNull(text),
  settings,
  version: count,
  createdAt: time,
  updatedAt: time,
});

export const routerAnswers: KindAnswers<Router> = {
  shape: () => router,
  stateWhenMade: () => MADE,
};

const step = z.object({
  type: text,
  filter: orNull(text),
  models: listOrEmpty(text),
  skipped: listOrEmpty(text),
  allExhausted: orNull(flag),
  outcome: orNull(text),
});

/** An entry of the list of what a router has decided. */
export const routerRequest: Shape<RouterRequest> = z
  .object({
    id: text,
    requestId: text,
    status: text,
    model: orNull(text),
    provider: orNull(text),
    reason: orNull(text),
    reasonCode: orNull(text),
    estimatedCredits: orNull(amount),
    emptiedBy: listOf(text),
    pipeline: listOf(step),
    taskId: orNull(id),
    createdAt: time,
  })
  .transform(({ taskId, ...request }) => ({ ...request, runwayTaskId: taskId }));
