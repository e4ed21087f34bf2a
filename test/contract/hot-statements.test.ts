import { sql } from 'kysely';

import { statementForm } from '../../src/adapters/postgres/connection/statement.js';
import { eachDatabase } from '../support/store/database.js';
import { recordEveryStatement, type Recorded } from '../support/store/every-statement.js';
import { sampleSize } from '../support/load/sample.js';
import { fillStore, storeOf } from '../support/store/filled-store.js';
import { expectLedgerHolds } from '../support/store/ledger.js';
import { isExplainable, wholeTablesIn, type PlanKind } from '../support/store/plans.js';
import type { RanStatement } from '../support/store/statements.js';
import { methodsOfStores } from '../support/store/store-ports.js';

/** Settled tasks: so many that a plan which reads them all is never the cheapest one, also in a sample. */
const TASKS = sampleSize(20_000, 5);

/** What grows with history. The other tables are small enough here to be read whole. */
const LARGE_TABLES: ReadonlySet<string> = new Set(['tasks', 'submissions', 'task_events']);

/** The tenant with three tenths of the filled store. */
const LARGEST = 't0';

const FILL_MS = 120_000;

/** Statements of all that a gateway does: one run serves every store. */
let recording: Promise<Recorded> | undefined;

function record(): Promise<Recorded> {
  return (recording ??= recordEveryStatement());
}

/** Each text once, with the values of its first run, asked for the tenant that has most. */
function statementsOf({ statements, tenant }: Recorded): RanStatement[] {
  const byText = new Map<string, RanStatement>();
  for (const statement of statements.filter(isExplainable)) {
    if (byText.has(statement.sql)) continue;
    const parameters = statement.parameters.map((value) => (value === tenant ? LARGEST : value));
    byText.set(statement.sql, { ...statement, parameters });
  }
  return [...byText.values()];
}

function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

it(
  'runs every method of every store',
  async () => {
    const { methods } = await record();

    const missed = methodsOfStores().filter(({ name }) => !methods.has(name));

    expect(missed.map(({ name }) => name)).toEqual([]);
  },
  FILL_MS,
);

/** What reads and writes rows, transactions around it, and how long one waits for a lock. */
const ROWS_ONLY =
  /^\s*(?:\/\*[^*]*\*\/\s*)?(?:set local lock_timeout = '1s'$|\(*\s*(?:select|insert|update|delete|with|explain|begin|start transaction|commit|rollback|savepoint|release)\b)/i;

/** A setting, or a lock that outlasts its transaction. */
const LEFT_IN_SESSION = /\bset_config\b|\bpg_(?:try_)?advisory_lock|\btemp(?:orary)?\s+table\b/i;

it(
  'M17: leaves nothing in a session that the work of another tenant could take for its own',
  async () => {
    const { statements, session, startStatements } = await record();

    const texts = [...new Set(statements.slice(startStatements).map(({ sql: text }) => text))];

    expect(texts.length).toBeGreaterThan(100);
    expect(texts.filter((text) => !ROWS_ONLY.test(text) || LEFT_IN_SESSION.test(text))).toEqual([]);
    expect(session.before).toMatchObject({ temporaryTables: [], locks: [] });
    expect(session.after).toEqual(session.before);
  },
  FILL_MS,
);

eachDatabase('Statements of a store with thousands of tasks (D14, D15, D18, D19)', (get) => {
  let statements: readonly RanStatement[] = [];

  beforeAll(async () => {
    statements = statementsOf(await record());
    await fillStore(get().database.kysely, storeOf(TASKS), new Date());
  }, FILL_MS);

  // Row by row takes longer.
  afterEach(async () => {
    await expectLedgerHolds(get().database);
    await sql`truncate tenants cascade`.execute(get().database.kysely);
    await sql`truncate budget_counters`.execute(get().database.kysely);
  });

  /** Texts whose plan reads a large table from one end to the other, the first `max` of them. */
  async function scansAs(kind: PlanKind, max = Infinity): Promise<string[]> {
    const found: string[] = [];
    for (const statement of statements) {
      if (found.length === max) break;
      const whole = await wholeTablesIn(get().database.kysely, statement, kind);
      const large = whole.filter((table) => LARGE_TABLES.has(table));
      if (large.length > 0) found.push(`${large.join(', ')}: ${inOneLine(statement.sql)}`);
    }
    return found;
  }

  // In one test: the store is emptied after each.
  it(
    'read no large table from end to end, planned for their values or for any, and show it where an index is gone',
    async () => {
      expect(statements.length).toBeGreaterThan(100);
      expect(await scansAs('literal')).toEqual([]);
      expect(await scansAs('prepared')).toEqual([]);

      await sql`drop index tasks_poll_due`.execute(get().database.kysely);

      expect(await scansAs('literal', 1)).toHaveLength(1);
      expect(await scansAs('prepared', 1)).toHaveLength(1);
    },
    FILL_MS,
  );
});

/** A session keeps the plan of a prepared statement until the database has counted the rows anew. */
eachDatabase('Statements that are prepared while a store is new (D14)', (get) => {
  it(
    'read no table from end to end that will be large',
    async () => {
      const { statements } = await record();
      const prepared = statements.filter(({ sql: text }) => statementForm(text) !== undefined);
      const byName = new Map(prepared.map((one) => [statementForm(one.sql)?.name, one]));
      const found: string[] = [];
      for (const [name, statement] of byName) {
        if (!isExplainable(statement)) continue;
        const whole = await wholeTablesIn(get().database.kysely, statement, 'prepared');
        const large = whole.filter((table) => LARGE_TABLES.has(table));
        if (large.length > 0) found.push(`${String(name)}: ${large.join(', ')}`);
      }

      expect(byName.size).toBeGreaterThan(10);
      expect(found).toEqual([]);
    },
    FILL_MS,
  );
});
