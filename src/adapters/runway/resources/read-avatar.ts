import {
  PROCESSING_STATUSES,
  type Avatar,
  type AvatarVoice,
} from '../../../domain/resource/resources.js';
import type { AnswerObject } from '../outcomes/answer-object.js';

export function readAvatar(answer: AnswerObject): Avatar {
  return {
    id: answer.id(),
    status: answer.status(PROCESSING_STATUSES),
    name: answer.text('name'),
    personality: answer.text('personality'),
    startScript: answer.textOrNull('startScript'),
    voice: voiceIn(answer),
    documentIds: answer.texts('documentIds'),
    referenceImageUrl: answer.urlOrNull('referenceImageUri'),
    processedImageUrl: answer.urlOrNull('processedImageUri'),
    failureReason: answer.lineOrNull('failureReason'),
    createdAt: answer.time('createdAt'),
    updatedAt: answer.time('updatedAt'),
  };
}

/** Null for a kind of voice that we do not know. */
function voiceIn(answer: AnswerObject): AvatarVoice | null {
  const voice = answer.objectOrNull('voice');
  const type = voice?.text('type');
  if (voice === null || (type !== 'runway-live-preset' && type !== 'custom')) return null;
  const isOwn = type === 'custom';
  return {
    presetId: isOwn ? null : voice.text('presetId'),
    voiceId: isOwn ? voice.id() : null,
    name: voice.textOrNull('name'),
    description: voice.textOrNull('description'),
    deleted: isOwn && voice.flag('deleted'),
  };
}
