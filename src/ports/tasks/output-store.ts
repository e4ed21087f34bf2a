import type { Output, Task } from '../../domain/task/task.js';

/** Addresses of outputs, which Runway signs anew when a settled task is read again. */
export interface OutputStore {
  /**
   * Takes the right to read a settled task's outputs again; false while the last read of the task,
   * by whichever node, is less than 5 s old.
   */
  takeOutputRead(taskId: string, now: Date): Promise<boolean>;
  /** New addresses of a SUCCEEDED task's files: no event, because nothing happened to the task. */
  recordOutputs(taskId: string, output: readonly Output[]): Promise<Task | undefined>;
}
