import { sql, type Kysely } from 'kysely';

import { storesOf, type Stores } from '../../src/adapters/postgres/stores.js';
import type { Tables } from '../../src/adapters/postgres/tables.js';
import { changeTask } from '../../src/adapters/postgres/tasks/task-change.js';
import { lockTask } from '../../src/adapters/postgres/tasks/task-rows.js';
import { PostgresTenantStore } from '../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import { describePostgres } from '../support/store/database.js';
import { eventually } from '../support/time/eventually.js';
import {
  acceptToSend,
  aKey,
  anAnswer,
  aNewTask,
  createTenants,
} from '../support/store/new-task.js';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const LEASE = { now: NOW, until: new Date(NOW.getTime() + 60_000) };

/** A gate that one side waits at until the other opens it. */
function gate(): { readonly opened: Promise<void>; open(): void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

const WAITING_MS_MAX = 30_000;

/** Asks until some connection of this database waits for a lock. */
async function untilALockIsAwaited(kysely: Kysely<Tables>): Promise<void> {
  await eventually(async () => {
    const { rows } = await sql`select 1 from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(kysely);
    expect(rows).not.toHaveLength(0);
  }, WAITING_MS_MAX);
}

describePostgres('TaskStore: two nodes', (get) => {
  let ours: Stores;
  let theirs: Stores;

  beforeEach(async () => {
    ours = storesOf(get().database);
    theirs = storesOf(await get().openAnother());
    await createTenants(new PostgresTenantStore(get().database), 'acme', 'bolt', 'core');
  });

  // Guarantee: number order is commit order, so that a reader who goes by numbers skips nothing.
  it('commits events in the order of their numbers, however long a transaction stays open', async () => {
    const { kysely, ciphers } = get().database;
    const { task } = await ours.submissions.accept(aNewTask(), NOW);
    const [hasNumber, mayCommit] = [gate(), gate()];

    const slow = kysely.transaction().execute(async (trx) => {
      const row = await lockTask(trx, ciphers, task.id);
      const change = { task: { cancelRequestedAt: NOW } };
      if (row !== undefined) await changeTask(trx, ciphers, row, change, NOW);
      hasNumber.open();
      await mayCommit.opened;
    });
    await hasNumber.opened;
    const quick = theirs.submissions.accept(aNewTask(), NOW);
    await untilALockIsAwaited(kysely);

    const seen = await ours.events.listEvents('acme', { after: 0, limit: 9 });
    expect(seen.map(({ number }) => number)).toEqual([1]);
    // Another tenant does not wait.
    await theirs.submissions.accept(aNewTask({ tenantId: 'bolt' }), NOW);

    mayCommit.open();
    await slow;
    const { task: second } = await quick;
    const rest = await ours.events.listEvents('acme', { after: 1, limit: 9 });
    expect(rest.map((event) => [event.number, event.task.id])).toEqual([
      [2, task.id],
      [3, second.id],
    ]);
  });

  it('never give one submission to two takers', async () => {
    for (let count = 0; count < 30; count += 1) {
      await ours.submissions.accept(
        aNewTask({ tenantId: ['acme', 'bolt', 'core'][count % 3] ?? '' }),
        NOW,
      );
    }
    const taken: string[] = [];
    const drain = async (stores: Stores): Promise<void> => {
      for (let turn = 0; turn < 40; turn += 1) {
        const lease = await stores.submissions.takeNextSubmission(LEASE);
        if (lease !== undefined) taken.push(lease.taskId);
      }
    };
    await Promise.all([drain(ours), drain(theirs), drain(ours), drain(theirs)]);

    expect(taken).toHaveLength(30);
    expect(new Set(taken).size).toBe(30);
  });

  it('give a task that its acceptor sends to no other sender', async () => {
    const leases = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        const node = index % 2 === 0 ? ours : theirs;
        return index < 10
          ? (await node.submissions.accept(aNewTask(), NOW, LEASE)).lease
          : await node.submissions.takeNextSubmission(LEASE);
      }),
    );
    const taken = leases.flatMap((lease) => lease?.taskId ?? []);
    expect(taken).toHaveLength(10);
    expect(new Set(taken).size).toBe(10);
    expect(await theirs.submissions.takeNextSubmission(LEASE)).toBeUndefined();
  });

  it('make one task of twenty twins', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 === 0 ? ours : theirs).submissions.accept(
          aNewTask({ idempotency: aKey('k', NOW) }),
          NOW,
        ),
      ),
    );
    expect(new Set(answers.map(({ task }) => task.id)).size).toBe(1);
  });

  it('D5: read no live task at the same time', async () => {
    for (let count = 0; count < 20; count += 1) {
      await ours.outcomes.recordAccepted(
        await acceptToSend(ours, aNewTask(), LEASE),
        anAnswer(NOW),
        NOW,
      );
    }
    const leases = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        (index % 2 === 0 ? ours : theirs).polls.takeDuePolls({ ...LEASE, limit: 5 }),
      ),
    );
    const ids = leases.flat().map(({ task }) => task.id);
    expect(ids).toHaveLength(new Set(ids).size);
    // A node skips rows that another one has locked; the next look finds none left behind.
    const rest = await ours.polls.takeDuePolls({ ...LEASE, limit: 20 });
    expect(ids.length + rest.length).toBe(20);
  });

  // Guarantee: who writes from what it remembers of a task overwrites nothing that came since.
  it('lose neither an answer nor a wish that come at once', async () => {
    for (let round = 0; round < 20; round += 1) {
      const lease = await acceptToSend(ours, aNewTask(), LEASE);
      const [answered] = await Promise.all([
        ours.outcomes.recordAccepted(lease, anAnswer(NOW), NOW),
        theirs.tasks.requestCancel('acme', lease.taskId, NOW),
      ]);
      expect(answered?.state.status).toBe('PENDING');
      expect(await theirs.tasks.findTask('acme', lease.taskId)).toMatchObject({
        state: { status: 'PENDING' },
        runwayTaskId: answered?.runwayTaskId,
        cancelRequestedAt: NOW,
      });
    }
    const leases = await ours.polls.takeDuePolls({ ...LEASE, limit: 20 });
    await theirs.polls.endPollLeases(NOW);
    const state = { status: 'CANCELLED' } as const;
    const read = { state, estimate: null, cost: 0, missingCount: 0, nextPollAt: NOW };
    const written = await Promise.all(
      leases.map((lease) => ours.polls.recordRead(lease, read, NOW)),
    );
    expect(written).toEqual(Array.from({ length: 20 }, () => undefined));
  });

  it('settle a mix of cancels, answers and expiries without a deadlock, and once each', async () => {
    const accepted = await Promise.all(
      Array.from({ length: 24 }, (_, index) => {
        const newTask = aNewTask({ tenantId: index % 2 === 0 ? 'acme' : 'bolt' });
        return ours.submissions.accept(newTask, NOW, index % 3 === 0 ? LEASE : undefined);
      }),
    );
    const work = accepted.flatMap(({ task: { id, tenantId }, lease: first }) => {
      const send = async (): Promise<void> => {
        const lease = first ?? (await ours.submissions.takeNextSubmission(LEASE));
        if (lease === undefined) return;
        const failure = { code: null, message: 'Refused.', retryable: false };
        await ours.outcomes.recordRefused(lease, failure, NOW);
      };
      return [
        send(),
        theirs.tasks.requestCancel(tenantId, id, NOW),
        theirs.submissions.expireSending(new Date(NOW.getTime() + 3_600_000)),
      ];
    });
    await Promise.all(work);

    for (const tenantId of ['acme', 'bolt']) {
      const events = await ours.events.listEvents(tenantId, { after: 0, limit: 999 });
      expect(events.map(({ number }) => number)).toEqual(events.map((_, index) => index + 1));
      const settled = events.filter(({ task }) => task.settledAt !== null);
      expect(new Set(settled.map(({ task }) => task.id)).size).toBe(settled.length);
    }
  });
});
