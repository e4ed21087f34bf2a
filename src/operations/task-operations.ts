import { mutation, query, subscription } from './rows.js';
import type { Operation } from './operation.js';

/** Tasks of a tenant. */
export const taskOperations = {
  task: query(
    'task:read',
    'One task of your tenant, by id or by the idempotency key it was made with.',
    { cost: 2, strings: { idempotencyKey: 'text' }, keepsToTasks: true },
  ),
  tasks: query('task:read', 'The tasks of your tenant, newest first.', {
    strings: { 'filter.models[]': 'upstreamConstant', 'filter.labels[]': 'text' },
    keepsToTasks: true,
  }),
  usage: query(
    'task:read',
    'What the tasks of your tenant cost, by day, model, key and label, newest day first and the highest cost first. A task counts on the UTC day on which it was accepted, for as long as the gateway keeps it, also when it has been deleted; its label is gone then.',
    { cost: 20 },
  ),
  cancelTask: mutation(
    'task:cancel',
    'Records the wish to cancel a live task. A queued one is cancelled at once; one that Runway knows is read once more and then cancelled. CONFLICT when it has settled.',
    { sdk: ['tasks.delete', 'tasks.retrieve', 'workflowInvocations.retrieve'], keepsToTasks: true },
  ),
  deleteTask: mutation(
    'task:delete',
    'Deletes a settled task and its output, here and at Runway, for ever. CONFLICT when it is live.',
    { sdk: ['tasks.delete'], keepsToTasks: true },
  ),
  taskUpdated: subscription(
    'task:read',
    'Follows one task. Without `after`: a snapshot first. With it: later events only. Completes after settlement. A task that a correction makes live again has later events: subscribe again with your last cursor, or use `tasksUpdated`, which never completes.',
    { keepsToTasks: true },
  ),
  tasksUpdated: subscription(
    'task:read',
    'Follows all tasks of your tenant, from now or from a cursor. Never completes by itself.',
    { keepsToTasks: true },
  ),
} as const satisfies Record<string, Operation>;
