// Guarantee: the data folder of another major version of PostgreSQL is named before it is opened, stays
// as it was, and is carried over by a dump.
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite as Pglite17 } from 'pglite-17';
import { openDatabase } from '../../src/adapters/postgres/connection/database.js';
import { kyselyOver } from '../../src/adapters/postgres/connection/kysely-over.js';
import {
  beginSession,
  type StartPglite,
} from '../../src/adapters/postgres/connection/start-pglite.js';
import { PGLITE_MAJOR } from '../../src/adapters/postgres/connection/embedded-folder.js';
import { migrateToLatest } from '../../src/adapters/postgres/connection/migrate.js';
import { PglitePool } from '../../src/adapters/postgres/connection/pglite-pool.js';
import { VALUE_PARSERS } from '../../src/adapters/postgres/connection/value-parsers.js';
import { dumpStore } from '../../src/app/commands/dump-store.js';
import { restoreStore } from '../../src/app/commands/restore-store.js';
import { readConfig } from '../../src/config/config.js';
import { silentLog } from '../support/store/database.js';

const TIMEOUT_MS = 600_000;

/** The embedded database of an older version of the gateway. */
const start17 = (async (dataDir = '') => {
  await mkdir(dataDir, { recursive: true });
  const pglite = new Pglite17({ dataDir: join(dataDir, 'pglite'), parsers: { ...VALUE_PARSERS } });
  await pglite.waitReady;
  await beginSession(pglite as never);
  return pglite;
}) as unknown as StartPglite;

describe('A data folder of another PostgreSQL', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'other-major-'));
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  it(
    'is refused with both versions and the way, and carried over by a dump',
    async () => {
      const config = readConfig({ NODE_ENV: 'test', DATA_DIR: join(dir, 'data') });
      const { dataDir } = config;
      const version = () => readFile(join(dataDir, 'pglite', 'PG_VERSION'), 'utf8');
      const pool = new PglitePool(await start17(dataDir), () => undefined);
      const old = kyselyOver(pool);
      await migrateToLatest(old);
      const tenant = { id: 'acme', name: 'A\u2028"\\\n', created_at: new Date('2026-01-02') };
      await old.insertInto('tenants').values(tenant).execute();
      await pool.end();
      const found = (await version()).trim();
      expect(found).toBe('17');

      const opened = openDatabase({ dataDir, log: silentLog });
      await expect(opened).rejects.toThrow(
        new RegExp(
          `PostgreSQL ${found}, and .* ${String(PGLITE_MAJOR)}[^]*store:dump[^]*store:restore`,
        ),
      );
      await expect(dumpStore(config, { to: join(dir, 'no.gz') })).rejects.toThrow('PostgreSQL 17');
      expect((await version()).trim()).toBe(found);

      const file = join(dir, 'store.dump.gz');
      await dumpStore(config, { to: file, startPglite: start17 });
      await rename(join(dataDir, 'pglite'), join(dir, 'old'));
      await restoreStore(config, { from: file, isNewest: true });
      expect((await version()).trim()).toBe(String(PGLITE_MAJOR));
      const database = await openDatabase({ dataDir, log: silentLog });
      const tenants = database.kysely.selectFrom('tenants').select(['id', 'name', 'created_at']);
      expect(await tenants.execute()).toEqual([tenant]);
      await database.close();
    },
    TIMEOUT_MS,
  );
});
