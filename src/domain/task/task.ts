import type { JsonValue } from '../input/json.js';
import { ENDABLE_KINDS, type CreatableKind, type EndableKind } from '../resource/kinds.js';

/** Runway's statuses, and two of ours: QUEUED (Runway has not answered yet) and UNCONFIRMED. */
export const TASK_STATUSES = [
  'QUEUED',
  'PENDING',
  'THROTTLED',
  'RUNNING',
  'SUCCEEDED',
  'FAILED',
  'CANCELLED',
  'UNCONFIRMED',
] as const;

export type TaskStatus = (typeof TASK_STATUSES)[number];

/** Final statuses. A task reaches one of them once and stays there. */
export const SETTLED_STATUSES = ['SUCCEEDED', 'FAILED', 'CANCELLED'] as const;

export type SettledStatus = (typeof SETTLED_STATUSES)[number];

/** A media file that a task made. Runway's URLs are signed and live 24–48 h. */
export interface Output {
  readonly url: string;
  /** From the URL's file ending; null when the ending is unknown. */
  readonly mimeType: string | null;
  /** From the URL's own signature; null when the signature does not say. */
  readonly expiresAt: string | null;
  /** The workflow node that made it; null for all other tasks. */
  readonly nodeId: string | null;
}

export interface Failure {
  /** Runway's failureCode, an open set, or one of our error codes; null when Runway gave none. */
  readonly code: string | null;
  /** Our own text. */
  readonly message: string;
  readonly retryable: boolean;
  /** Runway's own reason, where it may be shown (see RunwayWords). */
  readonly runwayMessage?: string;
}

export const WAITING_REASONS = [
  'SLOT',
  'TURN',
  'RUNWAY_UNREACHABLE',
  'RUNWAY_UNAUTHORIZED',
  'RUNWAY_RATE_LIMITED',
  'RUNWAY_DAILY_CAP',
  'TENANT_STOPPED',
  'INPUT',
] as const;

/** Why a QUEUED task has not been submitted yet, and until when it waits at least. */
export interface WaitingFor {
  readonly reason: (typeof WAITING_REASONS)[number];
  /** ISO 8601; null when no time is known. */
  readonly until: string | null;
}

/** A task that ended without an output keeps its last known progress; absent: 0. */
export type TaskState =
  | { readonly status: 'QUEUED'; readonly waitingFor: WaitingFor | null }
  | { readonly status: 'PENDING' | 'THROTTLED' | 'UNCONFIRMED' }
  | { readonly status: 'RUNNING'; readonly progress: number; readonly output: readonly Output[] }
  | { readonly status: 'SUCCEEDED'; readonly output: readonly Output[] }
  | { readonly status: 'CANCELLED'; readonly progress?: number }
  | { readonly status: 'FAILED'; readonly failure: Failure; readonly progress?: number };

/**
 * The kind of object that a task's id names upstream. The gateway reads the task's state there: a
 * task of Runway's, or the resource that the task makes. A preview of a voice has no id and is
 * never read.
 */
export type RunwayTaskKind = 'task' | 'workflowInvocation' | 'voicePreview' | CreatableKind;

/** Kinds that Runway can cancel while they are live. */
export type CancellableKind = 'task' | EndableKind;

export function isCancellable(kind: RunwayTaskKind): kind is CancellableKind {
  return kind === 'task' || ENDABLE_KINDS.some((endable) => endable === kind);
}

/** Source of a number of credits: Runway, our price facts, or what is set aside without a ceiling. */
export const ESTIMATE_SOURCES = ['RUNWAY', 'PRICES', 'MAXIMUM'] as const;

export interface Estimate {
  readonly credits: number;
  readonly source: (typeof ESTIMATE_SOURCES)[number];
}

/** Whether the task cannot cost more: Runway's own estimate is its maximum too. */
export function isGuaranteed({ source }: Pick<Estimate, 'source'>): boolean {
  return source !== 'MAXIMUM';
}

export interface Task {
  /** Ours, UUID. */
  readonly id: string;
  readonly tenantId: string;
  /** The root field that made it, e.g. `createTextToVideo`. */
  readonly operation: string;
  readonly model: string | null;
  readonly label: string | null;
  readonly state: TaskState;
  readonly runwayAccount: string;
  readonly runwayTaskId: string | null;
  readonly runwayTaskKind: RunwayTaskKind;
  /** The original GraphQL input; data URIs are reduced to `{ omitted, sha256, bytes }` once sent. */
  readonly input: JsonValue;
  readonly estimate: Estimate;
  /** Credits charged; null while live, and when unknowable. */
  readonly cost: number | null;
  readonly cancelRequestedAt: Date | null;
  readonly createdAt: Date;
  readonly settledAt: Date | null;
  /** W3C `traceparent` of the span that it follows from; null: it is in no trace. */
  readonly traceparent: string | null;
}

export function isSettled(status: TaskStatus): status is SettledStatus {
  return (SETTLED_STATUSES as readonly TaskStatus[]).includes(status);
}

/** Neither settled nor UNCONFIRMED. A limit bounds a tenant's number of such tasks. */
export function isLive(status: TaskStatus): boolean {
  return status === 'QUEUED' || isLiveUpstream(status);
}

/** Known to Runway and not settled: the poller reads these. */
export function isLiveUpstream(status: TaskStatus): boolean {
  return status === 'PENDING' || status === 'THROTTLED' || status === 'RUNNING';
}
