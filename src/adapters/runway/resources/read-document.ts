import type { Document } from '../../../domain/resource/resources.js';
import type { AnswerObject } from '../outcomes/answer-object.js';

export function readDocument(answer: AnswerObject): Document {
  return {
    id: answer.id(),
    name: answer.text('name'),
    type: answer.text('type'),
    content: answer.text('content'),
    usedBy: answer.objects('usedBy').map((avatar) => ({
      avatarId: avatar.id(),
      name: avatar.text('name'),
      imageUrl: avatar.urlOrNull('imageUrl'),
    })),
    createdAt: answer.time('createdAt'),
    updatedAt: answer.time('updatedAt'),
  };
}
