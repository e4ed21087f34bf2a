import { sql, type RawBuilder, type SqlBool } from 'kysely';

import {
  alertRule,
  type AlertRuleId,
  type AlertWatch,
  type AlertWatchKind,
} from '../../../domain/alerts/alert-rules.js';
import type { AlertSighting } from '../../../domain/alerts/security-alert.js';
import { periodStart } from '../../../domain/pricing/credits.js';
import { MODERATED } from '../../../domain/task/failure.js';
import type { Db } from '../tasks/task-rows.js';

/**
 * Rows that one rule looks at, the newest first: a flood of more rows passes every threshold within
 * these.
 */
const LOOKED_AT_MAX = 20_000;

/** Subjects of one rule in one round: more than are told of in an hour, so that others are seen too. */
const SUBJECTS_MAX = 200;

/** Days before the present one whose mean is the baseline of spend. */
const BASELINE_DAYS = 7;

const DAY_MS = 86_400_000;

/** What a rule found about one subject. */
type Found = Omit<AlertSighting, 'rule' | 'threshold'>;

interface Look {
  readonly threshold: number;
  readonly since: Date;
  readonly now: Date;
  readonly spendFloorCredits: number;
}

type WatchOf<Kind extends AlertWatchKind> = Extract<AlertWatch, { kind: Kind }>;

type Finder<Kind extends AlertWatchKind> = (
  db: Db,
  watch: WatchOf<Kind>,
  look: Look,
) => Promise<readonly Found[]>;

/** As http/connections/client-address.ts counts clients: an IPv4 address, or the /56 of an IPv6 one. */
const CLIENT_ADDRESS = sql`case when address like '%:%'
  then network(set_masklen(address::inet, 56))::text else address end`;

/** By what refusals are summed: the subject, and what it names that an answer needs. */
const REFUSED = {
  caller: {
    from: sql`recent where subject is not null`,
    subject: sql`subject`,
    tenant: sql`max(tenant_id)`,
    key: sql`max(key_id)`,
    address: sql`null::text`,
    group: sql`tenant_id, subject`,
  },
  address: {
    from: sql`recent where address is not null`,
    subject: sql`'address:' || address`,
    tenant: sql`null::text`,
    key: sql`null::text`,
    address: sql`address`,
    group: sql`address`,
  },
  // Of keys that exist alone: what a client made up is not told.
  attemptedKey: {
    from: sql`recent join api_keys on api_keys.id = recent.attempted_key
      where recent.event = 'authn_login_fail'`,
    subject: sql`'key:' || api_keys.id`,
    tenant: sql`max(api_keys.tenant_id)`,
    key: sql`null::text`,
    address: sql`null::text`,
    group: sql`api_keys.id`,
  },
} satisfies Record<WatchOf<'refusals'>['by'], Record<string, RawBuilder<unknown>>>;

/** The key that a refused credential named; see http/requests/audited-refusals.ts. */
const ATTEMPTED_KEY = sql`case when objects ->> 0 like 'key:%' then substr(objects ->> 0, 5) end`;

const findRefusals: Finder<'refusals'> = async (db, { codes, by }, { threshold, since }) => {
  const { from, subject, tenant, key, address, group } = REFUSED[by];
  const { rows } = await sql<Found>`
    with recent as (
      select found.* from unnest(${[...codes]}::text[]) as watched (code)
      cross join lateral (
        select event, subject, ${CLIENT_ADDRESS} as address, tenant_id, key_id, coalesce(count, 1) as times,
          ${ATTEMPTED_KEY} as attempted_key
        from audit_events
        where audit_events.code = watched.code and at > ${since}::timestamptz
        order by at desc
        limit ${sql.lit(LOOKED_AT_MAX)}
      ) as found
    )
    select ${subject} as subject, null as detail, ${tenant} as "tenantId", ${key} as "keyId",
      ${address} as address, sum(times)::double precision as count
    from ${from}
    group by ${group}
    having sum(times) >= ${threshold}::double precision
    order by count desc
    limit ${sql.lit(SUBJECTS_MAX)}`.execute(db);
  return rows;
};

const findReuse: Finder<'reuse'> = async (db, _watch, { threshold, since }) => {
  const { rows } = await sql<Found>`
    with recent as (
      select coalesce(count, 1) as times, ${ATTEMPTED_KEY} as attempted_key
      from audit_events
      where event = 'authn_token_reuse' and at > ${since}::timestamptz
      order by at desc
      limit ${sql.lit(LOOKED_AT_MAX)}
    )
    select 'key:' || api_keys.id as subject, null as detail, max(tenant_id) as "tenantId",
      null as "keyId", null as address, sum(times)::double precision as count
    from recent join api_keys on api_keys.id = recent.attempted_key
    group by api_keys.id
    having sum(times) >= ${threshold}::double precision
    order by count desc
    limit ${sql.lit(SUBJECTS_MAX)}`.execute(db);
  return rows;
};

/** The first network of a key is no new one. */
const findNetworks: Finder<'networks'> = async (db, _watch, { threshold, since }) => {
  const { rows } = await sql<Found>`
    with recent as (
      select key_id, network, first_at from key_networks
      where first_at > ${since}::timestamptz
      order by first_at desc
      limit ${sql.lit(LOOKED_AT_MAX)}
    )
    select 'key:' || key_id as subject,
      (array_agg(network order by recent.first_at desc, network desc))[1] as detail,
      max(tenant_id) as "tenantId", key_id as "keyId", null as address,
      count(*)::double precision as count
    from recent join api_keys on api_keys.id = key_id
    where exists (
      select from key_networks as earlier
      where earlier.key_id = recent.key_id
        and (earlier.first_at, earlier.network) < (recent.first_at, recent.network)
    )
    group by key_id
    having count(*) >= ${threshold}::double precision
    order by count desc
    limit ${sql.lit(SUBJECTS_MAX)}`.execute(db);
  return rows;
};

/**
 * Whole days are compared, because a tenant that works eight hours of a day has three times its mean
 * in each of them. A day without tasks has no counter, and is not part of the mean.
 */
const findSpend: Finder<'spend'> = async (db, { by }, { threshold, now, spendFloorCredits }) => {
  const today = periodStart('DAY', now);
  const from = new Date(today.getTime() - BASELINE_DAYS * DAY_MS);
  const whose = by === 'tenant' ? sql<SqlBool>`subject = ''` : sql<SqlBool>`subject <> ''`;
  const { rows } = await sql<Found>`
    with spending as (
      select tenant_id, subject, reserved + spent as credits from budget_counters
      where period_start = ${today}::timestamptz and period = 'DAY' and ${whose}
        and reserved + spent >= ${spendFloorCredits}::numeric
      order by reserved + spent desc
      limit ${sql.lit(LOOKED_AT_MAX)}
    )
    select case when spending.subject = '' then 'tenant:' || spending.tenant_id
        else spending.subject end as subject,
      null as detail, spending.tenant_id as "tenantId",
      case when spending.subject like 'key:%' then substr(spending.subject, 5) end as "keyId",
      null as address, round(spending.credits / baseline.credits, 2)::double precision as count
    from spending
    cross join lateral (
      select greatest(
        coalesce(avg(before.reserved + before.spent), 0),
        greatest(${spendFloorCredits}::numeric, 1) / ${threshold}::numeric
      ) as credits
      from budget_counters as before
      where before.tenant_id = spending.tenant_id and before.subject = spending.subject
        and before.period = 'DAY' and before.period_start >= ${from}::timestamptz
        and before.period_start < ${today}::timestamptz
    ) as baseline
    where spending.credits >= baseline.credits * ${threshold}::numeric
    order by count desc
    limit ${sql.lit(SUBJECTS_MAX)}`.execute(db);
  return rows;
};

/** The condition of the partial index tasks_moderated_newest. */
const IS_MODERATED = sql<SqlBool>`status = 'FAILED'
  and state #>> '{failure,code}' ~ ${sql.lit(MODERATED.source)}`;

const findModeration: Finder<'moderation'> = async (db, { by }, { threshold, since }) => {
  const isTenant = by === 'tenant';
  const subject = isTenant ? sql`'tenant:' || tenant_id` : sql`created_by`;
  const key = isTenant
    ? sql`null::text`
    : sql`case when created_by like 'key:%' then substr(created_by, 5) end`;
  const group = isTenant ? sql`tenant_id` : sql`tenant_id, created_by`;
  const { rows } = await sql<Found>`
    with recent as (
      select tenant_id, created_by from tasks
      where ${IS_MODERATED} and settled_at > ${since}::timestamptz
      order by settled_at desc
      limit ${sql.lit(LOOKED_AT_MAX)}
    )
    select ${subject} as subject, null as detail, tenant_id as "tenantId", ${key} as "keyId",
      null as address, count(*)::double precision as count
    from recent
    group by ${group}
    having count(*) >= ${threshold}::double precision
    order by count desc
    limit ${sql.lit(SUBJECTS_MAX)}`.execute(db);
  return rows;
};

/** Nodes see the limits of Runway's accounts themselves, and raise what they see. */
const findNothing: Finder<'account'> = () => Promise.resolve([]);

const FINDERS: { readonly [Kind in AlertWatchKind]: Finder<Kind> } = {
  refusals: findRefusals,
  reuse: findReuse,
  networks: findNetworks,
  spend: findSpend,
  moderation: findModeration,
  account: findNothing,
};

/** What one rule sees now, the largest first. */
export async function sightingsOf(
  db: Db,
  rule: AlertRuleId,
  look: Omit<Look, 'since'>,
): Promise<readonly AlertSighting[]> {
  const { watches, windowMs } = alertRule(rule);
  const find = FINDERS[watches.kind] as Finder<AlertWatchKind>;
  const found = await find(db, watches, {
    ...look,
    since: new Date(look.now.getTime() - windowMs),
  });
  return found.map((one) => ({ ...one, rule, threshold: look.threshold }));
}
