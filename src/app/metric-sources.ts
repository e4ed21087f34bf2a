import { isOwnAccount } from '../domain/account/runway-account.js';
import { METRIC_LABELS, type MetricLabelValue } from '../domain/telemetry/metric-labels.js';
import type { FigureStore, PeriodCredits } from '../ports/telemetry/figure-store.js';
import type { Metrics } from '../ports/telemetry/metrics.js';
import type { DeliveryStore } from '../ports/webhooks/delivery-store.js';
import type { AccountAlarms, Limit } from '../services/organization/account-alarms.js';
import type { Books } from '../services/telemetry/books.js';
import type { Breakers } from '../services/upstream/breakers.js';
import type { Gateway } from './assemble.js';
import type { Base } from './base.js';

/** Tenants that the metrics name; see METRICS_TENANTS. */
const TENANTS_MAX = 100;

type AccountLabel = MetricLabelValue<'account'>;

/** Adds the sources of all gauges: what is read at each scrape, and where. */
export function addMetricSources(base: Base, gateway: Gateway, version: string): void {
  const { metrics, clock, config } = base;
  if (!metrics.isOn) return;
  const { runway, storage, books } = gateway;
  const now = (): Date => clock.now();
  addProcess(metrics, gateway, version);
  addOpenWork(metrics, gateway);
  addRunway(metrics, runway);
  addBooks(metrics, books);
  addStore(metrics, storage.stores.figures, now);
  addWebhooks(metrics, storage.stores.deliveries, now);
  if (config.metrics.tenants) addTenants(metrics, storage.stores.figures, now);
}

function addWebhooks(metrics: Metrics, store: DeliveryStore, now: () => Date): void {
  const names = [
    'gateway_webhook_deliveries_due',
    'gateway_webhook_deliveries_waiting',
    'gateway_webhooks_in_trouble',
  ] as const;
  metrics.addSource(names, async (set) => {
    const { due, waiting, failingWebhooks, disabledWebhooks } = await store.figures(now());
    set('gateway_webhook_deliveries_due', {}, due);
    set('gateway_webhook_deliveries_waiting', {}, waiting);
    set('gateway_webhooks_in_trouble', { webhook_state: 'failing' }, failingWebhooks);
    set('gateway_webhooks_in_trouble', { webhook_state: 'disabled' }, disabledWebhooks);
  });
}

function addProcess(metrics: Metrics, { storage, loops, files }: Gateway, version: string): void {
  const { database, audit } = storage;
  metrics.addSource(['gateway_build_info'], (set) => {
    const labels = { version, node_version: process.versions.node, store: database.kind };
    set('gateway_build_info', labels, 1);
  });
  metrics.addSource(['gateway_loops_stopped'], (set) => {
    set('gateway_loops_stopped', {}, loops.filter(({ isRunning }) => !isRunning).length);
  });
  metrics.addSource(['gateway_database_connections'], (set) => {
    const counts = database.connections();
    for (const pool of METRIC_LABELS.pool.values) {
      set('gateway_database_connections', { pool }, counts[pool]);
    }
  });
  metrics.addSource(['gateway_store_up'], async (set) => {
    const isUp = await database.check().then(
      () => true,
      () => false,
    );
    set('gateway_store_up', {}, isUp ? 1 : 0);
  });
  metrics.addSource(['gateway_audit_waiting_records'], (set) => {
    set('gateway_audit_waiting_records', {}, audit.writer.waiting);
  });
  metrics.addSource(['gateway_tls_certificate_expiry_timestamp_seconds'], (set) => {
    const end = files.tls.expiresAt();
    if (end !== undefined) {
      set('gateway_tls_certificate_expiry_timestamp_seconds', {}, seconds(end));
    }
  });
}

function addOpenWork(metrics: Metrics, gateway: Gateway): void {
  const { server, settlementWaits, openSubmissions } = gateway;
  metrics.addSource(['gateway_work_open'], (set) => {
    const { requests, streams } = server.open;
    set('gateway_work_open', { work: 'request' }, requests);
    set('gateway_work_open', { work: 'stream' }, streams);
    set('gateway_work_open', { work: 'wait' }, settlementWaits.count);
    set('gateway_work_open', { work: 'submission' }, openSubmissions.count);
  });
}

const LIMIT_LABELS: Readonly<Record<Limit, MetricLabelValue<'runway_limit'>>> = {
  'daily generations': 'daily_generations',
  'monthly spend': 'monthly_spend',
  credits: 'credits',
};

function addRunway(
  metrics: Metrics,
  { breakers, alarms }: { readonly breakers: Breakers; readonly alarms: AccountAlarms },
): void {
  metrics.addSource(['gateway_breakers_open'], (set) => {
    const open = breakers.listOpen();
    for (const account of METRIC_LABELS.account.values) {
      for (const target of METRIC_LABELS.target.values) {
        const count = open.filter(
          (breaker) => accountLabel(breaker.account) === account && breaker.target === target,
        ).length;
        set('gateway_breakers_open', { account, target }, count);
      }
    }
  });
  metrics.addSource(['gateway_runway_limit_used_ratio'], (set) => {
    const used = new Map<string, number>();
    for (const { account: name, limit, ratio } of alarms.listUsed()) {
      const labels = { account: accountLabel(name), runway_limit: LIMIT_LABELS[limit] };
      const key = JSON.stringify(labels);
      used.set(key, Math.max(used.get(key) ?? 0, ratio));
      set('gateway_runway_limit_used_ratio', labels, used.get(key) ?? ratio);
    }
  });
}

function addBooks(metrics: Metrics, books: Books): void {
  metrics.addSource(['gateway_books_differences'], (set) => {
    if (books.checkedAt === undefined) return;
    const found = books.differences();
    for (const check of METRIC_LABELS.check.values) {
      set('gateway_books_differences', { check }, found.get(check) ?? 0);
    }
  });
  metrics.addSource(['gateway_books_checked_timestamp_seconds'], (set) => {
    const at = books.checkedAt;
    set('gateway_books_checked_timestamp_seconds', {}, at === undefined ? 0 : seconds(at));
  });
}

function addStore(metrics: Metrics, store: FigureStore, now: () => Date): void {
  metrics.addSource(
    [
      'gateway_tasks',
      'gateway_queue_oldest_seconds',
      'gateway_unconfirmed_oldest_seconds',
      'gateway_audit_unsealed_oldest_seconds',
      'gateway_pool_holds',
      'gateway_credits',
    ],
    async (set) => {
      const figures = await store.read(now());
      const age = (since: Date | null): number =>
        since === null ? 0 : Math.max(0, seconds(now()) - seconds(since));
      for (const status of ['QUEUED', 'PENDING', 'THROTTLED', 'RUNNING', 'UNCONFIRMED'] as const) {
        set('gateway_tasks', { status }, figures.tasks[status] ?? 0);
      }
      set('gateway_queue_oldest_seconds', {}, age(figures.oldestQueuedAt));
      set('gateway_unconfirmed_oldest_seconds', {}, age(figures.oldestUnconfirmedAt));
      set('gateway_audit_unsealed_oldest_seconds', {}, age(figures.oldestUnsealedAt));
      for (const account of METRIC_LABELS.account.values) {
        const held = figures.heldAccounts.filter((name) => accountLabel(name) === account);
        set('gateway_pool_holds', { account }, held.length);
      }
      for (const { period, reserved, spent } of wholeCredits(figures.credits)) {
        set('gateway_credits', { credits: 'reserved', period }, reserved);
        set('gateway_credits', { credits: 'spent', period }, spent);
      }
    },
  );
}

function addTenants(metrics: Metrics, store: FigureStore, now: () => Date): void {
  metrics.addSource(['gateway_tenant_credits', 'gateway_tenant_live_tasks'], async (set) => {
    for (const { tenantId: tenant, liveTasks, credits } of await store.readTenants(
      now(),
      TENANTS_MAX,
    )) {
      set('gateway_tenant_live_tasks', { tenant }, liveTasks);
      for (const { period, reserved, spent } of wholeCredits(credits)) {
        set('gateway_tenant_credits', { tenant, credits: 'reserved', period }, reserved);
        set('gateway_tenant_credits', { tenant, credits: 'spent', period }, spent);
      }
    }
  });
}

/** Day and month, with 0 where nothing was accepted yet. */
function wholeCredits(credits: readonly PeriodCredits[]) {
  return (['DAY', 'MONTH'] as const).map((name) => {
    const { reserved = 0, spent = 0 } = credits.find(({ period }) => period === name) ?? {};
    return { period: name === 'DAY' ? ('day' as const) : ('month' as const), reserved, spent };
  });
}

/** The name of a tenant's own account holds the tenant's. */
function accountLabel(name: string): AccountLabel {
  return isOwnAccount(name) ? 'tenants' : 'operator';
}

function seconds(at: Date): number {
  return at.getTime() / 1_000;
}
