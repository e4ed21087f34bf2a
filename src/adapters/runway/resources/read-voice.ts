import { PROCESSING_STATUSES, type Voice } from '../../../domain/resource/resources.js';
import type { AnswerObject } from '../outcomes/answer-object.js';

export function readVoice(answer: AnswerObject): Voice {
  return {
    id: answer.id(),
    status: answer.status(PROCESSING_STATUSES),
    name: answer.text('name'),
    description: answer.textOrNull('description'),
    previewUrl: answer.urlOrNull('previewUrl'),
    failureReason: answer.lineOrNull('failureReason'),
    createdAt: answer.time('createdAt'),
  };
}
