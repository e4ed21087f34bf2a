import type { WaitingNoteStore } from '../../../../src/ports/dispatch/waiting-note-store.js';
import { WaitingNotes } from '../../../../src/services/dispatch/waiting-notes.js';
import { openTestDatabase, type TestDatabase } from '../../../support/store/database.js';
import { FakeClock } from '../../../support/time/fake-clock.js';
import { aNewTask, createTenants } from '../../../support/store/new-task.js';
import { storesOf, type Stores } from '../../../../src/adapters/postgres/stores.js';
import { PostgresTenantStore } from '../../../../src/adapters/postgres/tenants/postgres-tenant-store.js';

const TASKS = 150;
const SLOT = { reason: 'SLOT', until: null } as const;
const UNREACHABLE = { reason: 'RUNWAY_UNREACHABLE', until: null } as const;
const pool = { runwayAccount: 'default', model: 'gen4.5' };
const { signal } = new AbortController();

// Guarantee: a round of telling costs what has changed, and not what is queued.
describe('Waiting notes', () => {
  let db: TestDatabase;
  let clock: FakeClock;
  let stores: Stores;
  let notes: WaitingNotes;
  /** Tasks told, by batch. */
  let batches: number[];
  beforeAll(async () => {
    db = await openTestDatabase('pglite');
  }, 60_000);
  beforeEach(async () => {
    clock = new FakeClock();
    batches = [];
    stores = storesOf(db.database);
    const counting: WaitingNoteStore = {
      noteStopped: (batch) => stores.waitingNotes.noteStopped(batch),
      noteWaiting: async (...args) => {
        const noted = await stores.waitingNotes.noteWaiting(...args);
        batches.push(noted.told);
        return noted;
      },
    };
    notes = new WaitingNotes({ store: counting, clock });
    await createTenants(new PostgresTenantStore(db.database), 'acme');
  });
  afterEach(() => db.clear());
  afterAll(() => db.close());

  const accept = () => stores.submissions.accept(aNewTask(), clock.now());
  const blockedFor = (reason: typeof SLOT | typeof UNREACHABLE) =>
    notes.block(new Map([[{ ...pool }, reason]]));

  it('D14: tell each task once for each reason, in batches', async () => {
    for (let count = 0; count < TASKS; count += 1) await accept();
    await clock.advance(2_000);
    expect(notes.hasNews).toBe(false);
    blockedFor(SLOT);
    expect(notes.hasNews).toBe(true);
    expect(await notes.tell(signal)).toBe(true);
    expect(notes.hasNews).toBe(false);
    expect(await notes.tell(signal)).toBe(false);
    blockedFor(SLOT);
    expect(notes.hasNews).toBe(false);
    expect(await notes.tell(signal)).toBe(false);
    expect(batches).toEqual([100, 50, 0]);

    blockedFor(UNREACHABLE);
    expect(await notes.tell(signal)).toBe(true);
    expect(await notes.tell(signal)).toBe(false);
    expect(batches).toEqual([100, 50, 0, 100, 50]);
    expect(await stores.events.eventRange('acme')).toEqual({ newest: 3 * TASKS, oldest: 0 });
  });

  it('D14: leave a task alone that has just come, and tell nothing of a pool that moves', async () => {
    await accept();
    blockedFor(SLOT);
    await notes.tell(signal);
    await clock.advance(2_000);
    notes.unblock(pool);
    await notes.tell(signal);
    expect(batches).toEqual([0]);
    blockedFor(SLOT);
    await notes.tell(signal);
    expect(batches).toEqual([0, 1]);
  });

  it('D14: end with their loop', async () => {
    await accept();
    await clock.advance(2_000);
    blockedFor(SLOT);
    expect(await notes.tell(AbortSignal.abort())).toBe(false);
    expect(batches).toEqual([]);
  });
});
