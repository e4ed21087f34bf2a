import { randomUUID } from 'node:crypto';
import type { Task } from '../../../src/domain/task/task.js';
import { TaskPoller } from '../../../src/pollers/task-poller.js';
import { noTracer } from '../../../src/ports/telemetry/tracer.js';
import { openTestDatabase, silentLog, type TestDatabase } from '../../support/store/database.js';
import { expectLedgerHolds } from '../../support/store/ledger.js';
import {
  aRequest,
  startServices,
  type Services,
  viewerOf,
} from '../../support/gateway/services.js';

const PATH = '/v1/text_to_video';

/** 60 s, of one who reads a task. */
const LEASE_MS = 60_000;

const ann = viewerOf('ann');
const bob = viewerOf('bob');

describe('Tasks', () => {
  let db: TestDatabase;
  let node: Services;
  beforeAll(async () => {
    db = await openTestDatabase('pglite');
  }, 60_000);
  beforeEach(async () => {
    node = await startServices(db.database);
  });
  afterEach(async () => {
    await node.stop();
    await expectLedgerHolds(db.database);
    await db.clear();
  });
  afterAll(() => db.close());

  const submitted = async (request = aRequest()): Promise<Task> => {
    const { task } = await node.submissions.submit(ann, request);
    return task;
  };
  const settled = async (task: Task): Promise<Task> => {
    node.poller.start();
    return await node.clock.until(async () => {
      const found = await node.tasks.get(ann, task.id);
      return found.settledAt !== null && found;
    });
  };

  // Guarantee: a tenant cannot learn which task ids exist.
  it('answers alike for a missing task, another tenant’s task and no id at all', async () => {
    const task = await submitted(aRequest({ idempotencyKey: 'k1' }));
    const failures: unknown[] = [];
    const note = (error: unknown): void => {
      failures.push(error);
    };
    for (const id of [task.id, randomUUID(), 'no id', '']) {
      await node.tasks.get(bob, id).catch(note);
      await node.tasks.cancel(bob, id).catch(note);
      await node.tasks.delete(bob, id).catch(note);
    }
    await node.tasks.getByKey(bob, 'k1').catch(note);
    expect(failures).toHaveLength(13);
    for (const failure of failures) {
      expect(failure).toMatchObject({ code: 'NOT_FOUND', issues: [], detail: undefined });
    }
    expect(node.asked()).toEqual([`POST ${PATH}`]);
    expect(await node.tasks.getByKey(ann, 'k1')).toMatchObject({ id: task.id });
  });

  it('lists the tenant’s own tasks, newest first, page by page', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      ids.unshift((await submitted()).id);
      await node.clock.advance(1);
    }
    const page = await node.tasks.list(ann, {}, { first: 2, after: null });
    expect(page.tasks.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    expect(page.hasNextPage).toBe(true);
    const last = page.tasks[1];
    const rest = await node.tasks.list(ann, {}, { first: 2, after: last ?? null });
    expect(rest.tasks.map(({ id }) => id)).toEqual(ids.slice(2));
    expect((await node.tasks.list(bob, {}, { first: 2, after: null })).tasks).toEqual([]);
    for (const first of [0, -1, 101, 1.5]) {
      const refused = node.tasks.list(ann, {}, { first, after: null });
      await expect(refused).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    }
  });

  it('cancels a queued task at once, so that it is never sent', async () => {
    node.emulator.setFault({ path: PATH, times: 1, status: 503, body: { error: 'Busy.' } });
    const task = await submitted();
    expect((await node.tasks.cancel(ann, task.id)).state.status).toBe('CANCELLED');
    await node.clock.advance(120_000);
    expect(await node.queued.sendNext()).toBe(false);
    expect(node.asked()).toEqual([`POST ${PATH}`]);
  });

  it('cancels a live task after one more read, which keeps Runway’s distance', async () => {
    node.poller.start();
    const task = await submitted();
    await node.clock.advance(6_000);
    const before = node.asked('GET').length;
    const wished = await node.tasks.cancel(ann, task.id);
    expect(wished.cancelRequestedAt).not.toBeNull();
    expect(await settled(task)).toMatchObject({ state: { status: 'CANCELLED' } });
    expect(node.asked('DELETE')).toEqual([`DELETE /v1/tasks/${task.runwayTaskId ?? ''}`]);
    expect(node.asked('GET')).toHaveLength(before + 1);
    await expect(node.tasks.cancel(ann, task.id)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  // Guarantee: a wish that comes too late does not destroy a paid output.
  it('keeps the output of a task that had succeeded before the wish was acted on', async () => {
    const task = await submitted();
    await node.clock.advance(60_000);
    await node.tasks.cancel(ann, task.id);
    expect(await settled(task)).toMatchObject({ state: { status: 'SUCCEEDED' }, cost: 60 });
    expect(node.asked('DELETE')).toEqual([]);
  });

  it('keeps the wish for later when Runway cannot be told', async () => {
    node.emulator.setFault({ method: 'DELETE', path: '/v1/tasks/{id}', times: 1, status: 500 });
    node.emulator.settings.taskSeconds = 1_000;
    const task = await submitted();
    await node.tasks.cancel(ann, task.id);
    expect(await settled(task)).toMatchObject({ state: { status: 'CANCELLED' } });
    expect(node.asked('DELETE')).toHaveLength(2);
  });

  // Guarantee: who slept since its read deletes nothing: it may have succeeded meanwhile.
  it('keeps the wish for later when the reader has slept since its read', async () => {
    node.emulator.settings.taskSeconds = 1_000;
    const task = await submitted();
    await node.tasks.cancel(ann, task.id);
    let sleptMs = 0;
    const { clock } = node;
    const runway = node.runway.api;
    const poller = new TaskPoller({
      store: node.stores.polls,
      breakers: node.runway.breakers,
      log: silentLog,
      tracer: noTracer,
      clock: {
        now: () => new Date(clock.now().getTime() + sleptMs),
        monotonicMs: () => clock.monotonicMs() + sleptMs,
        sleep: (ms, signal) => clock.sleep(ms, signal),
      },
      runway: {
        submit: (...args) => runway.submit(...args),
        createUpload: (...args) => runway.createUpload(...args),
        deleteTask: (...args) => runway.deleteTask(...args),
        readTask: async (...args) => {
          const read = await runway.readTask(...args);
          sleptMs = 50_000;
          return read;
        },
      },
    });
    poller.start();
    await clock.until(() => node.asked('GET').length === 1);
    await poller.stop();
    expect(node.asked('DELETE')).toEqual([]);
    await clock.leap(LEASE_MS);
    expect(await settled(task)).toMatchObject({ state: { status: 'CANCELLED' } });
    expect(node.asked('DELETE')).toHaveLength(1);
  });

  it('refuses to cancel an UNCONFIRMED task and a workflow run that Runway knows', async () => {
    node.emulator.setFault({ path: PATH, times: 1, status: 500 });
    const unconfirmed = await submitted();
    node.emulator.setFault({
      path: '/v1/workflows/{id}',
      times: 1,
      status: 200,
      body: { id: randomUUID() },
    });
    const run = await submitted(
      aRequest({
        operation: 'runWorkflow',
        sdkMethod: 'workflows.run',
        runwayTaskKind: 'workflowInvocation',
        request: { pathIds: [randomUUID()], body: {} },
      }),
    );
    expect([unconfirmed.state.status, run.state.status]).toEqual(['UNCONFIRMED', 'PENDING']);
    for (const { id } of [unconfirmed, run]) {
      await expect(node.tasks.cancel(ann, id)).rejects.toMatchObject({ code: 'CONFLICT' });
      await expect(node.tasks.delete(ann, id)).rejects.toMatchObject({ code: 'CONFLICT' });
      expect((await node.tasks.get(ann, id)).cancelRequestedAt).toBeNull();
    }
  });

  it('ends a live session on a wish, at its next read', async () => {
    const session = await submitted(
      aRequest({
        operation: 'createRealtimeSession',
        sdkMethod: 'realtimeSessions.create',
        runwayTaskKind: 'realtimeSession',
        request: {
          pathIds: [],
          body: {
            model: 'gwm1_avatars',
            avatar: { type: 'runway-preset', presetId: 'cat-character' },
          },
        },
      }),
    );
    await node.tasks.cancel(ann, session.id);
    expect(await settled(session)).toMatchObject({ state: { status: 'CANCELLED' }, cost: null });
    const path = `DELETE /v1/realtime_sessions/${String(session.runwayTaskId)}`;
    expect(node.asked('DELETE')).toEqual([path]);
    // The session is over: there is nothing more to delete at Runway.
    await node.tasks.delete(ann, session.id);
    expect(node.asked('DELETE')).toEqual([path]);
  });

  it('cannot stop an avatar in the making, and keeps it when its task is deleted', async () => {
    const avatar = await submitted(
      aRequest({
        operation: 'createAvatar',
        sdkMethod: 'avatars.create',
        runwayTaskKind: 'avatar',
        request: {
          pathIds: [],
          body: {
            name: 'Ada',
            personality: 'Answers briefly.',
            referenceImage: 'https://example.com/ada.png',
            voice: { type: 'runway-live-preset', presetId: 'adrian' },
          },
        },
      }),
    );
    expect(avatar.state.status).toBe('RUNNING');
    await expect(node.tasks.cancel(ann, avatar.id)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await settled(avatar)).toMatchObject({ state: { status: 'SUCCEEDED', output: [] } });
    await node.tasks.delete(ann, avatar.id);
    expect(node.asked('DELETE')).toEqual([]);
  });

  it('deletes a settled task upstream and then here, and a live one not at all', async () => {
    const task = await submitted();
    await expect(node.tasks.delete(ann, task.id)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(node.asked('DELETE')).toEqual([]);
    await settled(task);
    node.emulator.setFault({ method: 'DELETE', path: '/v1/tasks/{id}', times: 1, status: 500 });
    const failed = node.tasks.delete(ann, task.id);
    await expect(failed).rejects.toMatchObject({ code: 'RUNWAY_UNAVAILABLE' });
    expect((await node.tasks.get(ann, task.id)).state.status).toBe('SUCCEEDED');
    expect(await node.tasks.delete(ann, task.id)).toMatchObject({ id: task.id });
    await expect(node.tasks.get(ann, task.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(node.tasks.delete(ann, task.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('hands out an upload form that is good for a day', async () => {
    expect(await node.uploads.create(ann, 'photo.png')).toMatchObject({
      uploadUrl: expect.stringContaining('http'),
      runwayUri: expect.stringMatching(/^runway:\/\//),
      expiresAt: new Date(node.clock.now().getTime() + 86_400_000),
    });
  });
});
