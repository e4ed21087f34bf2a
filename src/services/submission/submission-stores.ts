import type { PoolHoldStore } from '../../ports/dispatch/pool-hold-store.js';
import type { QueueStore } from '../../ports/dispatch/queue-store.js';
import type { WaitingNoteStore } from '../../ports/dispatch/waiting-note-store.js';
import type { OutcomeStore } from '../../ports/submission/outcome-store.js';
import type { SubmissionStore } from '../../ports/submission/submission-store.js';
import type { TaskStore } from '../../ports/tasks/task-store.js';

/** The stores that a submission goes through. */
export interface SubmissionStores {
  readonly submissions: SubmissionStore;
  readonly outcomes: OutcomeStore;
  readonly queue: QueueStore;
  readonly waitingNotes: WaitingNoteStore;
  readonly holds: PoolHoldStore;
  readonly tasks: TaskStore;
}
