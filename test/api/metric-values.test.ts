// Guarantee: the metrics count what happens, know no content, and no client can make them grow.
import { X509Certificate } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateTenantDocument,
  TasksDocument,
  TaskUpdatedDocument,
} from '../../client/src/generated/graphql.js';
import { METRICS, type MetricRow } from '../../src/domain/telemetry/metric-table.js';
import { selfSigned } from '../support/client/self-signed.js';
import { drain, openStream } from '../support/client/streams.js';
import { createVideo, untilStatus } from '../support/client/tasks.js';
import { aVideo } from '../support/client/inputs.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { metricOf, samplesOf, valueIn } from '../support/telemetry/scraped.js';
import { FakeClock } from '../support/time/fake-clock.js';

/** 5 s of gen4.5. */
const CREDITS = 60;

/** Different texts that one client sends; most come when a limit is reached. */
const HOSTILE_REQUESTS = 200;

/** Fewer than one credential may have open. */
const AT_ONCE = 20;

const CANARY = 'canary4f1c';

const isHistogram = (name: string): boolean =>
  (METRICS as Readonly<Record<string, MetricRow>>)[name]?.type === 'histogram';

describe('the metrics of a gateway', () => {
  let clock: FakeClock;
  let gateway: TestGateway;
  let ann: string;

  beforeAll(async () => {
    clock = new FakeClock();
    gateway = await startGateway({ METRICS_PORT: '0', READS_PER_MINUTE: '60' }, { clock });
    ann = await gateway.keyOf(`tenant-${CANARY}`, ['GENERATE_VIDEO', 'TASK_READ']);
  }, 300_000);
  afterAll(() => gateway.stop());

  const value = async (name: string, labels: Record<string, string> = {}) =>
    valueIn(await gateway.scrape(), name, labels);

  it('follow a task from its acceptance to its end', async () => {
    const label = `label-${CANARY}`;
    const input = aVideo(`A lighthouse ${CANARY}`);
    const task = await createVideo(gateway, { input, label }, ann);
    const live = await gateway.scrape();
    expect(valueIn(live, 'gateway_tasks')).toBe(1);
    expect(valueIn(live, 'gateway_tasks', { status: 'PENDING' })).toBe(1);
    expect(valueIn(live, 'gateway_credits', { credits: 'reserved', period: 'day' })).toBe(CREDITS);
    expect(valueIn(live, 'gateway_credits', { credits: 'spent', period: 'month' })).toBe(0);
    const created = { operation: 'createTextToVideo', outcome: 'ok' };
    expect(valueIn(live, 'gateway_request_duration_seconds_count', created)).toBe(1);
    const call = { method: 'textToVideo.create', result: 'ok' };
    expect(valueIn(live, 'gateway_runway_call_duration_seconds_count', call)).toBe(1);

    await untilStatus(gateway, clock, task.id, 'SUCCEEDED', ann);

    const settled = await gateway.scrape();
    expect(valueIn(settled, 'gateway_tasks')).toBe(0);
    expect(valueIn(settled, 'gateway_credits', { credits: 'reserved' })).toBe(0);
    expect(valueIn(settled, 'gateway_credits', { credits: 'spent', period: 'day' })).toBe(CREDITS);
    const end = { status: 'SUCCEEDED' };
    const operation = 'createTextToVideo';
    expect(valueIn(settled, 'gateway_tasks_settled_total', { operation, ...end })).toBe(1);
    expect(valueIn(settled, 'gateway_task_duration_seconds_count', end)).toBe(1);
    expect(valueIn(settled, 'gateway_poll_lateness_seconds_count')).toBeGreaterThan(0);
    const read = { method: 'tasks.retrieve', result: 'ok' };
    expect(valueIn(settled, 'gateway_runway_call_duration_seconds_count', read)).toBeGreaterThan(0);
  });

  it('count requests that fail by their root field and code', async () => {
    const labels = { operation: 'tenants', transport: 'http', code: 'FORBIDDEN' };
    const denied = { event: 'authz_fail', code: 'FORBIDDEN' };
    const before = await gateway.scrape();
    await gateway.post({ query: '{ tenants { edges { node { id } } } }' }, ann);
    const after = await gateway.scrape();
    const count = (scrape: string, name: string, of: Record<string, string>) =>
      valueIn(scrape, name, of) ?? 0;
    for (const [name, of] of [
      ['gateway_request_errors_total', labels],
      ['gateway_denials_total', denied],
      ['gateway_request_duration_seconds_count', { operation: 'tenants', outcome: 'refused' }],
    ] as const) {
      expect([name, count(after, name, of) - count(before, name, of)]).toEqual([name, 1]);
    }
  });

  it('count a wrong credential as a denial, of no root field', async () => {
    const denied = { event: 'authn_login_fail', code: 'UNAUTHENTICATED' };
    const before = (await value('gateway_denials_total', denied)) ?? 0;
    const secret = `rgk_${CANARY}_${'x'.repeat(24)}`;
    await gateway.post({ query: '{ viewer { tenant { id } } }' }, secret);
    expect(await value('gateway_denials_total', denied)).toBe(before + 1);
    const none = { operation: 'none', code: 'UNAUTHENTICATED' };
    expect(await value('gateway_request_errors_total', none)).toBeGreaterThan(0);
  });

  it('show an open stream, and the duration of its subscription when it has ended', async () => {
    const task = await createVideo(gateway, {}, ann);
    const stream = openStream(gateway.url, ann, TaskUpdatedDocument, { id: task.id });
    await stream.next();
    expect(await value('gateway_work_open', { work: 'stream' })).toBe(1);
    await untilStatus(gateway, clock, task.id, 'SUCCEEDED', ann);
    await drain(stream);
    const labels = { operation: 'taskUpdated', transport: 'websocket', outcome: 'ok' };
    await clock.until(
      async () => (await value('gateway_subscription_duration_seconds_count', labels)) === 1,
      { stepMs: 0 },
    );
    expect(await value('gateway_work_open', { work: 'stream' })).toBe(0);
  });

  it('show a breaker that is open, and calls that fail', async () => {
    gateway.emulator.setFault({ path: '*', status: 401, body: { error: 'No.' } });
    await gateway.ask(TasksDocument, {}, ann);
    await gateway.post({ query: '{ organization { creditBalance } }' });
    gateway.emulator.clearFaults();
    const operator = { account: 'operator', target: 'account' };
    expect(await value('gateway_breakers_open', operator)).toBe(1);
    expect(await value('gateway_breakers_open', { account: 'tenants' })).toBe(0);
    const refused = { method: 'organization.retrieve', result: 'refused' };
    expect(await value('gateway_runway_call_duration_seconds_count', refused)).toBe(1);
  });

  it('say that the process is whole', async () => {
    const scrape = await gateway.scrape();
    expect(valueIn(scrape, 'gateway_store_up')).toBe(1);
    expect(valueIn(scrape, 'gateway_loops_stopped')).toBe(0);
    expect(valueIn(scrape, 'gateway_build_info', { store: 'pglite' })).toBe(1);
    expect(valueIn(scrape, 'gateway_database_connections')).toBe(1);
    expect(valueIn(scrape, 'gateway_audit_dropped_records_total')).toBe(0);
    expect(valueIn(scrape, 'gateway_queue_oldest_seconds')).toBe(0);
    expect(valueIn(scrape, 'gateway_unconfirmed_oldest_seconds')).toBe(0);
    expect(valueIn(scrape, 'gateway_tls_certificate_expiry_timestamp_seconds')).toBeUndefined();
  });

  it('M20: have no more series after many different operation names and limits hit, and no word of a client', async () => {
    const names = Array.from({ length: HOSTILE_REQUESTS }, (_, at) => `Q${CANARY}${String(at)}`);
    const series = async (): Promise<number> =>
      samplesOf(await gateway.scrape()).filter(({ name }) => name.startsWith('gateway_')).length;
    const send = async (name: string): Promise<void> => {
      const query = `query ${name} { ${name}: viewer { tenant { id } } }`;
      const headers = { 'x-request-id': name, 'user-agent': name, 'x-forwarded-for': name };
      const answer = await gateway.post({ query, operationName: name }, ann, headers);
      await answer.text();
    };
    const attack = async (texts: readonly string[]): Promise<void> => {
      for (const name of texts) await send(name);
      for (const name of texts.slice(0, 10)) await gateway.post({ query: `{ ${name} }` }, ann);
    };
    // Answered, over the limit, and refused by the document check: all kinds that the second half has.
    await attack(names.slice(0, HOSTILE_REQUESTS / 2));
    const before = await series();

    await attack(names.slice(HOSTILE_REQUESTS / 2));

    expect(await series()).toBe(before);
    const scrape = await gateway.scrape();
    expect(valueIn(scrape, 'gateway_limit_hits_total', { limit: 'reads' })).toBeGreaterThan(
      HOSTILE_REQUESTS / 2,
    );
    expect(scrape).not.toContain(CANARY);
    expect(scrape).not.toContain('lighthouse');
    expect(scrape).not.toContain('rgk_');
  }, 120_000);

  it('are all in the table, or of the library', async () => {
    const names = samplesOf(await gateway.scrape()).map(({ name }) => metricOf(name, isHistogram));
    const foreign = [...new Set(names)].filter((name) => !Object.hasOwn(METRICS, name));
    expect(foreign.filter((name) => !/^(?:nodejs|process)_/.test(name))).toEqual([]);
  });
});

describe('METRICS_TENANTS', () => {
  it('M20: names tenants where it is true, and no more than 100', async () => {
    const gateway = await startGateway(
      { METRICS_PORT: '0', METRICS_TENANTS: 'true' },
      { clock: new FakeClock() },
    );
    try {
      const key = await gateway.keyOf('ann', ['GENERATE_VIDEO']);
      await createVideo(gateway, {}, key);
      const ids = Array.from({ length: 101 }, (_, at) => `t${String(at)}`);
      const create = (id: string) =>
        gateway.data(CreateTenantDocument, { input: { id, name: 'T' } });
      for (let at = 0; at < ids.length; at += AT_ONCE) {
        await Promise.all(ids.slice(at, at + AT_ONCE).map(create));
      }
      const scrape = await gateway.scrape();
      expect(valueIn(scrape, 'gateway_tenant_live_tasks', { tenant: 'ann' })).toBe(1);
      const held = { tenant: 'ann', credits: 'reserved', period: 'month' };
      expect(valueIn(scrape, 'gateway_tenant_credits', held)).toBe(CREDITS);
      const tenants = samplesOf(scrape).filter(({ name }) => name === 'gateway_tenant_live_tasks');
      expect(tenants).toHaveLength(100);
    } finally {
      await gateway.stop();
    }
  }, 300_000);
});

describe('gateway_tls_certificate_expiry_timestamp_seconds', () => {
  it('is the end of the certificate in use', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gateway-tls-'));
    const { cert, key } = selfSigned('127.0.0.1');
    const [certFile, keyFile] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
    await writeFile(certFile, cert);
    await writeFile(keyFile, key);
    const gateway = await startGateway({
      METRICS_PORT: '0',
      TLS_CERT_FILE: certFile,
      TLS_KEY_FILE: keyFile,
    });
    try {
      const end = valueIn(
        await gateway.scrape(),
        'gateway_tls_certificate_expiry_timestamp_seconds',
      );
      expect(end).toBe(Date.parse(new X509Certificate(cert).validTo) / 1_000);
    } finally {
      await gateway.stop();
      await rm(folder, { recursive: true });
    }
  });
});
