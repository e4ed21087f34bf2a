import { failureOf } from '../../../domain/task/failure.js';
import type { JsonObject } from '../../../domain/input/json.js';
import type { RunwayTaskState } from '../../../domain/runway-answer.js';
import { isAmount, textOf, toCredits } from './json-shape.js';

/** Credits of a live session: once, and for each started run of seconds. Source: Runway's prices. */
const SESSION_CREDITS = 2;
const SESSION_RUN_CREDITS = 2;
const SESSION_RUN_SECONDS = 6;

const MADE: RunwayTaskState = { status: 'SUCCEEDED', output: [] };
const UNDER_WAY: RunwayTaskState = { status: 'RUNNING', progress: 0, output: [] };

/** How far an avatar or a voice is; undefined for a status that we do not know. */
export function processingState(status: string): RunwayTaskState | undefined {
  switch (status) {
    case 'PROCESSING':
      return UNDER_WAY;
    case 'READY':
      return MADE;
    case 'FAILED':
      // Runway gives a text alone, which is neither stable nor meant for code.
      return { status, failure: failureOf(null) };
    default:
      return undefined;
  }
}

/**
 * How far a live session is; undefined for a status that we do not know. It is over when it can no
 * longer cost anything, so READY is on the way as RUNNING is.
 */
export function sessionState(status: string, json: JsonObject): RunwayTaskState | undefined {
  switch (status) {
    case 'NOT_READY':
      return { status: json['queued'] === true ? 'THROTTLED' : 'PENDING' };
    case 'READY':
    case 'RUNNING':
      return UNDER_WAY;
    case 'COMPLETED':
      return MADE;
    case 'FAILED':
      return { status, failure: failureOf(textOf(json['failureCode'])) };
    case 'CANCELLED':
      return { status };
    default:
      return undefined;
  }
}

/** Credits of a session that has ended by itself; null when its length in seconds does not check. */
export function sessionCost(seconds: unknown): number | null {
  if (!isAmount(seconds)) return null;
  const runs = Math.ceil(seconds / SESSION_RUN_SECONDS);
  return toCredits(SESSION_CREDITS + SESSION_RUN_CREDITS * runs);
}
