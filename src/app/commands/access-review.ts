import { escapeUnsafe } from '../../adapters/log/log-text.js';
import { pinoLogger } from '../../adapters/log/pino-logger.js';
import { openDatabase } from '../../adapters/postgres/connection/database.js';
import { storesOf } from '../../adapters/postgres/stores.js';
import { systemClock } from '../../adapters/system-clock.js';
import type { Config } from '../../config/config.js';
import { NO_POLICY, type AccessPolicy } from '../../domain/tenant/access-policy.js';
import { PAGE_SIZE_MAX } from '../../domain/page-size.js';
import type { Tenant } from '../../domain/tenant/tenant.js';
import type { ReviewedKey } from '../../ports/keys/access-review-store.js';
import type { KeyUsageRecord } from '../../ports/keys/key-usage-store.js';
import { AccessReviews, type AccessReview } from '../../services/keys/access-reviews.js';
import { KeyUsage } from '../../services/keys/key-usage.js';

/** A reviewed key and how it was used; undefined: it was not. */
interface Entry extends ReviewedKey {
  readonly usage: KeyUsageRecord | undefined;
}

const HEADINGS = [
  'TENANT',
  'KEY',
  'NAME',
  'SCOPES',
  'POLICY',
  'MADE BY',
  'ENDS',
  'LAST USED',
  'FROM',
  'FINDINGS',
] as const;

/** Bounds of the days, as in the graph. */
const DAYS_MAX = 3_650;

/** `npm run access-review`: beside a running gateway on Postgres, on a stopped one with PGlite. */
export async function printedAccessReview(config: Config, unusedDays: number): Promise<string> {
  if (!Number.isInteger(unusedDays) || unusedDays < 1 || unusedDays > DAYS_MAX) {
    throw new Error(`--unused-days takes a number of days from 1 to ${String(DAYS_MAX)}.`);
  }
  const { log } = pinoLogger({ level: 'error', format: 'auto' });
  const { databaseUrl: url, databaseSchema: schema, dataDir } = config;
  const database = await openDatabase({ url, schema, dataDir, log });
  try {
    const { accessReviews: store, keyUsage } = storesOf(database);
    const clock = systemClock;
    const usage = new KeyUsage({ store: keyUsage, clock, log });
    const reviews = new AccessReviews({ store, usage, clock, log });
    const review = await reviews.begin(unusedDays);
    const entries = await allKeys(reviews, review, usage);
    return printed(review, entries, await allTenants(reviews));
  } finally {
    await database.close();
  }
}

async function allKeys(
  reviews: AccessReviews,
  review: AccessReview,
  usage: KeyUsage,
): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for (let hasNextPage = true; hasNextPage;) {
    const after = entries.at(-1)?.key ?? null;
    const page = await reviews.listKeys(review, null, { first: PAGE_SIZE_MAX, after });
    const uses = await usage.find(page.keys.map(({ key }) => key.id));
    entries.push(...page.keys.map((one) => ({ ...one, usage: uses.get(one.key.id) })));
    ({ hasNextPage } = page);
  }
  return entries;
}

async function allTenants(reviews: AccessReviews): Promise<readonly Tenant[]> {
  const tenants: Tenant[] = [];
  for (let hasNextPage = true; hasNextPage;) {
    const after = tenants.at(-1)?.id ?? null;
    const page = await reviews.listTenantsWithoutBudget({ first: PAGE_SIZE_MAX, after });
    tenants.push(...page.tenants);
    ({ hasNextPage } = page);
  }
  return tenants;
}

function printed(
  { at, unusedDays }: AccessReview,
  entries: readonly Entry[],
  tenants: readonly Tenant[],
): string {
  const count = (what: (entry: Entry) => boolean): string => String(entries.filter(what).length);
  return [
    `Access review of ${at.toISOString()}`,
    '',
    ...table([HEADINGS, ...entries.map(rowOf)]),
    '',
    `Keys that can be used: ${String(entries.length)}`,
    `  not used for ${String(unusedDays)} days: ${count(({ isUnused }) => isUnused)}`,
    `  without an end: ${count(({ key }) => key.expiresAt === null)}`,
    `  with scopes that were never needed: ${count(({ unusedScopes }) => unusedScopes.length > 0)}`,
    `Tenants without a budget: ${tenants.map(({ id }) => id).join(', ') || 'none'}`,
    'Holders of access tokens of OAuth issuers are not listed: see the issuer.',
    '',
    'Reviewed by: ______________________________   Date: ______________',
    '',
  ].join('\n');
}

function rowOf({ key, tenant, usage, isUnused, unusedScopes }: Entry): readonly string[] {
  const findings = [
    ...(isUnused ? ['unused'] : []),
    ...(key.expiresAt === null ? ['no end'] : []),
    ...(unusedScopes.length > 0 ? [`never needed ${unusedScopes.join(' ')}`] : []),
  ];
  const tenantName = tenant.status === 'ACTIVE' ? tenant.id : `${tenant.id} (${tenant.status})`;
  return [
    tenantName,
    key.id,
    key.name ?? '',
    key.scopes.join(' '),
    policyText(tenant.policy, key.policy),
    key.createdBy ?? 'command line',
    dayOf(key.expiresAt),
    dayOf(usage?.lastAt ?? null),
    usage?.lastAddress ?? '',
    findings.join(', '),
  ];
}

function policyText(tenant: AccessPolicy | null, key: AccessPolicy | null): string {
  const texts = [['tenant', tenant] as const, ['key', key] as const].flatMap(([holder, policy]) => {
    const { operations, models, creditsPerRequestMax } = policy ?? NO_POLICY;
    const parts = [
      ...(operations === null ? [] : [operations.join(' ') || 'no operation']),
      ...(models === null ? [] : [models.join(' ') || 'no model']),
      ...(creditsPerRequestMax === null ? [] : [`${String(creditsPerRequestMax)} credits`]),
    ];
    return parts.length === 0 ? [] : [`${holder}: ${parts.join('; ')}`];
  });
  return texts.join(' / ');
}

/** UTC; a dash for what never was or will be. */
function dayOf(at: Date | null): string {
  return at === null ? '-' : at.toISOString().slice(0, 10);
}

/** Rows with their columns one under the other. Names are tenants' own: they stay on their line. */
function table(rows: readonly (readonly string[])[]): string[] {
  const safe = rows.map((row) => row.map(escapeUnsafe));
  const widths = HEADINGS.map((_, column) =>
    Math.max(...safe.map((row) => row[column]?.length ?? 0)),
  );
  return safe.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
