import type { Database } from '../../../src/adapters/postgres/connection/database.js';
import { PostgresBooksStore } from '../../../src/adapters/postgres/telemetry/postgres-books-store.js';

const END_OF_TIME = new Date('9999-12-31T00:00:00Z');

/** What the gateway's own check of its books finds, over all days and tasks; empty when they agree. */
export async function findBookFaults(database: Database): Promise<unknown[]> {
  const store = new PostgresBooksStore(database);
  const periods = await database.kysely
    .selectFrom('budget_counters')
    .select(['period', 'period_start'])
    .distinct()
    .execute();
  const found = [await store.checkTasks({ from: new Date(0), to: END_OF_TIME })];
  for (const { period, period_start } of periods) {
    // Retention may have deleted tasks of any of these days.
    if (period === 'DAY') found.push(await store.checkDay(period_start, false));
    else found.push(await store.checkMonth(period_start));
  }
  return found.filter((differences) => Object.values(differences).some((count) => count > 0));
}
