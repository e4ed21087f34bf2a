import { failureOf } from '../../../domain/task/failure.js';
import { SESSION_STATUSES, type RealtimeSession } from '../../../domain/resource/resources.js';
import type { AnswerObject } from '../outcomes/answer-object.js';

/** The one place where a session key is taken from an answer. */
export function readRealtimeSession(answer: AnswerObject): RealtimeSession {
  const status = answer.status(SESSION_STATUSES);
  const isReady = status === 'READY';
  return {
    id: answer.id(),
    status,
    queued: answer.flagOrNull('queued') ?? false,
    sessionKey: isReady ? answer.text('sessionKey') : null,
    expiresAt: isReady ? answer.time('expiresAt') : null,
    duration: answer.numberOrNull('duration'),
    failureCode: failureOf(answer.textOrNull('failureCode')).code,
    createdAt: answer.time('createdAt'),
  };
}
