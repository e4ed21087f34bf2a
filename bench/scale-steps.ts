import { randomUUID } from 'node:crypto';
import type { Stores } from '../src/adapters/postgres/stores.js';
import { AGEING_KINDS } from '../src/ports/tasks/retention-store.js';
import type { TaskFilter, TaskPage } from '../src/ports/tasks/task-store.js';
import { aKey, aNewTask, anAnswer } from '../test/support/store/new-task.js';

/** Something that the gateway asks of its store. */
export interface Step {
  readonly name: string;
  /** What is measured, after whatever must be there for it. */
  prepare(stores: Stores): Promise<() => Promise<unknown>>;
}

/** The tenant with three tenths of all. */
const LARGEST = 't0';
const KEY = 'key:key0';
const MODEL = 'model1';

const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;

/** A step that needs nothing to be there. */
function asks(name: string, ask: (stores: Stores) => Promise<unknown>): Step {
  return { name, prepare: (stores) => Promise.resolve(() => ask(stores)) };
}

export function scaleSteps(now: Date): readonly Step[] {
  return [
    ...submissionSteps(now),
    ...pollSteps(now),
    ...readSteps(now),
    ...listSteps(now),
    ...operatorSteps(now),
    ...upkeepSteps(now),
  ];
}

function aTask(overrides: Parameters<typeof aNewTask>[0] = {}) {
  return aNewTask({
    tenantId: LARGEST,
    createdBy: KEY,
    runwayAccount: 'main',
    model: MODEL,
    ...overrides,
  });
}

function submissionSteps(now: Date): readonly Step[] {
  const after = (ms: number) => new Date(now.getTime() + ms);
  const rules = { now: after(SECOND_MS), until: after(600_000) };
  // A pool of which nothing is queued: where something waits, nothing new is sent at once.
  const free = { model: 'free' };
  const roomy = { ...rules, slotsOf: () => 1_000_000 };
  const full = { ...rules, slotsOf: () => 1 };
  const aLease = async ({ submissions }: Stores) => {
    const { lease } = await submissions.accept(aTask(free), now, roomy);
    if (lease === undefined) throw new Error('The task was not sent');
    return lease;
  };
  const failure = { code: 'RUNWAY_REFUSED', message: 'No.', retryable: false };
  return [
    {
      name: 'paid mutation, sent and accepted by Runway',
      prepare: async ({ keys, outcomes, submissions }) => {
        await Promise.resolve();
        return async () => {
          await keys.findCredential('key0');
          const task = aTask({ ...free, idempotency: aKey(randomUUID(), now) });
          const { lease } = await submissions.accept(task, now, roomy);
          if (lease === undefined) throw new Error('The task was not sent');
          await outcomes.recordAccepted(lease, anAnswer(after(DAY_MS)), now);
        };
      },
    },
    asks('paid mutation, queued', async ({ keys, submissions }) => {
      await keys.findCredential('key0');
      await submissions.accept(aTask({ idempotency: aKey(randomUUID(), now) }), now, full);
    }),
    asks('isPoolTaken', ({ queue }) =>
      queue.isPoolTaken({ runwayAccount: 'main', model: MODEL }, 1_000_000, now),
    ),
    asks('nextDueAt submission', ({ queue }) => queue.nextDueAt()),
    asks('takeNextSubmission', ({ submissions }) => submissions.takeNextSubmission(roomy)),
    asks('takeNextSubmission, no slot free', ({ submissions }) =>
      submissions.takeNextSubmission(full),
    ),
    ...(['recordRefused', 'recordUnconfirmed', 'recordDeferred', 'discard'] as const).map(
      (method): Step => ({
        name: method,
        prepare: async (stores) => {
          const lease = await aLease(stores);
          const { outcomes } = stores;
          const until = after(DAY_MS).toISOString();
          switch (method) {
            case 'recordRefused':
              return () => outcomes.recordRefused(lease, failure, now);
            case 'recordUnconfirmed':
              return () => outcomes.recordUnconfirmed(lease, 'lost', now);
            case 'recordDeferred':
              return () => outcomes.recordDeferred(lease, { reason: 'TURN', until }, now);
            case 'discard':
              return () => outcomes.discard(lease, failure, now);
          }
        },
      }),
    ),
    {
      name: 'cancelTask, queued',
      prepare: async ({ submissions, tasks }) => {
        const { task } = await submissions.accept(aTask(), now, full);
        return () => tasks.requestCancel(LARGEST, task.id, now);
      },
    },
    {
      name: 'deleteTask',
      prepare: async (stores) => {
        const lease = await aLease(stores);
        await stores.outcomes.recordRefused(lease, failure, now);
        return () => stores.tasks.deleteTask(LARGEST, lease.taskId, now);
      },
    },
    asks('reasons to wait, 20 tasks of a pool', ({ waitingNotes }) =>
      waitingNotes.noteWaiting(
        { runwayAccount: 'main', model: MODEL },
        { reason: 'SLOT', until: null },
        { now, dueUntil: now, limit: 20, after: null },
      ),
    ),
    asks('reasons to wait, stopped tenants', ({ waitingNotes }) =>
      waitingNotes.noteStopped({ now, limit: 20 }),
    ),
    asks('expireSending, nothing', ({ submissions }) => submissions.expireSending(now)),
  ];
}

function pollSteps(now: Date): readonly Step[] {
  const after = (ms: number) => new Date(now.getTime() + ms);
  // Each take is later than the leases of the one before: all live tasks are always due.
  let turn = 1;
  const take = ({ polls }: Stores) => {
    turn += 1;
    const at = after(turn * 60 * SECOND_MS);
    return polls.takeDuePolls({ now: at, until: at, limit: 16 });
  };
  return [
    asks('nextDueAt poll', ({ polls }) => polls.nextDueAt()),
    asks('takeDuePolls of 16', take),
    {
      name: 'recordRead, progress',
      prepare: async (stores) => {
        const [lease] = await take(stores);
        if (lease === undefined) throw new Error('No task is live');
        return () =>
          stores.polls.recordRead(
            lease,
            {
              state: { status: 'RUNNING', progress: 0.5 + (turn % 400) / 1_000, output: [] },
              estimate: null,
              cost: null,
              missingCount: 0,
              nextPollAt: after(turn * 60 * SECOND_MS),
            },
            now,
          );
      },
    },
  ];
}

function readSteps(now: Date): readonly Step[] {
  const newest = async ({ tasks }: Stores): Promise<string> => {
    const page = await tasks.listTasks(LARGEST, {}, { first: 1, after: null });
    return page.tasks[0]?.id ?? '';
  };
  const ofNewest = (name: string, ask: (stores: Stores, id: string) => Promise<unknown>): Step => ({
    name,
    prepare: async (stores) => {
      const id = await newest(stores);
      return () => ask(stores, id);
    },
  });
  return [
    asks('credential', ({ keys }) => keys.findCredential('key0')),
    ofNewest('task', ({ tasks }, id) => tasks.findTask(LARGEST, id)),
    asks('task by idempotency key', ({ tasks }) => tasks.findTaskByKey(LARGEST, 'key20')),
    asks('replay', ({ tasks }) => tasks.findReplay(LARGEST, 'key20', 'f'.repeat(64))),
    ofNewest('subscription start, taskUpdated', async ({ events, tasks }, id) => {
      await events.eventRange(LARGEST);
      await tasks.findTask(LARGEST, id);
    }),
    asks('subscription start, tasksUpdated after a cursor', async ({ events }) => {
      const { newest } = await events.eventRange(LARGEST);
      await events.listEvents(LARGEST, { after: newest - 20, limit: 100 });
    }),
    ofNewest('events of one task', ({ events }, taskId) =>
      events.listEvents(LARGEST, { after: 0, limit: 100, taskId }),
    ),
    asks('budgets', ({ budgets }) => budgets.listBudgets(LARGEST, KEY, now)),
    asks('references of an input', async ({ resources }) => {
      await resources.findOwned(LARGEST, 'avatar', [randomUUID(), randomUUID()]);
      await resources.findByAlias(LARGEST, 'router', 'fast');
    }),
    asks('avatars', ({ resources }) =>
      resources.list(LARGEST, 'avatar', {}, { first: 20, after: null }),
    ),
    asks('moderation', ({ moderation }) => {
      const since = new Date(now.getTime() - DAY_MS);
      return moderation.stopIfModerated(LARGEST, { since, max: 1_000_000 }, now);
    }),
  ];
}

/** `tasks` with every combination of filters, of what is common and of what is rare. */
function listSteps(now: Date): readonly Step[] {
  const filters: readonly TaskFilter[] = [
    { statuses: ['FAILED', 'CANCELLED'] },
    { operations: ['createTextToVideo'] },
    { models: ['rare'] },
    { labels: ['label7', 'label8'] },
    { createdFrom: new Date(now.getTime() - 20 * DAY_MS) },
    { createdBefore: new Date(now.getTime() - 10 * DAY_MS) },
  ];
  const steps: Step[] = [];
  for (let choice = 0; choice < 2 ** filters.length; choice += 1) {
    const chosen = filters.filter((_, index) => (choice & (1 << index)) !== 0);
    const filter = Object.assign({}, ...chosen) as TaskFilter;
    const name = ['tasks', ...Object.keys(filter)].join(' ');
    const page = { first: 20, after: null };
    steps.push(asks(name, ({ tasks }) => tasks.listTasks(LARGEST, filter, page)));
  }
  const onPage = async ({ tasks }: Stores, filter: TaskFilter, after: Date): Promise<TaskPage> =>
    tasks.listTasks(LARGEST, filter, { first: 20, after: { createdAt: after, id: randomUUID() } });
  const half = new Date(now.getTime() - 15 * DAY_MS);
  steps.push(
    asks('tasks, a later page', (stores) => onPage(stores, {}, half)),
    asks('tasks of a rare model, a later page', (stores) =>
      onPage(stores, { models: ['rare'] }, half),
    ),
    asks('tasks of one that has few', ({ tasks }) =>
      tasks.listTasks('t5', { models: ['rare'] }, { first: 20, after: null }),
    ),
  );
  return steps;
}

function operatorSteps(now: Date): readonly Step[] {
  const page = { first: 20, after: null };
  const later = { first: 20, after: { createdAt: now, id: randomUUID() } };
  return [
    asks('unconfirmedTasks SUBMISSION', ({ settlements }) =>
      settlements.listOpen('SUBMISSION', page),
    ),
    asks('unconfirmedTasks COST, a later page', ({ settlements }) =>
      settlements.listOpen('COST', later),
    ),
    asks('tenants, with holdings and budgets', async ({ tenants, budgets }) => {
      const ids = (await tenants.list(page)).tenants.map(({ id }) => id);
      await tenants.holdings([...ids.slice(0, 19), LARGEST]);
      await budgets.listTenantBudgets(ids, now);
    }),
  ];
}

function upkeepSteps(now: Date): readonly Step[] {
  const before = new Date(now.getTime() - 28.9 * DAY_MS);
  return [
    asks('lost creations', ({ settlements }) =>
      settlements.listLost(['avatar', 'voice'], {
        sentFrom: new Date(now.getTime() - 3_600_000),
        first: 100,
        after: null,
      }),
    ),
    ...AGEING_KINDS.map((kind) =>
      asks(`retention, 100 ${kind}`, ({ retention }) =>
        retention.deleteOld({ kind, before, now, limit: 100, after: null }),
      ),
    ),
    asks('tenant removal, tasks of a page', ({ removals }) =>
      removals.listTasks(LARGEST, { first: 100, after: null }),
    ),
    asks('tenant removal, none', ({ removals }) => removals.take({ now, until: now })),
  ];
}
