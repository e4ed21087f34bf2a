import { openDatabase } from '../adapters/postgres/connection/database.js';
import { assertDurable } from '../adapters/postgres/connection/server-durability.js';
import { storesOf } from '../adapters/postgres/stores.js';
import type { Base } from './base.js';
import type { Machine } from './machine.js';
import { openVault } from './open-vault.js';
import { openAudit } from './open-audit.js';
import type { SettingsFiles } from './files/settings-files.js';

export type Storage = Awaited<ReturnType<typeof openStorage>>;

/** The database, its stores, the audit log in it, and the files beside it. */
export async function openStorage(
  { config, clock, log, shutdown, metrics, outward }: Base,
  { keyRing }: Pick<SettingsFiles, 'keyRing'>,
  {
    databaseTemplate: template,
    startPglite,
    audit: look,
    wrapPool,
    wrapStores = (stores) => stores,
  }: Machine,
) {
  const database = await openDatabase({
    keys: keyRing,
    url: config.databaseUrl,
    schema: config.databaseSchema,
    dataDir: config.dataDir,
    template,
    startPglite,
    log,
    wrapPool,
  });
  shutdown.add(() => database.close());
  await assertDurable(database, { production: config.production, log });
  if (look !== undefined) shutdown.add(() => look(database));
  const stores = wrapStores(storesOf(database));
  const audit = openAudit(config, { log: stores.audit, clock, logger: log, metrics });
  // After all that may leave records.
  shutdown.add(() => audit.stop());
  const vault = await openVault({ config, outward, shutdown }, database);
  return { database, stores, audit, vault };
}
