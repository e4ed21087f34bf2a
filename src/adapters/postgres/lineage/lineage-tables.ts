import type { InputProblem } from '../../../domain/lineage/input-problem.js';
import type { Defaulted } from '../connection/column-types.js';

/** An output on its way to become an input, or arrived: see OutputUploadStore. */
export interface OutputUploadsTable {
  tenant_id: string;
  runway_account: string;
  output_task_id: string;
  position: number;
  status: 'WAITING' | 'DONE' | 'FAILED';
  runway_uri: Defaulted<string | null>;
  problem: Defaulted<InputProblem | null>;
  ends_at: Defaulted<Date | null>;
  attempts: Defaulted<number>;
  fence: Defaulted<number>;
  lease_until: Defaulted<Date | null>;
  due_at: Date;
  wanted_at: Date;
}

/** What a task is made from. */
export interface TaskInputsTable {
  task_id: string;
  output_task_id: string;
  position: number;
  tenant_id: string;
  /** Of the task. */
  created_at: Date;
  /** The upload that it was sent with. */
  runway_uri: string | null;
}
