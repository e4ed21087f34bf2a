import { isDeepStrictEqual } from 'node:util';
import { Migrator, sql, type Kysely } from 'kysely';

import { spine } from '../migrations/0001-spine.js';
import { budgets } from '../migrations/0002-budgets.js';
import { flow } from '../migrations/0003-flow.js';
import { tenants } from '../migrations/0004-tenants.js';
import { givenOut } from '../migrations/0005-given-out.js';
import { poolHolds } from '../migrations/0006-pool-holds.js';
import { sentAndGranted } from '../migrations/0007-sent-and-granted.js';
import { liveTasks } from '../migrations/0008-live-tasks.js';
import { queuedTasks } from '../migrations/0009-queued-tasks.js';
import { history } from '../migrations/0010-history.js';
import { storedMedia } from '../migrations/0011-stored-media.js';
import { doubtsAndDecisions } from '../migrations/0013-doubts-and-decisions.js';
import { queueTurns } from '../migrations/0014-queue-turns.js';
import { pollsByAccount } from '../migrations/0015-polls-by-account.js';
import { tokenBudgets } from '../migrations/0020-token-budgets.js';
import { tenantRates } from '../migrations/0025-tenant-rates.js';
import { managedKeys } from '../migrations/0030-managed-keys.js';
import { accessPolicies } from '../migrations/0031-access-policies.js';
import { keyUses } from '../migrations/0032-key-uses.js';
import { auditEvents } from '../migrations/0040-audit-events.js';
import { operatorsReadAudit } from '../migrations/0041-operators-read-audit.js';
import { auditKeyMarks } from '../migrations/0042-audit-key-marks.js';
import { dataKeys } from '../migrations/0050-data-keys.js';
import { runwayCredentials } from '../migrations/0057-runway-credentials.js';
import { retiredDataKeys } from '../migrations/0058-retired-data-keys.js';
import { refusals } from '../migrations/0060-refusals.js';
import { overruns } from '../migrations/0061-overruns.js';
import { usage } from '../migrations/0062-usage.js';
import { traces } from '../migrations/0063-traces.js';
import { securityAlerts } from '../migrations/0064-security-alerts.js';
import { storeNotes } from '../migrations/0065-store-notes.js';
import { archivedOutputs } from '../migrations/0070-archived-outputs.js';
import { lineage } from '../migrations/0075-lineage.js';
import { webhooks } from '../migrations/0080-webhooks.js';
import { credentialChanges } from '../migrations/0081-credential-changes.js';
import type { Tables } from '../tables.js';

/** In order of their names. One that has been released is never edited, only followed by another. */
const MIGRATIONS = {
  '0001-spine': spine,
  '0002-budgets': budgets,
  '0003-flow': flow,
  '0004-tenants': tenants,
  '0005-given-out': givenOut,
  '0006-pool-holds': poolHolds,
  '0007-sent-and-granted': sentAndGranted,
  '0008-live-tasks': liveTasks,
  '0009-queued-tasks': queuedTasks,
  '0010-history': history,
  '0011-stored-media': storedMedia,
  '0013-doubts-and-decisions': doubtsAndDecisions,
  '0014-queue-turns': queueTurns,
  '0015-polls-by-account': pollsByAccount,
  '0020-token-budgets': tokenBudgets,
  '0025-tenant-rates': tenantRates,
  '0030-managed-keys': managedKeys,
  '0031-access-policies': accessPolicies,
  '0032-key-uses': keyUses,
  '0040-audit-events': auditEvents,
  '0041-operators-read-audit': operatorsReadAudit,
  '0042-audit-key-marks': auditKeyMarks,
  '0050-data-keys': dataKeys,
  '0057-runway-credentials': runwayCredentials,
  '0058-retired-data-keys': retiredDataKeys,
  '0060-refusals': refusals,
  '0061-overruns': overruns,
  '0062-usage': usage,
  '0063-traces': traces,
  '0064-security-alerts': securityAlerts,
  '0065-store-notes': storeNotes,
  '0070-archived-outputs': archivedOutputs,
  '0075-lineage': lineage,
  '0080-webhooks': webhooks,
  '0081-credential-changes': credentialChanges,
};

/** In order. */
export const MIGRATION_NAMES: readonly string[] = Object.keys(MIGRATIONS).sort();

/**
 * Brings the schema up to date. Any number of processes may start at once: Kysely's Migrator takes
 * an advisory lock, and all but the first find nothing left to do. `schema` is the one that the
 * session makes tables in, and is made itself where it is missing. Throws what the failed migration
 * threw; nothing of it is kept. `inTransaction`: `kysely` is one connection with an open transaction,
 * in which all of it happens.
 */
export async function migrateToLatest(
  kysely: Kysely<Tables>,
  schema = 'public',
  { inTransaction = false }: { readonly inTransaction?: boolean } = {},
): Promise<void> {
  if (await isUpToDate(kysely, schema)) return;
  const { error } = await migratorOf(kysely, schema, inTransaction).migrateToLatest();
  if (error !== undefined) throw new Error('The database could not be migrated', { cause: error });
}

/** Where Kysely's Migrator notes the names of those that have run. */
const NOTES = 'kysely_migration';

/**
 * Whether our migrations have run, and no others. The Migrator looks at all tables three times before it
 * finds that out.
 */
async function isUpToDate(kysely: Kysely<Tables>, schema: string): Promise<boolean> {
  const { rows: tables } = await sql`
    select from pg_catalog.pg_tables where schemaname = ${schema} and tablename = ${NOTES}
  `.execute(kysely);
  if (tables.length === 0) return false;
  const { rows: notes } = await sql<{ name: string }>`
    select name from ${sql.id(schema, NOTES)}
  `.execute(kysely);
  return isDeepStrictEqual(notes.map(({ name }) => name).sort(), MIGRATION_NAMES);
}

/** Makes the schema as it was after the migration `name`, in the open transaction of `kysely`. */
export async function migrateTo(
  kysely: Kysely<Tables>,
  schema: string,
  name: string,
): Promise<void> {
  const { error } = await migratorOf(kysely, schema, true).migrateTo(name);
  if (error !== undefined) throw new Error('The database could not be migrated', { cause: error });
}

function migratorOf(kysely: Kysely<Tables>, schema: string, inTransaction: boolean): Migrator {
  return new Migrator({
    db: kysely,
    // Another program's migrations may be in another schema of the same database.
    migrationTableSchema: schema,
    provider: { getMigrations: () => Promise.resolve(MIGRATIONS) },
    disableTransactions: inTransaction,
  });
}
