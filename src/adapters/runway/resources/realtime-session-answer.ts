import * as z from 'zod';
import type { JsonObject } from '../../../domain/input/json.js';
import {
  SESSION_STATUSES,
  type RealtimeSession,
} from '../../../domain/resource/realtime-session.js';
import type { RunwayTaskState } from '../../../domain/runway-answer.js';
import { failureOf } from '../../../domain/task/failure.js';
import {
  amount,
  anything,
  flag,
  id,
  member,
  orNull,
  statusIn,
  text,
  textOf,
  time,
  toCredits,
  valueOf,
  type Shape,
} from '../outcomes/answer-shapes.js';
import type { KindAnswers } from './kind-answers.js';
import { MADE, UNDER_WAY } from './processing-state.js';

/** Credits of a live session: once, and for each started run of seconds. Source: Runway's prices. */
const SESSION_CREDITS = 2;
const SESSION_RUN_CREDITS = 2;
const SESSION_RUN_SECONDS = 6;

/** The one place where a session key is taken from an answer. */
const session: Shape<RealtimeSession> = z
  .object({
    id,
    status: statusIn(SESSION_STATUSES),
    queued: orNull(flag),
    sessionKey: anything,
    expiresAt: anything,
    duration: orNull(amount),
    failureCode: orNull(text),
    createdAt: time,
  })
  .transform(({ sessionKey, expiresAt, ...given }, context) => {
    const isReady = given.status === 'READY';
    return {
      ...given,
      queued: given.queued ?? false,
      sessionKey: isReady ? member(context, 'sessionKey', text, sessionKey) : null,
      expiresAt: isReady ? member(context, 'expiresAt', time, expiresAt) : null,
      failureCode: failureOf(given.failureCode).code,
    };
  });

export const realtimeSessionAnswers: KindAnswers<RealtimeSession> = {
  shape: () => session,
  read: {
    stateOf: sessionState,
    costOf: (state, { duration }) => (state?.status === 'SUCCEEDED' ? sessionCost(duration) : null),
  },
};

/** It is over when it can no longer cost anything, so READY is on the way as RUNNING is. */
function sessionState(status: string, answer: JsonObject): RunwayTaskState | undefined {
  switch (status) {
    case 'NOT_READY':
      return { status: answer['queued'] === true ? 'THROTTLED' : 'PENDING' };
    case 'READY':
    case 'RUNNING':
      return UNDER_WAY;
    case 'COMPLETED':
      return MADE;
    case 'FAILED':
      return { status, failure: failureOf(textOf(answer['failureCode'])) };
    case 'CANCELLED':
      return { status };
    default:
      return undefined;
  }
}

/** Credits of a session that has ended by itself; null when its length in seconds does not check. */
function sessionCost(duration: unknown): number | null {
  const seconds = valueOf(amount, duration);
  if (seconds === null) return null;
  const runs = Math.ceil(seconds / SESSION_RUN_SECONDS);
  return toCredits(SESSION_CREDITS + SESSION_RUN_CREDITS * runs);
}
