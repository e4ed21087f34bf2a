import type { OutputName } from '../../domain/archive/output-id.js';
import type { InputProblem } from '../../domain/lineage/input-problem.js';

/** An output as an upload of one Runway account. */
export type OutputUpload = OutputName &
  (
    | { readonly status: 'WAITING' }
    | { readonly status: 'DONE'; readonly runwayUri: string }
    | { readonly status: 'FAILED'; readonly problem: InputProblem }
  );

/** The right to upload one output. A write under a stale fence changes nothing. */
export interface UploadLease extends OutputName {
  readonly tenantId: string;
  readonly runwayAccount: string;
  readonly fence: number;
  /** Uploads of it that have failed in a row. */
  readonly attempts: number;
}

/** Outputs that are wanted as uploads of an account. */
export interface WantedOutputs {
  readonly tenantId: string;
  readonly runwayAccount: string;
  readonly outputs: readonly OutputName[];
  readonly now: Date;
  /** An upload that ends sooner is made anew. */
  readonly goodUntil: Date;
}

/**
 * Outputs on their way to become inputs. An upload belongs to a tenant, an account and an output, and
 * serves every request of them until it ends. Each method is one transaction.
 */
export interface OutputUploadStore {
  /** The uploads that last; WAITING for all others. Writes nothing. */
  look(wanted: WantedOutputs): Promise<readonly OutputUpload[]>;
  /**
   * The same, and an upload is due for each that is WAITING. With a task, these are its inputs from
   * now on, with the uploads that stand for them when all are DONE.
   */
  claim(wanted: WantedOutputs, taskId: string | null): Promise<readonly OutputUpload[]>;
  /** Leases the upload that is due first, of `only` where it is given. */
  take(
    rules: { readonly now: Date; readonly until: Date },
    only?: Omit<UploadLease, 'fence' | 'attempts'>,
  ): Promise<UploadLease | undefined>;
  /** False under a stale fence. */
  extend(lease: UploadLease, until: Date): Promise<boolean>;
  /** What waits for it alone becomes due. */
  recordDone(
    lease: UploadLease,
    upload: { readonly runwayUri: string; readonly endsAt: Date },
    now: Date,
  ): Promise<void>;
  /** What waits for it becomes due. Until `keptUntil` nothing tries it again. */
  recordFailed(
    lease: UploadLease,
    problem: InputProblem,
    keptUntil: Date,
    now: Date,
  ): Promise<void>;
  /** It failed, and is due again at `dueAt`. */
  putOff(lease: UploadLease, dueAt: Date): Promise<void>;
  /** It was not tried: it is due at once. */
  giveBack(lease: UploadLease, now: Date): Promise<void>;
  /** The task's submission becomes due if it waits for nothing any more. */
  wake(taskId: string, now: Date): Promise<void>;
  /** Null: nothing waits. */
  nextDueAt(): Promise<Date | null>;
  /** For the embedded store, which has one process: every lease is a dead one's. */
  releaseAll(now: Date): Promise<void>;
  /** Forgets uploads that have ended, and those that nothing has waited for since `before`. */
  forgetEnded(limits: { readonly now: Date; readonly before: Date }): Promise<void>;
}
