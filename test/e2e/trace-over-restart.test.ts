import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { print } from 'graphql';
import { startEmulator, type Emulator } from '../../src/emulator/server/start-emulator.js';
import {
  CreateTextToVideoDocument,
  type CreateTextToVideoMutation,
} from '../../client/src/generated/graphql.js';
import { answered } from '../support/client/answered.js';
import { useBuiltGateway } from '../support/gateway/built-gateway.js';
import { eventually } from '../support/time/eventually.js';
import { GatewayProcess } from '../support/gateway/gateway-process.js';
import type { ReceivedSpan } from '../support/telemetry/otlp-spans.js';
import { TraceCollector } from '../support/telemetry/trace-collector.js';

const KEY = 'rgk_operator_Abcdefghijklmnopqrstuvwx';
const CALLER = { traceId: '4bf92f3577b34da6a3ce929d0e0e4736', spanId: '00f067aa0ba902b7' };
/** Words that no trace may hold: of a prompt, of a label, and in the credential. */
const CANARIES = ['zq7pelican', 'zq7heron', 'Abcdefghijklmnopqrstuvwx', 'key_test'];

describe('the trace of a task', () => {
  const builtGateway = useBuiltGateway();
  let dataDir: string;
  let emulator: Emulator;
  let collector: TraceCollector;
  let gateway: GatewayProcess | undefined;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'gateway-trace-'));
    emulator = await startEmulator({ port: 0, settings: { taskSeconds: 1_000 } });
    collector = await TraceCollector.start();
  });

  afterEach(async () => {
    await gateway?.kill();
    gateway = undefined;
    await emulator.close();
    await collector.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function start(): Promise<GatewayProcess> {
    const environment = {
      DATA_DIR: dataDir,
      RUNWAYML_API_SECRET: 'key_test',
      RUNWAYML_BASE_URL: emulator.url,
      BOOTSTRAP_API_KEY: KEY,
      LOG_FORMAT: 'json',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_BSP_SCHEDULE_DELAY: '100',
    };
    gateway = await GatewayProcess.start(environment, builtGateway());
    return gateway;
  }

  async function buy({ url }: GatewayProcess): Promise<string> {
    const variables = {
      input: {
        gen4_5: { promptText: 'A zq7pelican', ratio: 'RATIO_1280_720', duration: 5 },
      },
      label: 'zq7heron',
    };
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${KEY}`,
        traceparent: `00-${CALLER.traceId}-${CALLER.spanId}-01`,
        tracestate: 'vendor=zq7pelican',
        baggage: 'user=zq7heron',
      },
      body: JSON.stringify({ query: print(CreateTextToVideoDocument), variables }),
    });
    const answer = (await response.json()) as { data?: CreateTextToVideoMutation; errors?: [] };
    return answered(answer).createTextToVideo.task.id;
  }

  const one = (spans: readonly ReceivedSpan[], name: string): ReceivedSpan => {
    const [found, ...others] = spans.filter((span) => span.name === name);
    if (found === undefined || others.length > 0) throw new Error(`${name} is not one span`);
    return found;
  };

  // Guarantee: a task's trace goes on after a restart, by what is stored with the task.
  it('L3, M20: is one, from the request to the settlement, over a restart; it holds no content', async () => {
    const first = await start();
    const id = await buy(first);
    await collector.until(({ name }) => name === 'read task');
    await collector.until(({ name }) => name === 'POST /graphql');
    expect(await first.terminate()).toBe(0);
    const readsBefore = collector.spans.filter(({ name }) => name === 'read task').length;
    expect(collector.spans.some(({ name }) => name === 'settle')).toBe(false);

    emulator.settings.taskSeconds = 1;
    await start();
    await collector.until(({ name }) => name === 'settle');
    const spans = await collector.untilAll(
      (all) =>
        all.filter(({ name }) => name === 'read task').length > readsBefore &&
        all.some(({ attributes }) => attributes['gateway.task_status'] === 'SUCCEEDED'),
    );

    const request = one(spans, 'POST /graphql');
    expect(request).toMatchObject({
      traceId: CALLER.traceId,
      parentSpanId: CALLER.spanId,
      kind: 2,
    });
    const operation = one(spans, 'mutation');
    expect(operation.parentSpanId).toBe(request.spanId);
    const field = one(spans, 'createTextToVideo');
    expect(field.parentSpanId).toBe(operation.spanId);
    const ofTask = spans.filter(({ attributes }) => attributes['gateway.task_id'] === id);
    expect(new Set(ofTask.map(({ name }) => name))).toEqual(
      new Set(['textToVideo.create', 'read task', 'settle']),
    );
    for (const span of ofTask) {
      expect(span).toMatchObject({ traceId: CALLER.traceId, parentSpanId: field.spanId });
    }
    expect(one(spans, 'textToVideo.create').attributes).toEqual({
      'gateway.task_id': id,
      'gateway.sdk_method': 'textToVideo.create',
      'gateway.attempt': 0,
      'gateway.outcome': 'accepted',
      'gateway.task_status': 'PENDING',
    });
    expect(one(spans, 'settle').attributes).toMatchObject({ 'gateway.task_status': 'SUCCEEDED' });
    // It comes by another way than the spans do.
    await eventually(() => {
      const lines = gateway?.output.split('\n');
      const settledLine = lines?.find((line) => line.includes('task settled'));
      expect(JSON.parse(settledLine ?? '{}')).toMatchObject({
        taskId: id,
        traceId: CALLER.traceId,
        spanId: field.spanId,
      });
    });
    for (const canary of CANARIES) expect(collector.text).not.toContain(canary);
    // Runway is told of no trace.
    for (const { headers } of emulator.requests())
      expect(headers).not.toHaveProperty('traceparent');
  }, 600_000);
});
