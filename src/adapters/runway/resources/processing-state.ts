import { failureOf } from '../../../domain/task/failure.js';
import type { RunwayTaskState } from '../../../domain/runway-answer.js';

/** What has been made, and what is still worked on. */
export const MADE: RunwayTaskState = { status: 'SUCCEEDED', output: [] };
export const UNDER_WAY: RunwayTaskState = { status: 'RUNNING', progress: 0, output: [] };

/** How far something is that Runway processes; undefined for a status that we do not know. */
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
