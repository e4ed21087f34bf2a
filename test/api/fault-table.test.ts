import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { startEmulator, type Emulator } from '../../src/emulator/server/start-emulator.js';
import type { Fault } from '../../src/emulator/control/faults.js';
import {
  SUBMISSION_DECISIONS,
  type DecisionKey,
  type SubmissionDecision,
} from '../../src/domain/submission/submission-decisions.js';
import type { ErrorCode } from '../../src/error-registry.js';
import {
  CreateTextToVideoDocument,
  TaskDocument,
  ViewerBudgetDocument,
  type CreateTextToVideoMutation,
  type TaskFieldsFragment,
  type TaskStatus,
} from '../../client/src/generated/graphql.js';
import { FakeClock } from '../support/time/fake-clock.js';
import {
  answering,
  httpAnswer,
  startFaultServer,
  type Behaviour,
  type FaultServer,
} from '../support/runway/fault-server.js';
import { aVideo } from '../support/client/inputs.js';
import { Line } from '../support/store/line.js';
import { RecordedLog } from '../support/gateway/recorded-log.js';
import { selfSigned } from '../support/client/self-signed.js';
import { whileTimePasses } from '../support/time/while-time-passes.js';
import { startGateway, type Answer, type TestGateway } from '../support/gateway/start-gateway.js';

/** 5 s of gen4.5. */
const CREDITS = 60;

const TIMEOUT_MS = 60_000;

/** Longer than any wait that a fault leads to but Runway's own Retry-After. */
const RECOVERY = { stepMs: 5_000, steps: 60, strides: true };

/** How a fault shows to the client, at Runway and in the budget; and the outcome once it is over. */
interface Outcome {
  /** POSTs that reached Runway whole while the fault lasted. */
  readonly posts: 0 | 1;
  /** The error that the client gets; there is no task then. */
  readonly code?: ErrorCode;
  readonly status?: TaskStatus;
  readonly waitingFor?: string;
  readonly failure?: string;
  /** Credits set aside and spent by the tenant. */
  readonly reserved: number;
  readonly spent: number;
}

interface Row extends Outcome {
  readonly fault: string;
  /** Its row in the decision table, which says what the outcome must be. */
  readonly decision: DecisionKey;
  /** At the emulator's front; everything else is real. */
  readonly emulator?: Omit<Fault, 'path' | 'method'>;
  /** In place of Runway, byte by byte. */
  readonly wire?: Behaviour;
  /** No server listens at the address. */
  readonly isCut?: true;
  /** Nothing ends it but the deadline of the submission. */
  readonly hangs?: true;
  /** The answer names another server, which must not hear of it. */
  readonly leadsElsewhere?: true;
  /** So long nothing is sent again, whatever Runway would say. */
  readonly heldMs?: number;
}

const QUEUED = { status: 'QUEUED', reserved: CREDITS, spent: 0 } as const;
const UNREACHABLE = {
  ...QUEUED,
  decision: 'unsent',
  posts: 0,
  waitingFor: 'RUNWAY_UNREACHABLE',
} as const;
const LIMITED = {
  ...QUEUED,
  decision: 'limited',
  posts: 1,
  waitingFor: 'RUNWAY_RATE_LIMITED',
} as const;
const UNCONFIRMED = {
  decision: 'ambiguous',
  status: 'UNCONFIRMED',
  posts: 1,
  reserved: CREDITS,
  spent: 0,
} as const;
const ACCEPTED = {
  decision: 'accepted',
  status: 'PENDING',
  posts: 1,
  reserved: CREDITS,
  spent: 0,
} as const;
const refused = (code: ErrorCode, decision: DecisionKey = 'invalid') =>
  ({ code, decision, posts: 1, reserved: 0, spent: 0 }) as const;

const onRequest = (act: (socket: Socket) => void): Behaviour => ({ onRequest: act });
const silent = (): undefined => undefined;
/** Of another task each time, as Runway's are. */
const acceptance = () => JSON.stringify({ id: randomUUID(), estimatedCost: { credits: CREDITS } });

/** One of Runway's own. */
const issue = { code: 'custom', path: ['promptText'], message: 'Invalid.' };

/** Writes a piece every millisecond until the client closes the connection. */
function drip(socket: Socket, head: string, piece: string): void {
  socket.write(head);
  const timer = setInterval(() => socket.write(piece), 1);
  socket.on('close', () => {
    clearInterval(timer);
  });
}

const rows: readonly Row[] = [
  { fault: 'F1: a refused connection', isCut: true, ...UNREACHABLE },
  {
    fault: 'F7: a reset after the request',
    wire: onRequest((socket) => socket.resetAndDestroy()),
    ...UNCONFIRMED,
  },
  {
    fault: 'F7: an end after the request',
    wire: onRequest((socket) => socket.end()),
    ...UNCONFIRMED,
  },
  { fault: 'F8: silence after the request', wire: onRequest(silent), hangs: true, ...UNCONFIRMED },
  {
    fault: 'F9: headers that drip for ever',
    wire: onRequest((socket) => drip(socket, 'HTTP/1.1 200 OK\r\n', 'a: b\r\n')),
    hangs: true,
    ...UNCONFIRMED,
  },
  {
    fault: 'F9: a body that drips for ever',
    wire: onRequest((socket) =>
      drip(socket, 'HTTP/1.1 200 OK\r\ncontent-length: 900000\r\n\r\n', ' '),
    ),
    hangs: true,
    ...UNCONFIRMED,
  },
  { fault: 'F10: a body that breaks off', emulator: { truncate: 20 }, ...UNCONFIRMED },
  {
    fault: 'F10: a content-length that is too short',
    wire: onRequest((socket) =>
      socket.write(`HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n${acceptance()}`),
    ),
    ...UNCONFIRMED,
  },
  {
    fault: 'F11, V6: 200 with HTML',
    emulator: { rawBody: '<html>', contentType: 'text/html' },
    ...UNCONFIRMED,
  },
  { fault: 'F11: 200 with {}', emulator: { body: {} }, ...UNCONFIRMED },
  { fault: 'F11: 200 with broken JSON', emulator: { rawBody: '{"id":' }, ...UNCONFIRMED },
  { fault: 'F11: 200 with an id of another type', emulator: { body: { id: 7 } }, ...UNCONFIRMED },
  {
    fault: 'F11, V6: 200 with 50 MB',
    wire: answering(200, `{"id":"${randomUUID()}","a":"${'a'.repeat(50_000_000)}"}`),
    ...UNCONFIRMED,
  },
  {
    fault: 'F12: 400 with issues',
    emulator: { status: 400, body: { error: 'Invalid.', issues: [issue] } },
    ...refused('BAD_USER_INPUT'),
  },
  {
    fault: 'F12: 400 without issues',
    emulator: { status: 400, body: { error: 'No.' } },
    ...refused('RUNWAY_REFUSED'),
  },
  {
    fault: 'F12: 400 for want of credits',
    emulator: {
      status: 400,
      body: { error: 'You do not have enough credits to run this task.' },
    },
    ...refused('RUNWAY_OUT_OF_CREDITS'),
  },
  ...(
    [
      [401, 'unauthorized'],
      [403, 'forbidden'],
    ] as const
  ).map(([status, decision]) => ({
    fault: `F13: ${String(status)}`,
    emulator: { status, body: { error: 'No.' } },
    ...refused('RUNWAY_UNAUTHORIZED', decision),
  })),
  {
    fault: '404',
    emulator: { status: 404, body: { error: 'No.' } },
    ...refused('RUNWAY_NOT_FOUND'),
  },
  {
    fault: 'F15: 429 without Retry-After',
    emulator: { status: 429, body: { error: 'x' } },
    ...LIMITED,
  },
  {
    fault: 'F15: 429 with Retry-After',
    emulator: { status: 429, headers: { 'retry-after': '7' }, body: { error: 'x' } },
    heldMs: 7_000,
    ...LIMITED,
  },
  {
    fault: 'F17: a 503 in Runway’s shape',
    emulator: { status: 503, body: { error: 'Busy.' } },
    ...LIMITED,
    decision: 'busy',
  },
  { fault: 'F17: any other 503', emulator: { status: 503, rawBody: '<html>' }, ...UNCONFIRMED },
  { fault: 'F14: 409', emulator: { status: 409, body: { error: 'No.' } }, ...UNCONFIRMED },
  ...[500, 502, 504].map((status) => ({
    fault: `F16: ${String(status)}`,
    emulator: { status, body: { error: 'No.' } },
    ...UNCONFIRMED,
  })),
  ...[307, 308].map((status) => ({
    fault: `F18, V7: redirect ${String(status)} to another server`,
    emulator: { status, rawBody: '' },
    leadsElsewhere: true as const,
    ...UNCONFIRMED,
  })),
  {
    fault: 'F19: an answer that is sent twice',
    wire: onRequest((socket) => socket.write(httpAnswer(200, acceptance()).repeat(2))),
    ...ACCEPTED,
  },
  ...['100 Continue', '102 Processing', '103 Early Hints'].map((interim) => ({
    fault: `F19, D26: ${interim} before the answer`,
    wire: onRequest((socket) =>
      socket.write(`HTTP/1.1 ${interim}\r\nlink: </a>\r\n\r\n${httpAnswer(200, acceptance())}`),
    ),
    ...ACCEPTED,
  })),
  {
    fault: 'D26: 100 Continue without end',
    wire: onRequest((socket) => drip(socket, '', 'HTTP/1.1 100 Continue\r\n\r\n')),
    ...UNCONFIRMED,
  },
];

/** Rows of the decision table that other tests strike: what is never sent, or meets no emulator. */
const STRUCK_ELSEWHERE: Readonly<Partial<Record<DecisionKey, string>>> = {
  untrusted: 'F5 below',
  withheld: 'test/security/reassigned-things.test.ts',
  unready: 'test/api/outputs-as-inputs.test.ts',
  unusable: 'test/api/outputs-as-inputs.test.ts',
  late: 'test/e2e/frozen-node-multi-node.test.ts',
};

describe('the decision table', () => {
  it('is struck row by row', () => {
    const struck = [...rows.map(({ decision }) => decision), ...Object.keys(STRUCK_ELSEWHERE)];
    expect(new Set(struck)).toEqual(new Set(Object.keys(SUBMISSION_DECISIONS)));
  });

  it.each(rows)('says of $fault what is expected here', (row) => {
    const decision: SubmissionDecision = SUBMISSION_DECISIONS[row.decision];
    expect(row.posts).toBe(decision.runway === 'NOT_ASKED' ? 0 : 1);
    expect(row.code !== undefined).toBe(decision.waitingClient === 'ERROR');
    const status = decision.task === 'ANSWERED' ? 'PENDING' : decision.task;
    expect(row.status).toBe(row.code === undefined ? status : undefined);
  });
});

// Guarantee: whatever goes wrong at Runway, an accepted request is one POST that Runway may have
// accepted, its credits are where its state says, and the client is told what there is to know.
describe('a submission that meets', () => {
  let clock: FakeClock;
  let emulator: Emulator;
  let line: Line;
  let gateway: TestGateway;
  let wire: FaultServer | undefined;
  let elsewhere: FaultServer;
  const log = new RecordedLog();
  let tenants = 0;

  beforeAll(async () => {
    clock = new FakeClock();
    emulator = await startEmulator({
      port: 0,
      clock,
      settings: { taskSeconds: 8, concurrency: null },
    });
    line = await Line.open(emulator.url);
    elsewhere = await startFaultServer(answering(200, acceptance()));
    gateway = await startGateway(
      {
        RUNWAYML_API_SECRET: 'key_test',
        RUNWAYML_BASE_URL: line.url,
        RUNWAY_TIMEOUT_MS: String(TIMEOUT_MS),
        LIVE_TASKS_PER_TENANT_MAX: '1000',
      },
      { clock, log },
    );
  }, 60_000);

  afterEach(async () => {
    line.leadTo(emulator.url);
    await wire?.close();
    wire = undefined;
    emulator.clearFaults();
    await line.mend();
    // A breaker that has opened closes with the first success, 10 s later at the earliest.
    await clock.until(
      async () => (await buy(gateway.operatorKey)).data?.createTextToVideo != null,
      RECOVERY,
    );
  });

  afterAll(async () => {
    await whileTimePasses(clock, gateway.stop());
    await line.cut();
    await emulator.close();
    await elsewhere.close();
  });

  function buy(key: string): Promise<Answer<CreateTextToVideoMutation>> {
    return gateway.ask(CreateTextToVideoDocument, { input: aVideo() }, key);
  }

  /** A caller who has waited long enough gets the task, QUEUED; the outcome is read later. */
  async function answeredLate(
    key: string,
    answered: TaskFieldsFragment | null | undefined,
  ): Promise<TaskFieldsFragment> {
    expect(answered).toMatchObject({ status: 'QUEUED', waitingFor: null });
    return await clock.until(async () => {
      const now = await read(key, answered?.id ?? '');
      return now.status !== 'QUEUED' && now;
    }, RECOVERY);
  }

  async function newTenant(): Promise<string> {
    tenants += 1;
    return await gateway.keyOf(`tenant-${String(tenants)}`, ['GENERATE_VIDEO', 'TASK_READ']);
  }

  async function read(key: string, id: string): Promise<TaskFieldsFragment> {
    return (await gateway.data(TaskDocument, { id }, key)).task;
  }

  async function holding(key: string): Promise<{ reserved: number; spent: number }> {
    const { viewer } = await gateway.data(ViewerBudgetDocument, {}, key);
    const [budget] = viewer.budget;
    return { reserved: budget?.reserved ?? -1, spent: budget?.spent ?? -1 };
  }

  async function strike(row: Row): Promise<void> {
    emulator.clearRequests();
    log.lines.length = 0;
    if (row.isCut === true) await line.cut();
    if (row.emulator !== undefined) {
      const path = '/v1/text_to_video';
      const headers = { location: `${elsewhere.url}${path}` };
      const redirect = row.leadsElsewhere === true ? { headers } : {};
      emulator.setFault({ ...row.emulator, ...redirect, method: 'POST', path });
    }
    if (row.wire !== undefined) {
      wire = await startFaultServer(row.wire);
      line.leadTo(wire.url);
    }
  }

  function posts(): (number | null)[] {
    const atEmulator = emulator.requests().filter(({ method }) => method === 'POST');
    const onWire = (wire?.requests ?? []).filter(({ method }) => method === 'POST');
    return [...atEmulator.map(({ status }) => status), ...onWire.map(() => null)];
  }

  function alarms(): string[] {
    return log.lines
      .map((text) => JSON.parse(text) as { readonly level: string; readonly message: string })
      .flatMap(({ level, message }) => (level === 'error' ? [message] : []));
  }

  it.each(rows)(
    '$fault',
    async (row) => {
      const key = await newTenant();
      await strike(row);
      const asked = buy(key);
      if (row.hangs === true) {
        await wire?.requested;
        await whileTimePasses(clock, asked);
      }
      const { data, errors } = await asked;
      expect(errors?.[0]?.extensions.code).toBe(row.code);
      expect(posts()).toHaveLength(row.posts);
      expect(await holding(key)).toEqual({ reserved: row.reserved, spent: row.spent });
      if (row.status === undefined) return;

      const answered = data?.createTextToVideo?.task;
      const task = row.hangs === true ? await answeredLate(key, answered) : answered;
      expect(task).toMatchObject({
        status: row.status,
        waitingFor: row.waitingFor === undefined ? null : { reason: row.waitingFor },
      });
      if (row.wire !== undefined && row.status === 'PENDING') return;
      if (row.heldMs !== undefined) {
        const until = Date.parse(task?.waitingFor?.until ?? '');
        expect(until).toBeGreaterThanOrEqual(clock.now().getTime() + row.heldMs);
        await clock.advance(row.heldMs - 1);
        expect(posts()).toHaveLength(row.posts);
      }

      // The fault is over.
      emulator.clearFaults();
      line.leadTo(emulator.url);
      await line.mend();
      const id = task?.id ?? '';
      if (row.status === 'UNCONFIRMED') {
        expect(alarms()).toEqual(['a submission has no certain outcome']);
        expect(elsewhere.connectionCount).toBe(0);
        await clock.stride(30_000);
        expect((await read(key, id)).status).toBe('UNCONFIRMED');
        expect(posts()).toHaveLength(row.posts);
        expect(await holding(key)).toEqual({ reserved: CREDITS, spent: 0 });
        return;
      }
      const settled = await clock.until(async () => {
        const now = await read(key, id);
        return now.settledAt !== null && now;
      }, RECOVERY);
      expect(settled).toMatchObject({ status: 'SUCCEEDED', cost: CREDITS });
      expect(posts().filter((status) => status !== 429 && status !== 503)).toHaveLength(1);
      expect(await holding(key)).toEqual({ reserved: 0, spent: CREDITS });
    },
    60_000,
  );
});

describe('a submission for which no connection comes about:', () => {
  let clock: FakeClock;
  let gateway: TestGateway | undefined;
  let server: FaultServer | undefined;

  afterEach(async () => {
    if (gateway !== undefined) await whileTimePasses(clock, gateway.stop());
    await server?.close();
    gateway = undefined;
    server = undefined;
  });

  async function buyAt(baseUrl: string): Promise<Answer<CreateTextToVideoMutation>> {
    clock = new FakeClock();
    gateway = await startGateway(
      {
        RUNWAYML_API_SECRET: 'key_test',
        RUNWAYML_BASE_URL: baseUrl,
        RUNWAY_TIMEOUT_MS: String(TIMEOUT_MS),
      },
      { clock },
    );
    return await whileTimePasses(
      clock,
      gateway.ask(CreateTextToVideoDocument, { input: aVideo() }),
    );
  }

  const budget = async (): Promise<object | undefined> =>
    (await gateway?.data(ViewerBudgetDocument, {}))?.viewer.budget[0];

  const onConnect: readonly { fault: string; onConnect: (socket: Socket) => void }[] = [
    { fault: 'F6: a reset on accept', onConnect: (socket) => socket.resetAndDestroy() },
    {
      fault: 'F4: a TLS handshake that is broken off',
      onConnect: (socket) => socket.once('data', () => socket.end()),
    },
    { fault: 'F3: a connection that never becomes ready', onConnect: silent },
  ];

  it.each(onConnect)(
    '$fault keeps it queued, and it is tried again',
    async (behaviour) => {
      const silentServer = await startFaultServer(behaviour);
      server = silentServer;
      const { data } = await buyAt(silentServer.url.replace('http:', 'https:'));
      const id = data?.createTextToVideo?.task.id ?? '';
      // Its caller may have been answered before the attempt was over.
      const task = await clock.until(async () => {
        const now = (await gateway?.data(TaskDocument, { id }))?.task;
        return now?.waitingFor !== null && now;
      }, RECOVERY);
      expect(task).toMatchObject({
        status: 'QUEUED',
        waitingFor: { reason: 'RUNWAY_UNREACHABLE' },
      });
      expect(await budget()).toMatchObject({ reserved: CREDITS, spent: 0 });
      const before = silentServer.connectionCount;
      await clock.until(() => silentServer.connectionCount > before, RECOVERY);
      expect(silentServer.requests).toEqual([]);
    },
    60_000,
  );

  it('F2: a name without an address keeps it queued', async () => {
    // Longer than a name may be, so that the resolver answers without a query to a name server.
    const { data } = await buyAt(`https://${'a'.repeat(64)}.invalid`);
    expect(data?.createTextToVideo?.task).toMatchObject({
      status: 'QUEUED',
      waitingFor: { reason: 'RUNWAY_UNREACHABLE' },
    });
    expect(await budget()).toMatchObject({ reserved: CREDITS, spent: 0 });
  });

  it('F5: a certificate that does not check fails it, and stops the next ones at once', async () => {
    server = await startFaultServer(answering(200, acceptance()), selfSigned('127.0.0.1'));
    const { data } = await buyAt(server.url);
    expect(data?.createTextToVideo?.task).toMatchObject({
      status: 'FAILED',
      failure: { code: 'RUNWAY_UNAVAILABLE' },
      cost: 0,
    });
    expect(await budget()).toMatchObject({ reserved: 0, spent: 0 });
    const before = server.connectionCount;
    const next = await gateway?.ask(CreateTextToVideoDocument, { input: aVideo() });
    expect(next?.errors?.[0]?.extensions.code).toBe('RUNWAY_UNAVAILABLE');
    expect(server.connectionCount).toBe(before);
    expect(server.requests).toEqual([]);
  });
});
