import { sql, type Selectable, type UpdateObject } from 'kysely';

import { NO_POLICY, type PolicyChange } from '../../../domain/tenant/access-policy.js';
import type { AuditedMutation } from '../../../domain/audit.js';
import type { Tenant, TenantStatus } from '../../../domain/tenant/tenant.js';
import type {
  NewTenant,
  TenantHoldings,
  TenantPage,
  TenantStore,
  TenantLimits,
} from '../../../ports/tenants/tenant-store.js';
import { audited } from '../audit/audited-work.js';
import type { Database } from '../connection/database.js';
import { pageLimit, pageOf } from '../connection/page-rows.js';
import { wakeTurns } from '../dispatch/queue-turns.js';
import type { Tables } from '../tables.js';
import type { TenantsTable } from './tenant-tables.js';
import type { Db } from '../tasks/task-rows.js';

type TenantRow = Selectable<TenantsTable>;

export class PostgresTenantStore implements TenantStore {
  readonly #db: Db;

  constructor(database: Database) {
    this.#db = database.kysely;
  }

  async create(tenant: NewTenant, audit?: AuditedMutation): Promise<Tenant | undefined> {
    const insert = async (db: Db): Promise<Tenant | undefined> => {
      const row = await db
        .insertInto('tenants')
        .values({ id: tenant.id, name: tenant.name, created_at: tenant.createdAt })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returningAll()
        .executeTakeFirst();
      return row && toTenant(row);
    };
    return await audited(this.#db, audit, insert, names);
  }

  async find(id: string): Promise<Tenant | undefined> {
    const row = await this.#db
      .selectFrom('tenants')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return row && toTenant(row);
  }

  async list({ first, after }: Parameters<TenantStore['list']>[0]): Promise<TenantPage> {
    const rows = await this.#db
      .selectFrom('tenants')
      .selectAll()
      .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
      .orderBy('id')
      .limit(pageLimit(first))
      .execute();
    const { shown, hasNextPage } = pageOf(rows, first);
    return { tenants: shown.map(toTenant), hasNextPage };
  }

  async count(): Promise<number> {
    const { count } = await this.#db
      .selectFrom('tenants')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return count;
  }

  async holdings(ids: readonly string[]): Promise<ReadonlyMap<string, TenantHoldings>> {
    const { rows } = await sql<TenantHoldings & { readonly id: string }>`
      select id, tasks, live_tasks as "liveTasks", coalesce("apiKeys", 0) as "apiKeys",
        coalesce(resources, '{}') as resources
      from tenants
        left join lateral (
          select sum(count) filter (where kind = 'apiKey')::bigint as "apiKeys",
            jsonb_object_agg(kind, count) filter (where kind <> 'apiKey') as resources
          from tenant_holdings where tenant_id = tenants.id and count > 0
        ) as held on true
      where id = any(${ids}::text[])`.execute(this.#db);
    return new Map(rows.map(({ id, ...holdings }) => [id, holdings]));
  }

  setLimits(
    id: string,
    limits: TenantLimits,
    audit?: AuditedMutation,
  ): Promise<Tenant | undefined> {
    const { liveTasksMax, ratePercent } = limits;
    const columns = {
      live_tasks_max: liveTasksMax,
      ...(ratePercent === undefined ? {} : { rate_percent: ratePercent }),
    };
    return audited(this.#db, audit, (db) => change(db, id, columns), names);
  }

  async listRates(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#db
      .selectFrom('tenants')
      .select(['id', 'rate_percent as percent'])
      .where('rate_percent', 'is not', null)
      .$narrowType<{ percent: number }>()
      .execute();
    return new Map(rows.map(({ id, percent }) => [id, percent]));
  }

  setPolicy(
    id: string,
    policyChange: PolicyChange,
    audit?: AuditedMutation,
  ): Promise<Tenant | undefined> {
    const policy = sql<string>`coalesce(policy, ${JSON.stringify(NO_POLICY)}::jsonb)
      || ${JSON.stringify(policyChange)}::jsonb`;
    return audited(this.#db, audit, (db) => change(db, id, { policy }), names);
  }

  suspend(id: string, now: Date, audit?: AuditedMutation): Promise<Tenant | undefined> {
    return audited(this.#db, audit, (db) => change(db, id, { suspended_at: now }), names);
  }

  resume(id: string, now: Date, audit?: AuditedMutation): Promise<Tenant | undefined> {
    return this.#db.transaction().execute(async (trx) => {
      const columns = { stopped_at: null, suspended_at: null, resumed_at: now };
      const tenant = await audited(trx, audit, (db) => change(db, id, columns), names);
      if (tenant !== undefined) await wakeTurns(trx, id, now);
      return tenant;
    });
  }

  async startRemoval(id: string, now: Date, audit?: AuditedMutation): Promise<Tenant | undefined> {
    const begin = async (db: Db): Promise<Tenant | undefined> => {
      const row = await db
        .updateTable('tenants')
        .set(({ fn, val, ref }) => ({
          deleted_at: fn.coalesce('deleted_at', val(now)),
          event_floor: ref('event_seq'),
        }))
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst();
      return row && toTenant(row);
    };
    return await audited(this.#db, audit, begin, names);
  }
}

function names(tenant: Tenant | undefined): readonly string[] | undefined {
  return tenant && [`tenant:${tenant.id}`];
}

async function change(
  db: Db,
  id: string,
  columns: UpdateObject<Tables, 'tenants'>,
): Promise<Tenant | undefined> {
  const row = await db
    .updateTable('tenants')
    .set(columns)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
  return row && toTenant(row);
}

export function toTenant(row: TenantRow): Tenant {
  return {
    id: row.id,
    name: row.name,
    status: statusOf(row),
    liveTasksMax: row.live_tasks_max,
    ratePercent: row.rate_percent,
    policy: row.policy,
    createdAt: row.created_at,
  };
}

function statusOf(row: TenantRow): TenantStatus {
  if (row.deleted_at !== null) return 'DELETING';
  if (row.suspended_at !== null) return 'SUSPENDED';
  return row.stopped_at === null ? 'ACTIVE' : 'STOPPED';
}
