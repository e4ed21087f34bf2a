// Guarantee: a resolver that never returns holds neither its client nor a place here, and a read at
// Runway that no client waits for any more is cut off; what was paid for goes on.
import { startEmulator, type Emulator } from '../../src/emulator/server/start-emulator.js';
import {
  DocumentDocument,
  CreateTextToVideoDocument,
  TaskDocument,
} from '../../client/src/generated/graphql.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { guardRunway, type GuardedRunway } from '../support/runway/guarded-runway.js';
import { aVideo } from '../support/client/inputs.js';
import { makeDocument } from '../support/client/resources.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { Gate, startTinyGateway, type TinyGateway } from '../support/gateway/tiny-gateway.js';
import {
  ask,
  EventStreamReader,
  jsonHeaders,
  post,
  ProtocolSocket,
} from '../support/client/wire.js';

const SUBSCRIPTION = { query: 'subscription{tasksUpdated{cursor}}' };

/** As long as a busy machine takes, without moving the clock. */
const PATIENT = { stepMs: 0, steps: 10_000 };

describe('Q12: a resolver that never returns', () => {
  let gateway: TinyGateway;

  beforeEach(async () => {
    gateway = await startTinyGateway({ limits: { openRequestsMax: 4 } });
  });

  afterEach(() => gateway.stop());

  it('of a query is answered with DEADLINE_EXCEEDED, and gives its place back', async () => {
    const key = gateway.key();
    // A credential has a quarter of the places: here one.
    for (let round = 1; round <= 2; round += 1) {
      const asked = ask(gateway.url, key, { query: '{task(id:"never"){id}}' });
      await gateway.clock.until(() => gateway.ran.length === round, PATIENT);
      await gateway.clock.advance(60_000);
      const { status, errors, text } = await asked;
      expect([status, errors[0]?.extensions]).toEqual([
        504,
        expect.objectContaining({ code: 'DEADLINE_EXCEEDED', retryable: true }),
      ]);
      expect(text).not.toMatch(/60000|never/);
    }
  });

  it('of a subscription ends the event stream with DEADLINE_EXCEEDED', async () => {
    gateway.events.opening = new Gate().passed;
    const headers = { ...jsonHeaders(gateway.key()), accept: 'text/event-stream' };
    const asked = post(gateway.url, JSON.stringify(SUBSCRIPTION), headers);
    await gateway.clock.until(() => gateway.ran.length === 1, PATIENT);
    await gateway.clock.advance(60_000);
    const { text } = await asked;
    expect(text).toContain('"code":"DEADLINE_EXCEEDED"');
    expect(text).toContain('event: complete');
  });

  it('of a subscription ends it on its socket, which goes on', async () => {
    const gate = new Gate();
    gateway.events.opening = gate.passed;
    const socket = await ProtocolSocket.connect(gateway.url, gateway.key());
    socket.send({ id: '1', type: 'subscribe', payload: SUBSCRIPTION });
    await gateway.clock.until(() => gateway.ran.length === 1, PATIENT);
    // In steps that leave the socket the time to answer pings.
    const message = socket.next();
    for (let waited = 0; waited < 60; waited += 5) await gateway.clock.advance(5_000);
    expect(await message).toMatchObject({
      id: '1',
      type: 'error',
      payload: [{ extensions: { code: 'DEADLINE_EXCEEDED' } }],
    });
    gate.open();
    gateway.events.opening = Promise.resolve();
    socket.send({ id: '2', type: 'subscribe', payload: SUBSCRIPTION });
    await gateway.clock.until(() => gateway.events.open.size === 1, PATIENT);
    socket.close();
  });

  it('in an event ends the stream with DEADLINE_EXCEEDED', async () => {
    const query = 'subscription{tasksUpdated{task{id}}}';
    const stream = await EventStreamReader.open(gateway.url, gateway.key(), { query });
    gateway.events.emit({ cursor: 'c1', task: { id: new Promise(() => undefined) } });
    let last: unknown;
    void stream.next().then((event) => (last = event));
    await gateway.clock.until(() => last !== undefined, { stepMs: 1_000 });
    expect(JSON.stringify(last)).toContain('"code":"DEADLINE_EXCEEDED"');
    expect((await stream.next())?.event).toBe('complete');
    await gateway.clock.until(() => gateway.events.open.size === 0, PATIENT);
    stream.close();
  });

  it('leaves a stream that waits for events alone', async () => {
    const stream = await EventStreamReader.open(gateway.url, gateway.key(), SUBSCRIPTION);
    await gateway.clock.advance(600_000);
    gateway.events.emit({ cursor: 'c1', task: { id: 't1' } });
    expect((await stream.next())?.data).toMatchObject({
      data: { tasksUpdated: { cursor: 'c1' } },
    });
    stream.close();
  });
});

describe('Q12: a call to Runway that hangs', () => {
  let clock: FakeClock;
  let emulator: Emulator;
  let runway: GuardedRunway;
  let gateway: TestGateway;

  beforeAll(async () => {
    clock = new FakeClock();
    emulator = await startEmulator({ port: 0, clock, settings: { concurrency: null } });
    runway = await guardRunway(emulator, ['key_test']);
    gateway = await startGateway(
      { RUNWAYML_API_SECRET: 'key_test', RUNWAYML_BASE_URL: runway.url },
      { clock, httpLimits: { idleGraceMs: 0, queryTimeoutMs: 4_000, answerTimeoutMs: 4_000 } },
    );
  }, 120_000);

  afterAll(async () => {
    await gateway.stop();
    await runway.close();
    await emulator.close();
  });

  afterEach(() => {
    emulator.clearFaults();
    runway.cut.length = 0;
    runway.calls.length = 0;
  });

  const called = (line: RegExp) => runway.calls.filter((call) => line.test(call.line)).length;

  it('for a query is cut off at its deadline, and says nothing of Runway', async () => {
    const { id } = await makeDocument(gateway);
    // It was read when it was made.
    runway.calls.length = 0;
    emulator.setFault({ method: 'GET', path: '/v1/documents/{id}', hang: true });
    // More than the failures in a row after which Runway counts as down.
    for (let round = 1; round <= 6; round += 1) {
      const asked = gateway.ask(DocumentDocument, { id });
      await clock.until(() => called(/^GET .v1.documents/) === round, PATIENT);
      await clock.advance(4_000);
      const { errors } = await asked;
      expect(errors?.[0]?.extensions.code).toBe('DEADLINE_EXCEEDED');
      await clock.until(() => runway.cut.length === round, PATIENT);
    }
    emulator.clearFaults();
    expect((await gateway.ask(DocumentDocument, { id })).errors).toBeUndefined();
  }, 120_000);

  it('for a paid mutation is never cut: the answer is late, the task is kept, and is bought once', async () => {
    emulator.setFault({ method: 'POST', path: '/v1/text_to_video', delayMs: 20_000, times: 1 });
    const idempotencyKey = 'order-1';
    const asked = gateway.ask(CreateTextToVideoDocument, { input: aVideo(), idempotencyKey });
    await clock.until(() => called(/^POST .v1.text_to_video/) === 1, PATIENT);
    await clock.advance(4_000);
    const { errors } = await asked;
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'DEADLINE_EXCEEDED', retryable: true });
    await clock.until(
      async () =>
        (await gateway.ask(TaskDocument, { idempotencyKey })).data?.task?.status !== 'QUEUED',
      { stepMs: 1_000 },
    );
    const again = await gateway.data(CreateTextToVideoDocument, {
      input: aVideo(),
      idempotencyKey,
    });
    expect(again.createTextToVideo.replayed).toBe(true);
    expect([called(/^POST .v1.text_to_video/), runway.cut]).toEqual([1, []]);
  }, 120_000);
});
