import { mutation, query } from './rows.js';
import type { Operation } from './operation.js';

/** What is decided about tasks that Runway leaves open. */
export const settlementOperations = {
  unconfirmedTasks: query(
    'operator',
    'Tasks of all tenants whose submission, cost or state only an operator can find out, newest first.',
    { sdk: ['organization.retrieveUsage'], cost: 10 },
  ),
  resolveTask: mutation(
    'operator',
    'Records the outcome of an UNCONFIRMED task: with Runway’s id it is PENDING and followed again; not submitted, it is FAILED and its reservation is released. Ends a live task of which Runway’s last answers made no sense, or which is older than 24 hours: it is FAILED, its cost for `adjustCost`. CONFLICT when the task is in another state, or another task has the id. Runway’s own answer, should it come after all, takes the place of what was said.',
    { strings: { 'input.runwayTaskId': 'upstreamConstant' } },
  ),
  correctTask: mutation(
    'operator',
    'Corrects what an operator, or the gateway for want of an answer, has decided of a task: with Runway’s id it is PENDING and followed again, also where it had settled; not submitted, it is FAILED at no cost; a cost replaces the one it has. The budgets follow, watchers get a new event, and the task’s row keeps who decided what and when. CONFLICT where Runway’s own answer says which task it is, nothing would change, or another task has the id.',
    { strings: { 'input.runwayTaskId': 'upstreamConstant' } },
  ),
  resubmitTask: mutation(
    'task:read',
    'Buys the same once more, as a new task of the same request; needs the scope of the mutation that made the first. The first keeps its state and what it reserved. CONFLICT unless it is UNCONFIRMED, FAILED or CANCELLED; INPUT_EXPIRED when its media was given as data URIs, which are not kept.',
    { cost: 100, spends: true, strings: { idempotencyKey: 'text' } },
  ),
  adjustCost: mutation(
    'operator',
    'Sets the cost of a settled task whose cost could not be read, also where its owner has deleted it, and corrects the budgets. CONFLICT when it has not settled, or its cost is known: see `correctTask`.',
  ),
} as const satisfies Record<string, Operation>;
