import type { AuditedMutation } from '../../domain/audit.js';
import type { JsonObject } from '../../domain/input/json.js';
import type { Failure, RunwayTaskKind, Task, TaskStatus } from '../../domain/task/task.js';
import type { SdkMethod } from '../../generated/facts/sdk-methods.js';
import type { RunwayRequest } from '../upstream/runway-api.js';

/** What of a task only an operator can find out. */
export const OPEN_QUESTIONS = ['SUBMISSION', 'COST', 'STATE'] as const;

/**
 * SUBMISSION: the task is UNCONFIRMED. COST: it has settled, or was deleted since, and its cost
 * could not be read. STATE: it is live, and the last answers of Runway's about it made no sense.
 */
export type OpenQuestion = (typeof OPEN_QUESTIONS)[number];

export interface OpenTask {
  readonly task: Task;
  /** When its submission was last sent; null when it never was. */
  readonly sentAt: Date | null;
  /** Why its submission has no certain outcome; null when it has one. */
  readonly detail: string | null;
}

/** An UNCONFIRMED task whose request was sent. */
export interface LostTask {
  readonly task: Task;
  readonly sentAt: Date;
  /** As Runway was sent it; data URIs are omitted. */
  readonly body: JsonObject;
}

/** Newest first: (createdAt, id) descending. */
export interface OpenTaskPage {
  readonly tasks: readonly OpenTask[];
  readonly hasNextPage: boolean;
}

/**
 * A decision about a task without Runway's answer: that an unconfirmed request became this id
 * (`confirmed`) or nothing (`dismissed`), that a live task is over (`ended`; `givenUp`: by the
 * gateway), what it has cost (`costSet`); or that Runway's own answer came after all (`proved`).
 */
export interface Decision {
  /** ISO 8601. */
  readonly at: string;
  /** A viewer's subject, or a part of the gateway. */
  readonly by: string;
  readonly what: 'confirmed' | 'dismissed' | 'ended' | 'givenUp' | 'costSet' | 'proved';
  readonly before: DecidedState;
  readonly after: DecidedState;
}

interface DecidedState {
  readonly status: TaskStatus;
  readonly runwayTaskId: string | null;
  readonly cost: number | null;
}

/** A task, that there is none, or that it is not in a state that allows the change. */
export type Settlement = Task | 'missing' | 'conflict';

/**
 * What people decide about tasks whose fate the gateway cannot know: over all tenants. Every change
 * writes row, event and ledger in one transaction, and a `Decision` by `by` into the row. Until
 * Runway's own answer proves it, or disproves it (OutcomeStore.recordAccepted), it can be corrected.
 */
export interface SettlementStore {
  listOpen(
    question: OpenQuestion,
    page: {
      readonly first: number;
      readonly after: { readonly createdAt: Date; readonly id: string } | null;
    },
  ): Promise<OpenTaskPage>;
  /** UNCONFIRMED tasks of these kinds that were sent since `sentFrom`: (sentAt, id) ascending. */
  listLost(
    kinds: readonly RunwayTaskKind[],
    page: {
      readonly sentFrom: Date;
      readonly first: number;
      readonly after: { readonly sentAt: Date; readonly id: string } | null;
    },
  ): Promise<readonly LostTask[]>;
  /**
   * Whether what the task's request made may be another's: a request of any tenant for the same
   * kind by the same name (a router's slug) is on its way, or UNCONFIRMED too.
   */
  hasTwin(id: string): Promise<boolean>;
  /**
   * UNCONFIRMED → PENDING under Runway's id, first read due at once (SUCCEEDED, where Runway makes
   * it at once); what it has made is its tenant's. A conflict also when another task has that id
   * (one Runway account may have had several secrets), when it is another tenant's thing, and for a
   * preview, which has none.
   */
  confirm(
    id: string,
    runwayTaskId: string,
    now: Date,
    by?: string,
    audit?: AuditedMutation,
  ): Promise<Settlement>;
  /**
   * The same for an id that only a list of Runway's has named: a conflict also when the task
   * has a twin, so that what another's request has just made is never taken for this one's.
   */
  confirmFound(id: string, runwayTaskId: string, now: Date): Promise<Settlement>;
  /** UNCONFIRMED → FAILED at no cost. */
  dismiss(
    id: string,
    failure: Failure,
    now: Date,
    by?: string,
    audit?: AuditedMutation,
  ): Promise<Settlement>;
  /**
   * Live → FAILED with an unknown cost, where the last answers about it made no sense, or it was
   * accepted before `acceptedBefore`.
   */
  end(
    id: string,
    failure: Failure,
    at: { readonly now: Date; readonly acceptedBefore: Date },
    by: string,
    audit?: AuditedMutation,
  ): Promise<Settlement>;
  /** Settled without a cost, deleted or not → settled at this cost (credits). */
  adjustCost(
    id: string,
    credits: number,
    now: Date,
    by?: string,
    audit?: AuditedMutation,
  ): Promise<Settlement>;
  /**
   * A task that was decided without proof → PENDING under this id of Runway's, as
   * `confirm`. A conflict also when it is followed or has succeeded under this id.
   */
  correctId(
    id: string,
    runwayTaskId: string,
    now: Date,
    by: string,
    audit?: AuditedMutation,
  ): Promise<Settlement>;
  /**
   * One that was said to have an id → FAILED at no cost; what was made under the id has no owner.
   */
  correctToUnsubmitted(
    id: string,
    failure: Failure,
    now: Date,
    by: string,
    audit?: AuditedMutation,
  ): Promise<Settlement>;
  /** Settled, deleted or not → settled at this cost (credits), whatever it was before. */
  correctCost(
    id: string,
    credits: number,
    now: Date,
    by: string,
    audit?: AuditedMutation,
  ): Promise<Settlement>;
  /**
   * A task of the tenant with the request that was made of it, without its media; undefined when
   * there is none.
   */
  findRequest(
    tenantId: string,
    id: string,
  ): Promise<
    | { readonly task: Task; readonly sdkMethod: SdkMethod; readonly request: RunwayRequest }
    | undefined
  >;
}
