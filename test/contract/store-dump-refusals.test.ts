// Guarantee: a restore keeps all or nothing. What is cut off, altered, newer or in the way of other
// data is refused, and the target stays as it was.
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Client } from 'pg';
import { openDatabase } from '../../src/adapters/postgres/connection/database.js';
import { storesOf } from '../../src/adapters/postgres/stores.js';
import { PostgresTenantStore } from '../../src/adapters/postgres/tenants/postgres-tenant-store.js';
import { dumpStore } from '../../src/app/commands/dump-store.js';
import { restoreStore } from '../../src/app/commands/restore-store.js';
import { readConfig, type Config } from '../../src/config/config.js';
import {
  createHostileDatabase,
  createPostgresDatabase,
  describeServer,
  silentLog,
  type ServerDatabase,
} from '../support/store/database.js';
import { testKeys } from '../support/store/key-ring.js';
import { aKey, aNewTask, createTenants } from '../support/store/new-task.js';

const NOW = new Date('2026-01-02T03:04:05.678Z');
const TASKS = 30;

/** As sealed, 8.3 MB: a row that is larger than a batch of either side. */
const LARGE_CHARACTERS = 6_200_000;

describeServer('A dump', () => {
  let dir: string;
  /** With a large row. */
  let file: string;
  let smallFile: string;
  let source: ServerDatabase;
  let target: ServerDatabase;

  const configOf = ({ url, schema }: ServerDatabase): Config =>
    readConfig({ NODE_ENV: 'test', DATA_DIR: dir, DATABASE_URL: url, DATABASE_SCHEMA: schema });

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'dump-'));
    file = join(dir, 'store.dump.gz');
    smallFile = join(dir, 'small.dump.gz');
    source = await createPostgresDatabase();
    const database = await openDatabase({ url: source.url, log: silentLog, keys: testKeys });
    await createTenants(new PostgresTenantStore(database), 'acme');
    const { submissions } = storesOf(database);
    const accept = async (count: number, promptText: string): Promise<void> => {
      const idempotency = aKey(`key ${String(count)}`, NOW);
      const request = { pathIds: [], body: { promptText } };
      await submissions.accept(aNewTask({ idempotency, request }), NOW);
    };
    for (let count = 1; count < TASKS; count += 1) await accept(count, 'a\u2028"\\\n☃');
    await dumpStore(configOf(source), { to: smallFile });
    await accept(0, 'x'.repeat(LARGE_CHARACTERS));
    await database.close();
    await dumpStore(configOf(source), { to: file });
  }, 300_000);
  afterAll(async () => {
    await source.drop();
    await rm(dir, { recursive: true, force: true });
  });
  beforeEach(async () => {
    target = await createPostgresDatabase();
  });
  afterEach(() => target.drop());

  async function tablesOf({ url }: ServerDatabase): Promise<number> {
    const client = new Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<{ count: string }>(
      "select count(*) from pg_tables where schemaname = 'public'",
    );
    await client.end();
    return Number(rows[0]?.count);
  }

  const restore = (from: string) =>
    restoreStore(configOf(target), { from, isNewest: true }).then(
      () => 'restored',
      (error: unknown) => (error as Error).message,
    );

  /** The small dump with other lines, under a name of its own. */
  async function altered(name: string, change: (lines: string[]) => string[]): Promise<string> {
    const lines = gunzipSync(await readFile(smallFile))
      .toString()
      .split('\n')
      .slice(0, -1);
    const path = join(dir, `${name}.gz`);
    await writeFile(path, gzipSync(`${change(lines).join('\n')}\n`, { level: 1 }));
    return path;
  }

  it('is for its owner alone, and overwrites nothing', async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await expect(dumpStore(configOf(source), { to: file })).rejects.toThrow('is there already');
    await expect(dumpStore(configOf(target), { to: join(dir, 'none.gz') })).rejects.toThrow(
      'There is no store to read',
    );
    await expect(stat(join(dir, 'none.gz'))).rejects.toThrow('ENOENT');
  });

  it('that is cut off, altered or none at all is refused, and nothing is kept', async () => {
    const bytes = await readFile(file);
    const cut = join(dir, 'cut.gz');
    await writeFile(cut, bytes.subarray(0, bytes.length - 40));
    expect(await restore(cut)).toMatch(/cut off/);
    expect(await restore(await altered('no-end', (all) => all.slice(0, -1)))).toMatch(/cut off/);
    expect(await restore(await altered('less', (all) => all.toSpliced(5, 1)))).toMatch(/altered/);
    const renamed = (all: string[]) => all.map((line) => line.replace('"acme"', '"bolt"'));
    expect(await restore(await altered('other', renamed))).toMatch(/altered/);
    const none = join(dir, 'none.txt');
    await writeFile(none, 'no dump');
    expect(await restore(none)).toMatch(/no dump of a store/);
    expect(await restore(join(dir, 'missing'))).toMatch(/cannot be read \(ENOENT\)/);
    expect(await tablesOf(target)).toBe(0);
  }, 300_000);

  it('of a newer schema or format is refused', async () => {
    const header = (change: (header: Record<string, unknown>) => object) => (all: string[]) => [
      JSON.stringify(change(JSON.parse(all[0] ?? '') as Record<string, unknown>)),
      ...all.slice(1),
    ];
    const newer = header((one) => ({
      ...one,
      migrations: [...(one['migrations'] as string[]), '9999-later'],
    }));
    expect(await restore(await altered('newer', newer))).toMatch(/newer version.*9999-later/);
    const format = header((one) => ({ ...one, version: 2 }));
    expect(await restore(await altered('format', format))).toMatch(/has format 2/);
    expect(await tablesOf(target)).toBe(0);
  }, 300_000);

  it('is refused by a store that is not empty', async () => {
    expect(await restore(file)).toBe('restored');
    expect(await restore(file)).toMatch(/not empty/);
    const again = join(dir, 'again.dump.gz');
    await dumpStore(configOf(target), { to: again });
    // All but the time at which it was made.
    const rows = async (path: string) =>
      gunzipSync(await readFile(path))
        .toString()
        .split('\n')
        .slice(1, -2)
        .sort();
    expect(await rows(again)).toEqual(await rows(file));
  }, 300_000);

  it('of a copy whose queue is not held yet is no surer than the copy', async () => {
    const config = configOf(target);
    expect(await restoreStore(config, { from: file, isNewest: false })).toMatchObject({
      held: TASKS,
    });
    const second = join(dir, 'second.dump.gz');
    await dumpStore(config, { to: second });
    const other = await createPostgresDatabase();
    const again = await restoreStore(configOf(other), { from: second, isNewest: true });
    await other.drop();
    expect(again).toMatchObject({ held: TASKS });
  }, 300_000);

  it('is restored by a role that owns one schema, under hostile defaults', async () => {
    const hostile = await createHostileDatabase();
    try {
      // A name that only quotes can hold, which the settings do not take.
      const config = {
        ...configOf({ ...hostile, schema: 'public' }),
        databaseSchema: hostile.schema,
      };
      expect(await restoreStore(config, { from: file, isNewest: true })).toMatchObject({
        tasks: TASKS,
      });
    } finally {
      await hostile.drop();
    }
  }, 300_000);
});
