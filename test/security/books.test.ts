// Guarantee: a running gateway finds out by itself, within a minute, that its credits, tasks and
// submissions do not agree, and says so in a metric and in the log.
import { sql, type PostgresPool, type Kysely } from 'kysely';
import { kyselyOver } from '../../src/adapters/postgres/connection/kysely-over.js';
import type { Tables } from '../../src/adapters/postgres/tables.js';
import { createVideo, untilStatus } from '../support/client/tasks.js';
import { RecordedLog } from '../support/gateway/recorded-log.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { valueIn } from '../support/telemetry/scraped.js';
import { FakeClock } from '../support/time/fake-clock.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const DIFFER = 'the books of the gateway differ';

interface Damage {
  readonly what: string;
  readonly check: string;
  /** NOW stands for the time of the gateway. */
  readonly damage: string;
  readonly repair: string;
}

const damages: readonly Damage[] = [
  {
    what: 'a counter that lost what a task has reserved',
    check: 'reserved',
    damage: `update budget_counters set reserved = reserved - 60`,
    repair: `update budget_counters set reserved = reserved + 60`,
  },
  {
    what: 'a counter that lost what a task has cost',
    check: 'spent',
    damage: `update budget_counters set spent = spent - 60`,
    repair: `update budget_counters set spent = spent + 60`,
  },
  {
    what: 'a counter that holds more than its tasks',
    check: 'spent',
    damage: `update budget_counters set spent = spent + 1`,
    repair: `update budget_counters set spent = spent - 1`,
  },
  {
    what: "a tenant's counter that is not the sum of its keys'",
    check: 'counters',
    damage: `update budget_counters set spent = spent + 1 where subject <> ''`,
    repair: `update budget_counters set spent = spent - 1 where subject <> ''`,
  },
  {
    what: "a month's counter that is not the sum of its days'",
    check: 'counters',
    damage: `update budget_counters set spent = spent + 1 where period = 'MONTH'`,
    repair: `update budget_counters set spent = spent - 1 where period = 'MONTH'`,
  },
  {
    what: 'a settled task that has spent other than its cost',
    check: 'task_amounts',
    damage: `update tasks set cost_credits = coalesce(cost_credits, estimate_credits) + 1,
      settled_at = NOW where settled_at is not null`,
    repair: `update tasks set cost_credits = cost_credits - 1 where settled_at is not null`,
  },
  {
    what: 'a tenant that says it has a queued task more',
    check: 'task_counts',
    damage: `update tenants set queued_tasks = queued_tasks + 1`,
    repair: `update tenants set queued_tasks = queued_tasks - 1`,
  },
  {
    what: 'a task at Runway whose submission was never sent',
    check: 'submissions',
    damage: `update submissions set status = 'cancelled'
      where task_id in (select id from tasks where settled_at is null)`,
    repair: `update submissions set status = 'submitted' where status = 'cancelled'`,
  },
  {
    what: 'two tasks with one task at Runway',
    check: 'runway_tasks',
    damage: `update tasks set runway_task_id = (
        select runway_task_id from tasks where settled_at is null
      ) where settled_at is not null`,
    repair: `update tasks set runway_task_id = 'another' where settled_at is not null`,
  },
];

describe('the check of the books', () => {
  let clock: FakeClock;
  let log: RecordedLog;
  let gateway: TestGateway;
  let kysely: Kysely<Tables>;

  beforeAll(async () => {
    clock = new FakeClock('2026-01-15T12:00:00.000Z');
    log = new RecordedLog();
    let pool: PostgresPool | undefined;
    gateway = await startGateway(
      { METRICS_PORT: '0' },
      { clock, log, wrapPool: (given) => (pool = given) },
    );
    if (pool === undefined) throw new Error('The gateway has no store');
    kysely = kyselyOver(pool);
    const ann = await gateway.keyOf('ann', ['GENERATE_VIDEO', 'TASK_READ']);
    const settled = await createVideo(gateway, {}, ann);
    await untilStatus(gateway, clock, settled.id, 'SUCCEEDED', ann);
    gateway.emulator.settings.taskSeconds = 100 * 3_600;
    await createVideo(gateway, {}, ann);
    await clock.advance(1_000);
  }, 300_000);
  afterAll(() => gateway.stop());

  const run = async (statements: string): Promise<void> => {
    const now = `timestamptz '${clock.now().toISOString()}'`;
    await sql.raw(statements.replace('NOW', now)).execute(kysely);
  };

  const differences = async (check?: string): Promise<number | undefined> =>
    valueIn(
      await gateway.scrape(),
      'gateway_books_differences',
      check === undefined ? {} : { check },
    );

  const checkedAt = async (): Promise<number> =>
    valueIn(await gateway.scrape(), 'gateway_books_checked_timestamp_seconds') ?? 0;

  /** Lets a minute pass twice, each with its check: the first one may have begun before. */
  async function untilChecked(): Promise<void> {
    for (let check = 0; check < 2; check += 1) {
      const before = await checkedAt();
      await clock.leap(MINUTE_MS);
      await clock.until(async () => (await checkedAt()) > before, { stepMs: 10 });
    }
  }

  it('D11: finds nothing while a gateway works', async () => {
    await untilChecked();
    expect(await differences()).toBe(0);
    expect(log.lines.filter((line) => line.includes(DIFFER))).toEqual([]);
  });

  it.each(damages)('D11: finds $what within a minute, and its repair', async (row) => {
    const told = (): number => log.lines.filter((line) => line.includes(DIFFER)).length;
    const before = told();
    await run(row.damage);
    await untilChecked();
    expect(await differences(row.check)).toBeGreaterThan(0);
    expect(told()).toBeGreaterThan(before);
    await run(row.repair);
    await untilChecked();
    expect(await differences()).toBe(0);
  });

  it('D11: finds a difference on an older day within an hour', async () => {
    const day = `timestamptz '2025-12-30T00:00:00Z'`;
    await run(`insert into budget_counters (tenant_id, subject, period, period_start, reserved, spent)
      values ('ann', '', 'DAY', ${day}, 0, 7)`);
    const until = clock.now().getTime() + HOUR_MS;
    while ((await differences('spent')) === 0 && clock.now().getTime() < until) {
      await clock.leap(MINUTE_MS);
      await clock.until(async () => (await checkedAt()) * 1_000 > clock.now().getTime() - 1_000, {
        stepMs: 10,
      });
    }
    await run(`delete from budget_counters where period_start = ${day}`);
    expect(await differences('spent')).toBe(1);
  }, 120_000);

  it('tells in gateway_books_checked_timestamp_seconds when the check does not end', async () => {
    await run('alter table budget_counters rename to away');
    // One that was under way may still end.
    await clock.leap(MINUTE_MS);
    const before = await checkedAt();
    await clock.leap(3 * MINUTE_MS);
    expect(await checkedAt()).toBe(before);
    await run('alter table away rename to budget_counters');
    await untilChecked();
    expect(await checkedAt()).toBeGreaterThan(before);
  });
});
