import type { RunwayWords } from './runway-words.js';
import type { TaskState } from './task/task.js';

/** One of Runway's own validation issues (Zod 4), as far as we read it. */
export interface RunwayIssue {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly words: RunwayWords;
  /** Allowed values, where the issue carries them. */
  readonly values: readonly RunwayWords[];
  /** Bounds, a type or a format, where the issue carries them. */
  readonly bounds: readonly RunwayWords[];
}

/** Runway's error body. `error` is a text, never a stable code. */
export interface RunwayRefusal {
  /** HTTP status, a 4xx. */
  readonly status: number;
  readonly words: RunwayWords;
  readonly issues: readonly RunwayIssue[];
  /** Only the text says so: Runway answers 400, not 402. */
  readonly isOutOfCredits: boolean;
  /** Runway's `code` on router endpoints, e.g. `no_eligible_model`. */
  readonly code: string | null;
  /** The filters after which a router had no model left, e.g. `price`. */
  readonly emptiedBy: readonly string[];
  /** A page of Runway's documentation. */
  readonly docUrl: string | null;
}

/** The states that Runway can report of a task. The other states are ours. */
export type RunwayTaskState = Exclude<TaskState, { status: 'QUEUED' | 'UNCONFIRMED' }>;

/** The result of one read of a task, or of the resource that it makes. */
export type ReadOutcome =
  | {
      readonly kind: 'state';
      /** Undefined when Runway named an unknown status, which may be live or final. */
      readonly state: RunwayTaskState | undefined;
      /** Runway's own status, for the log. */
      readonly upstreamStatus: string;
      readonly estimatedCost: number | null;
      readonly cost: number | null;
      /** Runway's reason of a failure. */
      readonly words: RunwayWords | null;
    }
  /** Deleted, cancelled or never there. */
  | { readonly kind: 'missing' }
  /** Network trouble, 5xx, 429, or an answer that does not check. */
  | {
      readonly kind: 'unavailable';
      /** Null when no status came back; 200 of an answer that does not check. */
      readonly status: number | null;
      /**
       * Whether it is a complete answer about a task that makes no sense. False for an incomplete
       * answer, and for one that may come from a proxy in between.
       */
      readonly isSenseless: boolean;
      readonly retryAfterMs: number | null;
      readonly detail: string;
    };
