import * as z from 'zod';
import { PROCESSING_STATUSES } from '../../../domain/resource/follow-processing.js';
import type { Voice } from '../../../domain/resource/voice.js';
import { creditsOf, id, line, orNull, statusIn, text, time } from '../outcomes/answer-shapes.js';
import type { KindAnswers } from './kind-answers.js';
import { processingState } from './processing-state.js';

export const voiceAnswers: KindAnswers<Voice> = {
  shape: (url) =>
    z.object({
      id,
      status: statusIn(PROCESSING_STATUSES),
      name: text,
      description: orNull(text),
      previewUrl: url,
      failureReason: orNull(line),
      createdAt: time,
    }),
  read: { stateOf: processingState, costOf: (_state, { cost }) => creditsOf(cost) },
};
