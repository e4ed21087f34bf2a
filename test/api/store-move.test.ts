// Guarantee: the embedded store is carried over to Postgres whole, live tasks and all, and at no time
// may gateways work on both: each task would be paid twice.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { moveStore, undoMove } from '../../src/app/commands/move-store.js';
import { openDatabase } from '../../src/adapters/postgres/connection/database.js';
import { storesOf } from '../../src/adapters/postgres/stores.js';
import { BusyStore, BUSY_TIMEOUT_MS } from '../support/store/busy-store.js';
import {
  createPostgresDatabase,
  describeServer,
  silentLog,
  type ServerDatabase,
} from '../support/store/database.js';
import { testKeys } from '../support/store/key-ring.js';
import { acceptToSend, aNewTask } from '../support/store/new-task.js';

describeServer('A busy embedded store that is moved to Postgres', () => {
  let store: BusyStore;
  let target: ServerDatabase;

  beforeEach(async () => {
    store = await BusyStore.open();
    target = await createPostgresDatabase();
  });
  afterEach(async () => {
    await store.close();
    await target.drop();
  }, BUSY_TIMEOUT_MS);

  const onPostgres = () => ({ DATABASE_URL: target.url });

  /** As a process leaves it that is killed while it sends: its lease runs out. */
  async function leaveSending(): Promise<string> {
    const database = await openDatabase({
      dataDir: store.dataDir,
      log: silentLog,
      keys: testKeys,
    });
    const now = store.clock.now();
    const until = new Date(now.getTime() + 60_000);
    const account = (
      await database.kysely.selectFrom('tasks').select('runway_account').execute()
    )[0];
    const task = aNewTask({ tenantId: 'default', runwayAccount: account?.runway_account ?? '' });
    const { taskId } = await acceptToSend(storesOf(database), task, { now, until });
    await database.close();
    return taskId;
  }

  it(
    'keeps tasks, keys, cursors, audit and encryption, and the folder is closed',
    async () => {
      await store.start();
      const known = await store.fill();
      // A gateway that runs has the folder to itself.
      await expect(moveStore(store.config(), { to: target.url })).rejects.toThrow('in use');
      await store.stop();
      const sending = await leaveSending();

      const moved = await moveStore(store.config(), { to: target.url });
      expect(moved).toMatchObject({ again: false, tasks: known.tasks.length + 1 });
      expect(await moveStore(store.config(), { to: target.url })).toMatchObject({ again: true });
      await expect(store.start()).rejects.toThrow(/was moved to .*DATABASE_URL/);
      const mark = await readFile(join(store.dataDir, 'moved.json'), 'utf8');
      expect(mark).not.toContain('postgres@');

      await store.start(onPostgres());
      const lost = await store.untilStatus(sending, 'UNCONFIRMED');
      expect(await store.tasks()).toContainEqual(lost);
      const posts = store.posts;
      store.endTasks();
      for (const { id } of known.tasks) await store.untilStatus(id, 'SUCCEEDED');
      expect(store.posts).toBe(posts + 1);
      const events = await store.eventsAfter(known.cursor, 'queued SUCCEEDED');
      expect(events.filter((event) => event === 'live SUCCEEDED')).toHaveLength(1);
      await store.stop();
      expect(await store.auditVerdict(onPostgres())).toBe('whole');
      // What the gateway has done on Postgres is not in the folder.
      await expect(
        undoMove(store.config(), { to: target.url, isTargetGone: false }),
      ).rejects.toThrow(/has worked on .* since/);
      await expect(store.start()).rejects.toThrow('was moved');
    },
    BUSY_TIMEOUT_MS,
  );

  it(
    'goes on after an end at the last moment, and can be undone before a gateway has used it',
    async () => {
      await store.start();
      const known = await store.fill();
      await store.stop();
      const beforeCommit = () => Promise.reject(new Error('power cut'));
      await expect(moveStore(store.config(), { to: target.url, beforeCommit })).rejects.toThrow(
        'power cut',
      );
      await expect(store.start()).rejects.toThrow('was moved');
      const other = await createPostgresDatabase();
      await expect(moveStore(store.config(), { to: other.url })).rejects.toThrow('was begun at');
      await other.drop();
      expect(await moveStore(store.config(), { to: target.url })).toMatchObject({ again: false });

      await undoMove(store.config(), { to: target.url, isTargetGone: false });
      await expect(store.start(onPostgres())).rejects.toThrow(/was left at/);
      await expect(moveStore(store.config(), { to: target.url })).rejects.toThrow('not empty');
      await store.start();
      await store.expectAllGoesOn(known);
    },
    BUSY_TIMEOUT_MS,
  );
});
