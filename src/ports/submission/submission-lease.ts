import type { JsonValue } from '../../domain/input/json.js';
import type { Estimate } from '../../domain/task/task.js';
import type { SdkMethod } from '../../generated/facts/sdk-methods.js';
import type { LeasedTask } from '../tasks/leased-task.js';
import type { RunwayRequest } from '../upstream/runway-api.js';
import type { Creation } from './new-task.js';

/** The right to send one submission once. A write under a stale fence changes nothing. */
export interface SubmissionLease {
  readonly submissionId: string;
  readonly taskId: string;
  readonly tenantId: string;
  readonly operation: string;
  readonly sdkMethod: SdkMethod;
  readonly runwayAccount: string;
  readonly model: string | null;
  readonly request: RunwayRequest;
  /** NewTask.input, without its data URIs. */
  readonly input: JsonValue;
  /** What it was accepted with. */
  readonly estimate: Estimate;
  /** NewTask.creates. */
  readonly creates: Creation | null;
  readonly fence: number;
  /** When it ends: nothing may be sent that could still be open then. */
  readonly until: Date;
  /** Times this submission was taken before; 0 on the first. */
  readonly attempt: number;
  /**
   * 429s in a row that its pool has met, where it goes first to see whether they are over; null:
   * its pool is not held. See PoolHoldStore.
   */
  readonly poolRefusals: number | null;
  /** Task.traceparent. */
  readonly traceparent: string | null;
  /** Absent where the store has not written the task. */
  readonly leased?: LeasedTask;
}
