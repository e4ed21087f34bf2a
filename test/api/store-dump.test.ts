// Guarantee: a dump holds all of the store; restored into an empty one, of whichever kind, nothing is
// lost, live tasks go on, and nothing is paid twice.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { dumpStore } from '../../src/app/commands/dump-store.js';
import { restoreStore } from '../../src/app/commands/restore-store.js';
import type { Environment } from '../../src/config/config.js';
import { BusyStore, BUSY_TIMEOUT_MS } from '../support/store/busy-store.js';
import { createPostgresDatabase, describeServer } from '../support/store/database.js';

type Kind = 'the embedded store' | 'Postgres';

describe('A store that is dumped, wiped and restored', () => {
  let store: BusyStore;
  const drops: (() => Promise<void>)[] = [];

  beforeEach(async () => {
    store = await BusyStore.open();
  });
  afterEach(async () => {
    await store.close();
    for (const drop of drops.splice(0)) await drop();
  }, BUSY_TIMEOUT_MS);

  /** The settings of an empty store of this kind. */
  async function emptyStore(kind: Kind): Promise<Environment> {
    if (kind === 'the embedded store') {
      await rm(join(store.dataDir, 'pglite'), { recursive: true, force: true });
      return {};
    }
    const { url, drop } = await createPostgresDatabase();
    drops.push(drop);
    return { DATABASE_URL: url };
  }

  async function losesNothing(from: Kind, to: Kind): Promise<void> {
    const before = await emptyStore(from);
    await store.start(before);
    const known = await store.fill();
    await store.stop();
    const file = join(store.dataDir, 'store.dump.gz');
    await dumpStore(store.config(before), { to: file });

    const after = await emptyStore(to);
    const { tasks, held } = await restoreStore(store.config(after), { from: file, isNewest: true });
    expect({ tasks, held }).toEqual({ tasks: known.tasks.length, held: 0 });
    expect(await store.auditVerdict(after)).toBe('whole');
    await store.start(after);
    await store.expectAllGoesOn(known);
    await store.stop();
    expect(await store.auditVerdict(after)).toBe('whole');
  }

  it(
    'loses nothing on the embedded store',
    () => losesNothing('the embedded store', 'the embedded store'),
    BUSY_TIMEOUT_MS,
  );

  describeServer('with a Postgres', () => {
    it('loses nothing on Postgres', () => losesNothing('Postgres', 'Postgres'), BUSY_TIMEOUT_MS);
  });
});
