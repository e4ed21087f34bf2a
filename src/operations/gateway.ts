import type { Operation } from './operation.js';

/** Root fields that are the gateway's own: catalogue, tasks, uploads, people. */
export const gatewayOperations = {
  models: {
    root: 'Query',
    sdk: [],
    scope: 'viewer',
    cost: 5,
    spends: false,
    keepsToTasks: true,
    strings: {},
    description:
      'The models of an operation with what they accept, so that a form can be built from data.',
  },
  viewer: {
    root: 'Query',
    sdk: [],
    scope: 'viewer',
    cost: 1,
    spends: false,
    keepsToTasks: true,
    strings: {},
    description: 'Who the credential says you are.',
  },
  task: {
    root: 'Query',
    sdk: [],
    scope: 'task:read',
    cost: 2,
    spends: false,
    keepsToTasks: true,
    strings: { idempotencyKey: 'text' },
    description: 'One task of your tenant, by id or by the idempotency key it was made with.',
  },
  tasks: {
    root: 'Query',
    sdk: [],
    scope: 'task:read',
    cost: 5,
    spends: false,
    keepsToTasks: true,
    strings: { 'filter.models[]': 'upstreamConstant', 'filter.labels[]': 'text' },
    description: 'The tasks of your tenant, newest first.',
  },
  cancelTask: {
    root: 'Mutation',
    sdk: ['tasks.delete', 'tasks.retrieve', 'workflowInvocations.retrieve'],
    scope: 'task:cancel',
    cost: 10,
    spends: false,
    keepsToTasks: true,
    strings: {},
    description:
      'Records the wish to cancel a live task. A queued one is cancelled at once; one that Runway knows is read once more and then cancelled. CONFLICT when it has settled.',
  },
  deleteTask: {
    root: 'Mutation',
    sdk: ['tasks.delete'],
    scope: 'task:delete',
    cost: 10,
    spends: false,
    keepsToTasks: true,
    strings: {},
    description:
      'Deletes a settled task and its output, here and at Runway, for ever. CONFLICT when it is live.',
  },
  createUpload: {
    root: 'Mutation',
    sdk: ['uploads.createEphemeral'],
    scope: 'upload:create',
    cost: 10,
    spends: false,
    strings: { 'input.filename': 'text' },
    description:
      'A presigned form for one file. Post the bytes to `uploadUrl` yourself, all fields first, then `file`; use `runwayUri` as media in inputs for 24 hours.',
  },
  createTenant: {
    root: 'Mutation',
    sdk: [],
    scope: 'operator',
    cost: 10,
    spends: false,
    strings: { 'input.name': 'text' },
    description:
      'Makes a tenant. CONFLICT when the id is taken, and where the configuration allows one tenant only.',
  },
  resumeTenant: {
    root: 'Mutation',
    sdk: [],
    scope: 'operator',
    cost: 10,
    spends: false,
    strings: {},
    description:
      'Lifts the suspension of a tenant, and the stop of one that had too many requests moderated; what was moderated before no longer counts. CONFLICT when it is being deleted.',
  },
  issueToken: {
    root: 'Mutation',
    sdk: [],
    scope: 'viewer',
    cost: 10,
    spends: false,
    strings: {},
    description:
      'Issues a short-lived token with at most the scopes of your API key, for a browser or a job: pass it as `Authorization: Bearer <token>` in place of the key. What it spends counts towards the key, and it ends when the key is revoked. FORBIDDEN for a scope that you lack, and for callers who come with a token themselves.',
  },
  setBudget: {
    root: 'Mutation',
    sdk: [],
    scope: 'operator',
    cost: 10,
    spends: false,
    strings: {},
    description:
      'Limits the credits of a tenant, or of one of its keys, for each UTC day or month; null lifts the limit. What was reserved and spent before counts. A request that does not fit is refused with BUDGET_EXCEEDED before anything is sent.',
  },
  unconfirmedTasks: {
    root: 'Query',
    sdk: ['organization.retrieveUsage'],
    scope: 'operator',
    cost: 10,
    spends: false,
    strings: {},
    description:
      'Tasks of all tenants whose submission, cost or state only an operator can find out, newest first.',
  },
  resolveTask: {
    root: 'Mutation',
    sdk: [],
    scope: 'operator',
    cost: 10,
    spends: false,
    strings: { 'input.runwayTaskId': 'upstreamConstant' },
    description:
      'Says what became of an UNCONFIRMED task: with Runway’s id it is PENDING and followed again; not submitted, it is FAILED and its reservation is released. Ends a live task of which Runway’s last answers made no sense, or which is older than 24 hours: it is FAILED, its cost for `adjustCost`. CONFLICT when the task is in another state, or another task has the id. Runway’s own answer, should it come after all, takes the place of what was said.',
  },
  correctTask: {
    root: 'Mutation',
    sdk: [],
    scope: 'operator',
    cost: 10,
    spends: false,
    strings: { 'input.runwayTaskId': 'upstreamConstant' },
    description:
      'Corrects what an operator, or the gateway for want of an answer, has decided of a task: with Runway’s id it is PENDING and followed again, also where it had settled; not submitted, it is FAILED at no cost; a cost replaces the one it has. The budgets follow, watchers get a new event, and the task’s row keeps who decided what and when. CONFLICT where Runway’s own answer says which task it is, nothing would change, or another task has the id.',
  },
  resubmitTask: {
    root: 'Mutation',
    sdk: [],
    scope: 'task:read',
    cost: 100,
    spends: true,
    strings: { idempotencyKey: 'text' },
    description:
      'Buys the same once more, as a new task of the same request; needs the scope of the mutation that made the first. The first keeps its state and what it reserved. CONFLICT unless it is UNCONFIRMED, FAILED or CANCELLED; INPUT_EXPIRED when its media was given as data URIs, which are not kept.',
  },
  adjustCost: {
    root: 'Mutation',
    sdk: [],
    scope: 'operator',
    cost: 10,
    spends: false,
    strings: {},
    description:
      'Sets the cost of a settled task whose cost could not be read, also where its owner has deleted it, and corrects the budgets. CONFLICT when it has not settled, or its cost is known: see `correctTask`.',
  },
  taskUpdated: {
    root: 'Subscription',
    sdk: [],
    scope: 'task:read',
    cost: 10,
    spends: false,
    keepsToTasks: true,
    strings: {},
    description:
      'Follows one task. Without `after`: a snapshot first. With it: later events only. Completes after settlement. A task that a correction makes live again has later events: subscribe again with your last cursor, or use `tasksUpdated`, which never completes.',
  },
  tasksUpdated: {
    root: 'Subscription',
    sdk: [],
    scope: 'task:read',
    cost: 10,
    spends: false,
    keepsToTasks: true,
    strings: {},
    description:
      'Follows all tasks of your tenant, from now or from a cursor. Never completes by itself.',
  },
} as const satisfies Record<string, Operation>;
