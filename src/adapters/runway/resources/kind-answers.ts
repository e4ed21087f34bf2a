import type { JsonObject } from '../../../domain/input/json.js';
import type { ResourceSummary } from '../../../domain/resource/resource-summary.js';
import type { RunwayTaskState } from '../../../domain/runway-answer.js';
import type { Shape, UrlShape } from '../outcomes/answer-shapes.js';

/** How Runway answers with one kind of resource. */
export interface KindAnswers<Thing> {
  /** The schema of the resource itself. `url`: a URL that a client may be sent to. */
  readonly shape: (url: UrlShape) => Shape<Thing>;
  /** Where Runway gives the whole list in one answer: its schema, newest first. */
  readonly wholeList?: Shape<readonly ResourceSummary[]>;
  /** What the answer to its creation tells of the task that made it. Absent: PENDING. */
  readonly stateWhenMade?: (answer: JsonObject) => RunwayTaskState;
  /** What a read tells of the task that made it. Absent: its task is never read. */
  readonly read?: {
    /** Undefined for a status that we do not know. */
    readonly stateOf: (status: string, answer: JsonObject) => RunwayTaskState | undefined;
    /** Credits charged; null where they cannot be known. */
    readonly costOf: (state: RunwayTaskState | undefined, answer: JsonObject) => number | null;
  };
}
