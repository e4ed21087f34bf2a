import { sql, type Kysely, type Migration } from 'kysely';

/**
 * Tells every node, by a notification, and the writer's own connection, by a notice that comes with
 * the answer, that a credential is not what it was: `credential key:<id>` or `credential tenant:<id>`.
 * See keys/told-credential-changes.ts. The columns are those that `find_credential` reads.
 */
const STATEMENTS = [
  sql`create function tell_credential_change() returns trigger language plpgsql as $$
    declare
      told text := 'credential ' || tg_argv[0] || ':' || old.id;
    begin
      perform pg_notify('task_events', told);
      raise notice using errcode = 'GW002', message = told;
      return null;
    end $$`,
  sql`create trigger tell_credential_change
    after delete or update of secret_hash, replaced_secret_hash, replaced_secret_until, scopes,
      name, tenant_id, created_at, created_by, expires_at, revoked_at, allowed_addresses, policy,
      suspended_at, id
    on api_keys for each row execute function tell_credential_change('key')`,
  // Not of the counters, which every task moves.
  sql`create trigger tell_credential_change
    after delete or update of suspended_at, deleted_at, policy, id
    on tenants for each row execute function tell_credential_change('tenant')`,
];

/** Runs beside the version before, whose nodes wake nothing for such a name. */
export const credentialChanges: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
};
