import * as z from 'zod';
import type { Document } from '../../../domain/resource/document.js';
import { id, listOf, text, time } from '../outcomes/answer-shapes.js';
import type { KindAnswers } from './kind-answers.js';
import { MADE } from './processing-state.js';

export const documentAnswers: KindAnswers<Document> = {
  shape: (url) =>
    z.object({
      id,
      name: text,
      type: text,
      content: text,
      usedBy: listOf(
        z
          .object({ id, name: text, imageUrl: url })
          .transform(({ id: avatarId, ...use }) => ({ avatarId, ...use })),
      ),
      createdAt: time,
      updatedAt: time,
    }),
  stateWhenMade: () => MADE,
};
