import { sql, type SqlBool } from 'kysely';

import { isScope, type Scope } from '../../../domain/tenant/scope.js';
import type { KeyUsageRecord, KeyUsageStore, KeyUse } from '../../../ports/keys/key-usage-store.js';
import type { Database } from '../connection/database.js';

/** Networks that are kept of one key. What is used from more is used from anywhere, and no further one is noted. */
const NETWORKS_MAX = 200;

export class PostgresKeyUsageStore implements KeyUsageStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** In the order of ids, so that nodes that write the same keys wait for each other. */
  async recordUses(uses: readonly KeyUse[]): Promise<void> {
    const written = JSON.stringify(
      uses.map(({ scopes: _scopes, networks: _networks, ...use }) => use),
    );
    const scopes = JSON.stringify(
      uses.flatMap(({ keyId, scopes: all }) =>
        [...all].map(([scope, lastAt]) => ({ keyId, scope, lastAt })),
      ),
    );
    const networks = JSON.stringify(
      uses.flatMap(({ keyId, lastAt, networks: all }) =>
        [...all].map(([network, firstAt]) => ({ keyId, network, firstAt, lastAt })),
      ),
    );
    await this.#database.kysely.transaction().execute(async (trx) => {
      // The lock keeps the keys there until the commit.
      await sql`
        with kept as (
          select id from api_keys
          where id in (select "keyId" from jsonb_to_recordset(${written}::jsonb) as use ("keyId" text))
          order by id for key share
        )
        insert into key_uses (key_id, requests, last_at, last_address)
        select id, requests, "lastAt", "lastAddress"
        from kept join jsonb_to_recordset(${written}::jsonb) as use (
          "keyId" text, requests bigint, "lastAt" timestamptz, "lastAddress" text
        ) on "keyId" = id
        order by id
        on conflict (key_id) do update set
          requests = key_uses.requests + excluded.requests,
          last_at = greatest(key_uses.last_at, excluded.last_at),
          last_address = case when excluded.last_at >= key_uses.last_at
            then coalesce(excluded.last_address, key_uses.last_address)
            else key_uses.last_address end`.execute(trx);
      await sql`
        insert into key_scope_uses (key_id, scope, last_at)
        select id, scope, "lastAt"
        from api_keys join jsonb_to_recordset(${scopes}::jsonb) as use (
          "keyId" text, scope text, "lastAt" timestamptz
        ) on "keyId" = id
        order by id, scope
        on conflict (key_id, scope) do update set
          last_at = greatest(key_scope_uses.last_at, excluded.last_at)`.execute(trx);
      await sql`
        insert into key_networks (key_id, network, first_at, last_at)
        select id, network, "firstAt", "lastAt"
        from api_keys join jsonb_to_recordset(${networks}::jsonb) as use (
          "keyId" text, network text, "firstAt" timestamptz, "lastAt" timestamptz
        ) on "keyId" = id
        where exists (
            select from key_networks as known
            where known.key_id = id and known.network = use.network
          )
          or (
            select count(*) from (
              select from key_networks as known where known.key_id = id
              limit ${sql.lit(NETWORKS_MAX)}
            ) as known
          ) < ${sql.lit(NETWORKS_MAX)}
        order by id, network
        on conflict (key_id, network) do update set
          last_at = greatest(key_networks.last_at, excluded.last_at)`.execute(trx);
    });
  }

  async findUsage(ids: readonly string[]): Promise<ReadonlyMap<string, KeyUsageRecord>> {
    const { kysely } = this.#database;
    const uses = await kysely
      .selectFrom('key_uses')
      .selectAll()
      .where(sql<SqlBool>`key_id = any(${ids}::text[])`)
      .execute();
    const scopes = await kysely
      .selectFrom('key_scope_uses')
      .selectAll()
      .where(sql<SqlBool>`key_id = any(${ids}::text[])`)
      .orderBy('scope')
      .execute();
    return new Map(
      uses.map(({ key_id: id, requests, last_at: lastAt, last_address: lastAddress }) => {
        const own = scopes.flatMap((use): [Scope, Date][] =>
          use.key_id === id && isScope(use.scope) ? [[use.scope, use.last_at]] : [],
        );
        return [id, { requests, lastAt, lastAddress, scopes: new Map(own) }];
      }),
    );
  }
}
