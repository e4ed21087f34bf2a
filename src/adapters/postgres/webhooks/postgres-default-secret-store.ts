import { sql } from 'kysely';

import type { AuditedMutation } from '../../../domain/audit.js';
import type {
  DefaultSecretStore,
  RotatedSecret,
} from '../../../ports/webhooks/default-secret-store.js';
import type { NewSecret } from '../../../ports/webhooks/webhook-store.js';
import type { Encrypted } from '../connection/database.js';
import { PLACES } from '../encryption/places.js';
import { openText } from '../encryption/sealed-forms.js';
import type { Db } from '../tasks/task-rows.js';
import { changeRecorded, ensureTenant, lockTenant } from './webhook-changes.js';

export class PostgresDefaultSecretStore implements DefaultSecretStore {
  readonly #database: Encrypted;

  constructor(database: Encrypted) {
    this.#database = database;
  }

  get #db(): Db {
    return this.#database.kysely;
  }

  async rotate(
    tenantId: string,
    { secret, oldUntil }: NewSecret,
    now: Date,
    audit?: AuditedMutation,
  ): Promise<RotatedSecret | undefined> {
    return await changeRecorded(this.#db, audit, null, async (db) => {
      const newest = await lockTenant(db, tenantId);
      if (newest === undefined) return undefined;
      await ensureTenant(db, tenantId, newest, now);
      const cipher = await this.#database.ciphers.forSealing(tenantId, db);
      const { old_secret: old } = await db
        .updateTable('webhook_tenants')
        .set(() => ({
          old_secret: sql<string>`secret`,
          old_secret_until: oldUntil,
          secret: cipher.seal(secret, PLACES.tenantWebhookSecret(tenantId)),
        }))
        .where('tenant_id', '=', tenantId)
        .returning('old_secret')
        .executeTakeFirstOrThrow();
      return { oldSecretUntil: old === null ? null : oldUntil };
    });
  }

  async has(tenantId: string): Promise<boolean> {
    const row = await this.#db
      .selectFrom('webhook_tenants')
      .select('tenant_id')
      .where('tenant_id', '=', tenantId)
      .where('secret', 'is not', null)
      .executeTakeFirst();
    return row !== undefined;
  }

  async inForce(tenantId: string, now: Date): Promise<readonly string[]> {
    const row = await this.#db
      .selectFrom('webhook_tenants')
      .select(['tenant_id', 'secret', 'old_secret', 'old_secret_until'])
      .where('tenant_id', '=', tenantId)
      .executeTakeFirst();
    if (row === undefined) return [];
    const isOldValid = row.old_secret_until !== null && row.old_secret_until > now;
    const secrets = [row.secret, isOldValid ? row.old_secret : null];
    const { ciphers } = this.#database;
    return await ciphers.openedOne(this.#db, row, (_, cipher) =>
      secrets
        .filter((secret) => secret !== null)
        .map((secret) => openText(secret, cipher, PLACES.tenantWebhookSecret(tenantId))),
    );
  }
}
