// Guarantee: a store that was put back to an earlier time buys nothing twice. What was queued then may
// have been sent since: it is sent no more, and an operator sees it.
import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { dumpStore } from '../../src/app/commands/dump-store.js';
import { markRestored } from '../../src/app/commands/mark-restored.js';
import { restoreStore } from '../../src/app/commands/restore-store.js';
import { restoredCommand } from '../../src/app/commands/store-commands.js';
import type { Environment } from '../../src/config/config.js';
import { BusyStore, BUSY_TIMEOUT_MS, type Known } from '../support/store/busy-store.js';
import { createPostgresDatabase, describeServer } from '../support/store/database.js';

const run = promisify(execFile);

describe('A store that was put back to an earlier time', () => {
  let store: BusyStore;

  beforeEach(async () => {
    store = await BusyStore.open();
  });
  afterEach(() => store.close(), BUSY_TIMEOUT_MS);

  /** After the backup, the gateway goes on: it sends what was queued. Returns the newest cursor. */
  async function goOn(environment: Environment, { ids }: Known): Promise<string> {
    await store.start(environment);
    store.endTasks();
    await store.untilStatus(ids.queued, 'SUCCEEDED');
    const cursor = await store.newestCursor();
    await store.stop();
    return cursor;
  }

  async function expectHeld({ ids, tasks }: Known, cursor: string): Promise<void> {
    const posts = store.posts;
    expect((await store.task(ids.queued)).status).toBe('UNCONFIRMED');
    expect(await store.unconfirmed()).toEqual([
      { label: 'queued', detail: expect.stringContaining('restored from a backup') as string },
    ]);
    expect(await store.create('queued')).toMatchObject({ id: ids.queued, replayed: true });
    for (const { id } of tasks) if (id !== ids.queued) await store.untilStatus(id, 'SUCCEEDED');
    expect(store.posts).toBe(posts);
    // A client that has seen events of after the backup gets those of after the restore.
    const events = await store.eventsAfter(cursor, 'live SUCCEEDED');
    expect(events).toContain('queued UNCONFIRMED');
    // What is accepted from now on is sent.
    const { id } = await store.create('new');
    await store.untilStatus(id, 'SUCCEEDED');
    expect(store.posts).toBe(posts + 1);
  }

  it(
    'sends nothing that was queued in the dump, once and for all',
    async () => {
      await store.start();
      const known = await store.fill();
      await store.stop();
      const file = join(store.dataDir, 'store.dump.gz');
      await dumpStore(store.config(), { to: file });
      const cursor = await goOn({}, known);

      await rm(join(store.dataDir, 'pglite'), { recursive: true });
      const { held } = await restoreStore(store.config(), { from: file, isNewest: false });
      expect(held).toBe(1);
      await store.start();
      await expectHeld(known, cursor);
      // The next start holds nothing more.
      store.emulator.settings.taskSeconds = 600;
      for (const label of ['a', 'b', 'c']) await store.create(label);
      await store.stop();
      await store.start();
      expect(await store.unconfirmed()).toHaveLength(1);
    },
    BUSY_TIMEOUT_MS,
  );

  it(
    'is noted by store:restored only when no gateway runs on the folder, which says so',
    async () => {
      const printed: string[] = [];
      const tell = async (): Promise<readonly string[]> => {
        await restoredCommand(store.config(), [], (line) => printed.push(line));
        return printed.splice(0);
      };
      await store.start();
      const { ids } = await store.fill();
      await expect(tell()).rejects.toThrow('in use by another process');
      expect(printed).toEqual([]);
      await store.stop();

      expect(await tell()).toEqual([
        'It is noted that the database was restored to an earlier time.',
        '1 task QUEUED in the backup may have been sent since it was made.',
        'The next gateway makes it UNCONFIRMED and does not send it: docs/operating/backup.md.',
      ]);
      await store.start();
      expect((await store.task(ids.queued)).status).toBe('UNCONFIRMED');
      await store.stop();
      expect(await tell()).toContain('No task is QUEUED in it.');
    },
    BUSY_TIMEOUT_MS,
  );

  describeServer('with a Postgres, by the tools of Postgres', () => {
    it(
      'sends nothing that was queued then, when store:restored was told',
      async () => {
        const source = await createPostgresDatabase();
        const target = await createPostgresDatabase();
        try {
          const before = { DATABASE_URL: source.url };
          await store.start(before);
          const known = await store.fill();
          await store.stop();
          const file = join(store.dataDir, 'store.pgdump');
          await run('pg_dump', ['--format=custom', `--file=${file}`, source.url]);
          const cursor = await goOn(before, known);

          await run('pg_restore', ['--no-owner', `--dbname=${target.url}`, file]);
          const after = { DATABASE_URL: target.url };
          expect(await markRestored(store.config(after))).toBe(1);
          await store.start(after);
          await expectHeld(known, cursor);
          await store.stop();
          expect(await store.auditVerdict(after)).toBe('whole');
        } finally {
          await store.stop();
          await source.drop();
          await target.drop();
        }
      },
      BUSY_TIMEOUT_MS,
    );
  });
});
