// Guarantee: whatever a proxy does to a paid request, Runway gets it at most once, its credits are where
// its state says, and the client is told what there is to know.
import { startEmulator, type Emulator } from '../../src/emulator/server/start-emulator.js';
import {
  SUBMISSION_DECISIONS,
  type DecisionKey,
} from '../../src/domain/submission/submission-decisions.js';
import {
  CreateTextToVideoDocument,
  TaskDocument,
  ViewerBudgetDocument,
  type TaskFieldsFragment,
} from '../../client/src/generated/graphql.js';
import { aVideo } from '../support/client/inputs.js';
import { ConnectProxy, type ProxyConduct } from '../support/egress/connect-proxy.js';
import { RecordedLog } from '../support/gateway/recorded-log.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { httpAnswer, startFaultServer, type FaultServer } from '../support/runway/fault-server.js';
import { FakeClock } from '../support/time/fake-clock.js';

/** 5 s of gen4.5. */
const CREDITS = 60;

const RECOVERY = { stepMs: 1_000, steps: 300 };

interface Row {
  readonly fault: string;
  readonly decision: DecisionKey;
  readonly conduct?: ProxyConduct;
  /** The proxy resets the tunnel when Runway has the request. */
  readonly isCutAfterRequest?: true;
  /** POSTs that reached Runway whole while the fault lasted. */
  readonly posts: 0 | 1;
}

const rows: readonly Row[] = [
  ...[403, 407, 429, 502, 503, 504].map((status) => ({
    fault: `${String(status)} to CONNECT`,
    conduct: status,
    decision: 'unsent' as const,
    posts: 0 as const,
  })),
  { fault: 'an end instead of a tunnel', conduct: 'ends', decision: 'unsent', posts: 0 },
  { fault: 'a reset instead of a tunnel', conduct: 'resets', decision: 'unsent', posts: 0 },
  { fault: 'a tunnel that ends at once', conduct: 'endsTunnel', decision: 'ambiguous', posts: 0 },
  ...[502, 503, 504].map((status) => ({
    fault: `${String(status)} of the proxy in the tunnel`,
    conduct: { answers: httpAnswer(status, '<html>') },
    decision: 'ambiguous' as const,
    posts: 0 as const,
  })),
  {
    fault: 'a reset after the request',
    isCutAfterRequest: true,
    decision: 'ambiguous',
    posts: 1,
  },
];

describe('a submission through a proxy that meets', () => {
  const clock = new FakeClock();
  const log = new RecordedLog();
  let emulator: Emulator;
  let proxy: ConnectProxy;
  let gateway: TestGateway;
  let wire: FaultServer | undefined;
  let tenants = 0;

  beforeAll(async () => {
    emulator = await startEmulator({
      port: 0,
      clock,
      settings: { taskSeconds: 8, concurrency: null },
    });
    proxy = await ConnectProxy.start();
    proxy.servers.set('runway.test', emulator.url);
    gateway = await startGateway(
      {
        RUNWAYML_API_SECRET: 'key_test',
        RUNWAYML_BASE_URL: 'http://runway.test:8443',
        HTTP_PROXY: proxy.url,
        LIVE_TASKS_PER_TENANT_MAX: '1000',
      },
      { clock, log },
    );
  }, 60_000);

  afterEach(async () => {
    proxy.conduct = 'open';
    proxy.servers.set('runway.test', emulator.url);
    await wire?.close();
    wire = undefined;
    // A breaker that has opened closes with the first success.
    await clock.until(
      async () => (await buy(gateway.operatorKey)).data?.createTextToVideo != null,
      RECOVERY,
    );
  });

  afterAll(async () => {
    await gateway.stop();
    await proxy.stop();
    await emulator.close();
  });

  const buy = (key: string) => gateway.ask(CreateTextToVideoDocument, { input: aVideo() }, key);

  const posts = (): number =>
    [...emulator.requests(), ...(wire?.requests ?? [])].filter(({ method }) => method === 'POST')
      .length;

  async function newTenant(): Promise<string> {
    tenants += 1;
    return await gateway.keyOf(`tenant-${String(tenants)}`, ['GENERATE_VIDEO', 'TASK_READ']);
  }

  async function read(key: string, id: string): Promise<TaskFieldsFragment> {
    return (await gateway.data(TaskDocument, { id }, key)).task;
  }

  async function holding(key: string): Promise<unknown> {
    const { viewer } = await gateway.data(ViewerBudgetDocument, {}, key);
    const { reserved, spent } = viewer.budget[0] ?? {};
    return { reserved, spent };
  }

  it.each(rows)('$fault', async ({ decision, conduct, isCutAfterRequest, posts: expected }) => {
    const key = await newTenant();
    emulator.clearRequests();
    log.lines.length = 0;
    proxy.conduct = conduct ?? 'open';
    if (isCutAfterRequest === true) {
      wire = await startFaultServer({ onRequest: () => proxy.cut() });
      proxy.servers.set('runway.test', wire.url);
    }
    const { data } = await buy(key);
    const { task: status, sentAgain } = SUBMISSION_DECISIONS[decision];
    const task = data?.createTextToVideo?.task;
    expect(task).toMatchObject({ status });
    expect(await holding(key)).toEqual({ reserved: CREDITS, spent: 0 });
    expect(posts()).toBe(expected);

    // The fault is over.
    proxy.conduct = 'open';
    proxy.servers.set('runway.test', emulator.url);
    const id = task?.id ?? '';
    if (sentAgain === 'NEVER') {
      expect(log.lines.join('\n')).toContain('a submission has no certain outcome');
      await clock.advance(30_000);
      expect((await read(key, id)).status).toBe('UNCONFIRMED');
      expect(posts()).toBe(expected);
      expect(await holding(key)).toEqual({ reserved: CREDITS, spent: 0 });
      return;
    }
    expect(task?.waitingFor?.reason).toBe('RUNWAY_UNREACHABLE');
    expect(log.lines.join('\n')).toMatch(
      /"the proxy opens no connection".*runway\.test:8443.*PROXY_/,
    );
    const settled = await clock.until(async () => {
      const now = await read(key, id);
      return now.settledAt !== null && now;
    }, RECOVERY);
    expect(settled).toMatchObject({ status: 'SUCCEEDED', cost: CREDITS });
    expect(posts()).toBe(1);
    expect(await holding(key)).toEqual({ reserved: 0, spent: CREDITS });
  });
});
