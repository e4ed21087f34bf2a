import * as z from 'zod';
import type { Avatar, AvatarVoice } from '../../../domain/resource/avatar.js';
import { PROCESSING_STATUSES } from '../../../domain/resource/follow-processing.js';
import { isSettled } from '../../../domain/task/task.js';
import {
  flag,
  id,
  line,
  listOf,
  orNull,
  part,
  statusIn,
  text,
  textOf,
  time,
  type Shape,
} from '../outcomes/answer-shapes.js';
import type { KindAnswers } from './kind-answers.js';
import { processingState } from './processing-state.js';

const named = { name: orNull(text), description: orNull(text) };

const presetVoice = z
  .object({ ...named, presetId: text })
  .transform((voice): AvatarVoice => ({ ...voice, voiceId: null, deleted: false }));

const ownVoice = z
  .object({ ...named, id, deleted: flag })
  .transform(({ id: voiceId, ...voice }): AvatarVoice => ({ ...voice, voiceId, presetId: null }));

/** Null for a kind of voice that we do not know. */
const voice: Shape<AvatarVoice | null> = z
  .looseObject({ type: text })
  .transform((given, context) => {
    if (given.type === 'custom') return part(context, ownVoice, given);
    return given.type === 'runway-live-preset' ? part(context, presetVoice, given) : null;
  });

export const avatarAnswers: KindAnswers<Avatar> = {
  shape: (url) =>
    z
      .object({
        id,
        status: statusIn(PROCESSING_STATUSES),
        name: text,
        personality: text,
        startScript: orNull(text),
        voice: orNull(voice),
        documentIds: listOf(text),
        referenceImageUri: url,
        processedImageUri: url,
        failureReason: orNull(line),
        createdAt: time,
        updatedAt: time,
      })
      .transform(({ referenceImageUri, processedImageUri, ...avatar }) => ({
        ...avatar,
        referenceImageUrl: referenceImageUri,
        processedImageUrl: processedImageUri,
      })),
  stateWhenMade: ({ status }) => processingState(textOf(status) ?? '') ?? { status: 'PENDING' },
  read: {
    stateOf: processingState,
    // Avatars are free.
    costOf: (state) => (state !== undefined && isSettled(state.status) ? 0 : null),
  },
};
