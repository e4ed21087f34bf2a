import { print } from 'graphql';
import {
  CreateAvatarDocument,
  CreateTextToVideoDocument,
  TaskUpdatedDocument,
  ViewerDocument,
} from '../../client/src/generated/graphql.js';
import { RecordedLog } from '../support/gateway/recorded-log.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { aVideo } from '../support/client/inputs.js';
import { openStream } from '../support/client/streams.js';
import { createVideo, untilStatus } from '../support/client/tasks.js';
import type { ReceivedSpan } from '../support/telemetry/otlp-spans.js';
import { TraceCollector } from '../support/telemetry/trace-collector.js';
import { FakeClock } from '../support/time/fake-clock.js';

const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';
const SPAN_ID = '00f067aa0ba902b7';
const CALLER = `00-${TRACE_ID}-${SPAN_ID}-01`;
const VIEWER = { query: print(ViewerDocument) };
/** Text of a client that no trace may hold. */
const CANARY = 'zq7pelican';

describe('Traces', () => {
  let collector: TraceCollector;
  let gateway: TestGateway | undefined;

  beforeEach(async () => {
    collector = await TraceCollector.start();
  });

  afterEach(async () => {
    await gateway?.stop();
    gateway = undefined;
    await collector.close();
  });

  async function start(
    environment: Readonly<Record<string, string>> = {},
    machine: Parameters<typeof startGateway>[1] = {},
  ): Promise<TestGateway> {
    gateway = await startGateway(
      { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, ...environment },
      machine,
    );
    return gateway;
  }

  /** All spans: a stop sends what is left. */
  async function spansAtEnd(): Promise<readonly ReceivedSpan[]> {
    await gateway?.stop();
    gateway = undefined;
    return collector.spans;
  }

  const named = (spans: readonly ReceivedSpan[], name: string): ReceivedSpan[] =>
    spans.filter((span) => span.name === name);

  it('show a request, its operation and its root field, in the trace of the caller', async () => {
    const { url } = collector;
    const { post } = await start({
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9/not-used',
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${url}/own/path`,
      OTEL_EXPORTER_OTLP_HEADERS: 'x-first=one%20word,x-second=general',
      OTEL_EXPORTER_OTLP_TRACES_HEADERS: 'x-second=own',
      OTEL_EXPORTER_OTLP_COMPRESSION: 'gzip',
      OTEL_RESOURCE_ATTRIBUTES: 'service.name=general,deployment.environment.name=test',
      OTEL_SERVICE_NAME: 'gateway-of-a-team',
    }).then((started) => ({ post: started.post.bind(started) }));
    const response = await post(VIEWER, undefined, { traceparent: CALLER });

    const spans = await spansAtEnd();
    const [field, operation, request] = spans;
    expect(spans).toHaveLength(3);
    expect(request).toMatchObject({
      name: 'POST /graphql',
      kind: 2,
      traceId: TRACE_ID,
      parentSpanId: SPAN_ID,
      links: [],
      isFailed: false,
    });
    expect(request?.attributes).toEqual({
      'http.request.method': 'POST',
      'http.route': '/graphql',
      'http.response.status_code': 200,
      'url.scheme': 'http',
      'gateway.request_id': response.headers.get('x-request-id'),
    });
    expect(operation).toMatchObject({
      name: 'query',
      traceId: TRACE_ID,
      parentSpanId: request?.spanId,
      attributes: { 'graphql.operation.type': 'query', 'gateway.fields': 'viewer' },
    });
    expect(field).toMatchObject({
      name: 'viewer',
      traceId: TRACE_ID,
      parentSpanId: operation?.spanId,
      attributes: { 'gateway.field': 'viewer' },
    });
    for (const { startMs, endMs } of spans) {
      expect(startMs).toBeGreaterThanOrEqual(request?.startMs ?? Infinity);
      expect(endMs).toBeGreaterThanOrEqual(startMs);
      expect(endMs).toBeLessThanOrEqual(request?.endMs ?? 0);
    }
    expect(request?.resource).toEqual({
      'service.name': 'gateway-of-a-team',
      'deployment.environment.name': 'test',
    });
    const [batch] = collector.batches;
    expect(batch?.path).toBe('/own/path');
    expect(batch?.headers).toMatchObject({
      'content-type': 'application/x-protobuf',
      'content-encoding': 'gzip',
      'x-first': 'one word',
      'x-second': 'own',
    });
  });

  // Guarantee: a caller without a good credential decides neither the trace nor whether it is recorded.
  it('of an unknown caller begin anew, with a link', async () => {
    const { post } = await start().then((one) => ({ post: one.post.bind(one) }));
    const unsampled = CALLER.replace(/01$/, '00');
    await post(VIEWER, null, { traceparent: CALLER });
    await post(VIEWER, 'rgk_operator_Wrongwrongwrongwrongwrong', { traceparent: unsampled });

    const spans = await spansAtEnd();
    expect(spans).toHaveLength(2);
    for (const span of spans) {
      expect(span).toMatchObject({
        parentSpanId: '',
        links: [{ traceId: TRACE_ID, spanId: SPAN_ID }],
        isFailed: false,
        attributes: { 'http.response.status_code': 401, 'error.type': 'UNAUTHENTICATED' },
      });
      expect(span.traceId).not.toBe(TRACE_ID);
    }
  });

  it.each([
    ['upper case', CALLER.toUpperCase()],
    ['zeros', CALLER.replace(TRACE_ID, '0'.repeat(32))],
    ['no span', CALLER.replace(SPAN_ID, '0'.repeat(16))],
    ['a forbidden version', CALLER.replace(/^00/, 'ff')],
    ['more than version 00 has', `${CALLER}-00`],
    ['two of them', `${CALLER}, ${CALLER}`],
    ['another text', CANARY],
  ])('take no notice of a traceparent with %s', async (_what, traceparent) => {
    const { post } = await start().then((one) => ({ post: one.post.bind(one) }));
    await post(VIEWER, undefined, { traceparent });

    const [request] = named(await spansAtEnd(), 'POST /graphql');
    expect(request).toMatchObject({ parentSpanId: '', links: [] });
    expect(request?.traceId).not.toBe(TRACE_ID);
  });

  it('follow the decision of an accepted caller, unless the sampler does not ask for it', async () => {
    const unsampled = { traceparent: CALLER.replace(/01$/, '00') };
    const first = await start();
    await first.post(VIEWER, undefined, unsampled);
    expect(await spansAtEnd()).toEqual([]);

    const second = await start({ OTEL_TRACES_SAMPLER: 'always_on' });
    await second.post(VIEWER, undefined, unsampled);
    expect(named(await spansAtEnd(), 'POST /graphql')).toMatchObject([{ traceId: TRACE_ID }]);
  });

  it('record nothing with a ratio of 0', async () => {
    const { post } = await start({
      OTEL_TRACES_SAMPLER: 'traceidratio',
      OTEL_TRACES_SAMPLER_ARG: '0',
    }).then((one) => ({ post: one.post.bind(one) }));
    await post(VIEWER);
    expect(await spansAtEnd()).toEqual([]);
  });

  // Guarantee: nothing that a client writes gets into a trace, wherever it stands.
  it('M20: hold no text of a client and no tenant', async () => {
    const started = await start();
    const tenant = `${CANARY}-tenant`;
    const key = await started.keyOf(tenant, ['GENERATE_VIDEO']);
    await createVideo(started, { label: CANARY, input: aVideo(CANARY) }, key);
    const query = `query ${CANARY}Name { ${CANARY}Alias: viewer { ${CANARY}Other: tenant } }`;
    await started.post({ query, operationName: `${CANARY}Name` });
    await started.post({ query: `{ ${CANARY} }` });
    await fetch(`${started.url}/${CANARY}?${CANARY}`, { headers: { 'user-agent': CANARY } });

    const spans = await spansAtEnd();
    expect(named(spans, 'GET')).toHaveLength(1);
    expect(named(spans, 'createTextToVideo')).toHaveLength(1);
    expect(named(spans, 'POST /graphql').length).toBeGreaterThanOrEqual(5);
    expect(collector.text).not.toContain(CANARY);
    expect(collector.text).not.toContain(key.slice(-20));
    expect(collector.text).not.toContain('rgk_');
  });

  it('show a failed root field with its code, and leave health checks out', async () => {
    const started = await start();
    const key = await started.keyOf('ann', ['TASK_READ']);
    const answer = await started.ask(CreateTextToVideoDocument, { input: aVideo() }, key);
    expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    await fetch(`${started.url}/healthz`);
    await fetch(`${started.url}/readyz`);

    const spans = await spansAtEnd();
    expect(named(spans, 'createTextToVideo')).toMatchObject([
      { isFailed: true, attributes: { 'error.type': 'FORBIDDEN' } },
    ]);
    expect(spans.filter(({ name }) => name.startsWith('GET'))).toEqual([]);
  });

  it('show the opening of a subscription alone, on every transport', async () => {
    const clock = new FakeClock();
    const started = await start({ OTEL_BSP_SCHEDULE_DELAY: '1' }, { clock });
    const { id } = await createVideo(started);
    const socket = openStream(started.url, started.operatorKey, TaskUpdatedDocument, { id });
    await socket.next();
    const events = await fetch(`${started.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        authorization: `Bearer ${started.operatorKey}`,
      },
      body: JSON.stringify({ query: print(TaskUpdatedDocument), variables: { id } }),
    });

    // Both streams are open still.
    const spans = await collector.untilAll((all) => named(all, 'taskUpdated').length === 2);
    const requests = await collector.untilAll(
      (all) =>
        all.filter(({ spanId }) => operationsOf(all).some((one) => one.parentSpanId === spanId))
          .length === 2,
    );
    const tops = operationsOf(requests).map(({ parentSpanId }) =>
      requests.find(({ spanId }) => spanId === parentSpanId),
    );
    expect(new Set(tops.map((top) => top?.name))).toEqual(
      new Set(['subscription', 'POST /graphql']),
    );
    expect(named(spans, 'taskUpdated')[0]?.isFailed).toBe(false);
    await events.body?.cancel();
    await socket.close();
  });

  const operationsOf = (spans: readonly ReceivedSpan[]): ReceivedSpan[] =>
    spans.filter(
      ({ attributes }) =>
        attributes['graphql.operation.type'] === 'subscription' && 'gateway.fields' in attributes,
    );

  it('go on with a request that waited for its turn, and with a creation', async () => {
    const clock = new FakeClock();
    const log = new RecordedLog();
    const started = await start({ RUNWAY_CONCURRENCY_MAX: '1' }, { clock, log });
    const first = await createVideo(started);
    const second = await createVideo(started);
    await untilStatus(started, clock, first.id, 'SUCCEEDED');
    await untilStatus(started, clock, second.id, 'SUCCEEDED');
    const { createAvatar } = await started.data(CreateAvatarDocument, {
      input: {
        name: CANARY,
        personality: CANARY,
        referenceImage: 'https://example.com/picture.png',
        voice: { runwayLivePreset: { presetId: 'ADRIAN' } },
      },
    });
    const creation = createAvatar.task.id;
    await untilStatus(started, clock, creation, 'SUCCEEDED');

    const spans = await spansAtEnd();
    for (const id of [first.id, second.id, creation]) {
      const ofTask = spans.filter(({ attributes }) => attributes['gateway.task_id'] === id);
      const steps = new Set(ofTask.map(({ attributes }) => attributes['gateway.task_status']));
      expect(steps).toContain('SUCCEEDED');
      expect(named(ofTask, 'settle')).toHaveLength(1);
      expect(new Set(ofTask.map(({ traceId }) => traceId)).size).toBe(1);
      const [parent] = ofTask.map(({ parentSpanId }) => parentSpanId);
      const top = spans.find(({ spanId }) => spanId === parent);
      expect(top?.attributes['gateway.field']).toBe(
        id === creation ? 'createAvatar' : 'createTextToVideo',
      );
      const lines = log.lines
        .map((line) => JSON.parse(line) as { fields: Record<string, unknown>; message: string })
        .filter(({ fields }) => fields['taskId'] === id);
      expect(lines.map(({ message }) => message)).toEqual(
        expect.arrayContaining(['task accepted', 'task sent', 'task settled']),
      );
      for (const { fields } of lines) {
        expect(fields).toMatchObject({ traceId: top?.traceId, spanId: top?.spanId });
      }
    }
    expect(collector.text).not.toContain(CANARY);
  }, 120_000);

  it('name the trace in the line of the request', async () => {
    const log = new RecordedLog();
    const started = await start({}, { log });
    await started.post(VIEWER, undefined, { traceparent: CALLER });

    const [request] = named(await spansAtEnd(), 'POST /graphql');
    const lines = log.lines.filter((line) => line.includes('"message":"request"'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`"traceId":"${TRACE_ID}","spanId":"${String(request?.spanId)}"`);
  });

  it.each([
    ['refuses', 400],
    ['is overloaded', 503],
    ['does not answer', 'hang'],
  ] as const)('hold nothing up when the collector %s', async (_what, answer) => {
    collector.answer = answer;
    const log = new RecordedLog();
    const clock = new FakeClock();
    const environment = {
      OTEL_BSP_SCHEDULE_DELAY: '1',
      OTEL_BSP_MAX_QUEUE_SIZE: '4',
      OTEL_BSP_MAX_EXPORT_BATCH_SIZE: '2',
    };
    const started = await start(environment, { log, clock });
    for (let count = 0; count < 20; count += 1) {
      expect((await started.post(VIEWER)).status).toBe(200);
    }
    await spansAtEnd();
    const warnings = log.lines.filter((line) => line.includes('spans could not be sent'));
    expect(warnings.length).toBeLessThanOrEqual(1);
    if (answer === 400) {
      expect(warnings).toHaveLength(1);
      expect(warnings[0]).toContain('"code":400');
    } else {
      // 60 spans were made: those that found no place were dropped.
      expect(collector.spans.length).toBeLessThan(30);
    }
  });

  it('hold nothing up when the collector is away', async () => {
    const log = new RecordedLog();
    const started = await start(
      {
        OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
        OTEL_EXPORTER_OTLP_TIMEOUT: '1',
        OTEL_BSP_SCHEDULE_DELAY: '1',
      },
      { log },
    );
    expect((await started.post(VIEWER)).status).toBe(200);
    await spansAtEnd();
    const warnings = log.lines.filter((line) => line.includes('spans could not be sent'));
    expect(warnings).toHaveLength(1);
  });

  it('are off without a collector, and where the environment says so', async () => {
    const off = [
      { OTEL_EXPORTER_OTLP_ENDPOINT: '' },
      { OTEL_SDK_DISABLED: 'true' },
      { OTEL_TRACES_EXPORTER: 'none' },
    ];
    for (const environment of off) {
      const log = new RecordedLog();
      const started = await start(environment, { log });
      await started.post(VIEWER, undefined, { traceparent: CALLER });
      expect(await spansAtEnd()).toEqual([]);
      expect(log.lines.join('\n')).not.toContain('traceId');
    }
  });
});
