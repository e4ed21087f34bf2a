import type { InputProblem } from '../lineage/input-problem.js';
import type { RunwayRefusal, RunwayTaskState } from '../runway-answer.js';

/**
 * The result of one submission, from the socket to the row: at most one POST. The table in
 * submission-decisions.ts decides what each result means.
 */
export type SubmissionResult =
  /** Runway has accepted the request. */
  | {
      readonly kind: 'accepted';
      /** Null where Runway makes nothing that has an id, as for the preview of a voice. */
      readonly runwayId: string | null;
      /** The state in the answer itself: PENDING for every request that takes time. */
      readonly state: RunwayTaskState;
      /** Credits, when Runway said. */
      readonly estimatedCost: number | null;
      /** The model a router chose; null elsewhere. */
      readonly routedModel: string | null;
    }
  /** 400, 401, 403, 404: not accepted, and not to be sent again unchanged. */
  | { readonly kind: 'refused'; readonly refusal: RunwayRefusal }
  /** 429, or 503 in Runway's own shape: not accepted, may be sent again. */
  | {
      readonly kind: 'deferred';
      readonly status: 429 | 503;
      readonly retryAfterMs: number | null;
      readonly isDailyCap: boolean;
    }
  /** No byte of the request left this machine. */
  | { readonly kind: 'unsent'; readonly detail: string }
  /** Runway's certificate did not check: nothing was sent, and trying again will not help. */
  | { readonly kind: 'untrusted'; readonly detail: string }
  /** The request names a resource that is no longer its tenant's: nothing was sent. */
  | { readonly kind: 'withheld' }
  /** The lease was about to end: nothing was sent. */
  | { readonly kind: 'late' }
  /** The upload of an output that it is made from is not there yet: nothing was sent. */
  | { readonly kind: 'unready' }
  /** An output that it is made from can be no input: nothing was sent. */
  | { readonly kind: 'unusable'; readonly problem: InputProblem }
  /** A task may exist: a second POST is a second bill. */
  | { readonly kind: 'ambiguous'; readonly detail: string };

type GatewayKind = 'withheld' | 'late' | 'unready' | 'unusable';

/** The results that Runway's adapter can report. The gateway itself makes the others. */
export type PostResult = Exclude<SubmissionResult, { kind: GatewayKind }>;
