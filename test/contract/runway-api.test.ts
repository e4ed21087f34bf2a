import { once } from 'node:events';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { UndiciOutwardHttp } from '../../src/adapters/outward/undici-outward-http.js';
import { RunwayClient } from '../../src/adapters/runway/client/runway-client.js';
import { SdkRunwayApi } from '../../src/adapters/runway/sdk-runway-api.js';
import type { RunwayWords } from '../../src/domain/runway-words.js';
import type { PostResult } from '../../src/domain/submission/submission-result.js';
import { SDK_METHODS, type SdkMethod } from '../../src/generated/facts/sdk-methods.js';
import { generationOperations } from '../../src/operations/generation-operations.js';
import type { Logger } from '../../src/ports/logger.js';
import { FakeClock } from '../support/time/fake-clock.js';
import {
  answering,
  httpAnswer,
  startFaultServer,
  type Behaviour,
  type FaultServer,
} from '../support/runway/fault-server.js';
import { selfSigned, type Certificate } from '../support/client/self-signed.js';

const TIMEOUT_MS = 60_000;
const SECRET = 'key_canary';
const TASK_ID = '17f20503-6c24-4c16-946b-35dbbce2af2f';
const silent = (): undefined => undefined;
const log: Logger = { debug: silent, info: silent, warn: silent, error: silent };

let server: FaultServer | undefined;
let client: RunwayClient | undefined;
let clock = new FakeClock();

afterEach(async () => {
  await client?.close();
  await server?.close();
  server = undefined;
  expect(clock.sleeperCount).toBe(0);
});

function runwayAt(baseUrl: string, ca?: string): SdkRunwayApi {
  clock = new FakeClock();
  client = new RunwayClient({
    accounts: () => ({ main: { secret: SECRET } }),
    baseUrl,
    timeoutMs: TIMEOUT_MS,
    connectTimeoutMs: 150,
    outward: new UndiciOutwardHttp(),
    clock,
    ca,
  });
  return new SdkRunwayApi({ client, log });
}

function submitTo(runway: SdkRunwayApi, onBehalfOf: string | null = null): Promise<PostResult> {
  return runway.submit({
    account: 'main',
    method: 'textToVideo.create',
    request: { pathIds: [], body: { model: 'gen4.5', promptText: 'a fox' } },
    onBehalfOf,
  });
}

/** Writes a piece every millisecond until the client closes the connection. */
function drip(socket: Socket, piece: string): void {
  const timer = setInterval(() => socket.write(piece), 1);
  socket.on('close', () => {
    clearInterval(timer);
  });
}

const onRequest = (act: (socket: Socket) => void): Behaviour => ({ onRequest: act });
const raw = (text: string): Behaviour => onRequest((socket) => socket.write(text));
const rawThenEnd = (text: string): Behaviour => onRequest((socket) => socket.end(text));
const accepted = { id: TASK_ID, estimatedCost: { credits: 60 } };

const acceptance = httpAnswer(200, JSON.stringify(accepted));
const CONTINUE = 'HTTP/1.1 100 Continue\r\n\r\n';
const INTERIM = `${CONTINUE}HTTP/1.1 102 Processing\r\na: b\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n`;

/** Byte by byte, each in a packet of its own as far as the kernel lets them be. */
async function trickle(socket: Socket, text: string): Promise<void> {
  socket.setNoDelay(true);
  for (const byte of text) await new Promise((resolve) => socket.write(byte, resolve));
}

interface Row {
  readonly fault: string;
  readonly behaviour: Behaviour;
  readonly kind: PostResult['kind'];
  /** Requests that reached the server whole. */
  readonly requests: number;
  /** Nothing ends it but the deadline. */
  readonly hangs?: boolean;
}

const AMBIGUOUS: readonly Omit<Row, 'kind' | 'requests'>[] = [
  { fault: 'reset after the request', behaviour: onRequest((socket) => socket.resetAndDestroy()) },
  { fault: 'end after the request', behaviour: rawThenEnd('') },
  { fault: 'silence after the request', behaviour: onRequest(silent), hangs: true },
  {
    fault: 'headers that drip for ever',
    behaviour: onRequest((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      drip(socket, 'a: b\r\n');
    }),
    hangs: true,
  },
  {
    fault: 'headers without end',
    behaviour: onRequest((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\n${'a: b\r\n'.repeat(10_000)}`);
    }),
  },
  {
    fault: 'a body that drips for ever',
    behaviour: onRequest((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 900000\r\n\r\n');
      drip(socket, ' ');
    }),
    hangs: true,
  },
  {
    fault: 'a body that breaks off',
    behaviour: rawThenEnd('HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{"id":"'),
  },
  {
    fault: 'a body that is reset',
    behaviour: onRequest((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{"id":"', () => {
        socket.resetAndDestroy();
      });
    }),
  },
  {
    fault: 'a content-length that is too short',
    behaviour: raw(`HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n${JSON.stringify(accepted)}`),
  },
  { fault: 'bytes that are no HTTP', behaviour: raw('ICY 200 OK\r\n\r\n') },
  { fault: '200 with HTML', behaviour: answering(200, '<html>', { 'content-type': 'text/html' }) },
  { fault: '200 with {}', behaviour: answering(200, {}) },
  { fault: '200 with a list', behaviour: answering(200, [accepted]) },
  { fault: '200 with broken JSON', behaviour: answering(200, '{"id":') },
  { fault: '200 without a body', behaviour: answering(200, '') },
  { fault: '200 with an id that is a number', behaviour: answering(200, { id: 7 }) },
  { fault: '200 with an id that is a path', behaviour: answering(200, { id: '../organization' }) },
  {
    fault: '200 with 50 MB',
    behaviour: answering(200, `{"id":"${TASK_ID}","a":"${'a'.repeat(50_000_000)}"}`),
  },
  { fault: '204', behaviour: raw('HTTP/1.1 204 No Content\r\n\r\n') },
  ...[301, 302, 303, 307, 308].map((status) => ({
    fault: `redirect ${String(status)}`,
    behaviour: answering(status, '', { location: '/v1/text_to_video' }),
  })),
  ...[402, 405, 408, 409, 413, 422, 500, 502, 504].map((status) => ({
    fault: `status ${String(status)}`,
    behaviour: answering(status, { error: 'No.' }),
  })),
  { fault: '503 with HTML', behaviour: answering(503, '<html>', { 'content-type': 'text/html' }) },
  { fault: '503 with {}', behaviour: answering(503, {}) },
  { fault: '503 with an error object', behaviour: answering(503, { error: { code: 1 } }) },
  { fault: 'D26: 17 interim answers', behaviour: raw(CONTINUE.repeat(17) + acceptance) },
  {
    fault: 'D26: an interim answer of 17 kB',
    behaviour: raw(`HTTP/1.1 103 Hints\r\nlink: ${'a'.repeat(17_000)}\r\n\r\n${acceptance}`),
  },
  {
    fault: 'D26: interim answers without end',
    behaviour: onRequest((socket) => {
      drip(socket, CONTINUE);
    }),
  },
  { fault: 'D26: 101', behaviour: raw(`HTTP/1.1 101 Switching Protocols\r\n\r\n${acceptance}`) },
  { fault: 'D26: an interim answer alone', behaviour: rawThenEnd(CONTINUE) },
  { fault: 'D26: half an interim answer', behaviour: rawThenEnd('HTTP/1.1 100') },
];

const CERTAIN: readonly Row[] = [
  { fault: 'acceptance', behaviour: answering(200, accepted), kind: 'accepted', requests: 1 },
  ...[
    { fault: 'D26: acceptance after 100, 102 and 103', behaviour: raw(INTERIM + acceptance) },
    {
      fault: 'D26: acceptance after 16 times 100',
      behaviour: raw(CONTINUE.repeat(16) + acceptance),
    },
    {
      fault: 'D26: the same, byte by byte',
      behaviour: onRequest((socket) => void trickle(socket, INTERIM + acceptance)),
    },
  ].map((row) => ({ ...row, kind: 'accepted' as const, requests: 1 })),
  {
    fault: 'acceptance, sent twice',
    behaviour: raw(httpAnswer(200, JSON.stringify(accepted)).repeat(2)),
    kind: 'accepted',
    requests: 1,
  },
  ...[400, 401, 403, 404].flatMap((status): Row[] => [
    {
      fault: `status ${String(status)}`,
      behaviour: answering(status, { error: 'No.' }),
      kind: 'refused',
      requests: 1,
    },
    {
      fault: `status ${String(status)} with HTML`,
      behaviour: answering(status, '<html>'),
      kind: 'refused',
      requests: 1,
    },
  ]),
  {
    fault: 'status 429',
    behaviour: answering(429, { error: 'Slow.' }),
    kind: 'deferred',
    requests: 1,
  },
  { fault: '429 with HTML', behaviour: answering(429, '<html>'), kind: 'deferred', requests: 1 },
  {
    fault: "503 in Runway's shape",
    behaviour: answering(503, { error: 'Busy.' }),
    kind: 'deferred',
    requests: 1,
  },
];

// Guarantee: whatever goes wrong, one call is at most one POST, and only a proof counts as "not accepted".
describe('submit over HTTP', () => {
  const rows: readonly Row[] = [
    ...CERTAIN,
    ...AMBIGUOUS.map((row) => ({ ...row, kind: 'ambiguous' as const, requests: 1 })),
  ];

  it.each(rows)('V6, V7: takes $fault as $kind', async ({ behaviour, kind, requests, hangs }) => {
    server = await startFaultServer(behaviour);
    const outcome = submitTo(runwayAt(server.url));
    if (hangs === true) {
      await server.requested;
      await clock.advance(TIMEOUT_MS - 1);
      await clock.advance(1);
    }
    expect(await outcome).toMatchObject({ kind });
    expect(server.requests).toHaveLength(requests);
    expect(server.connectionCount).toBe(1);
  });

  it('takes a reset on accept as unsent only when the connection did not come about', async () => {
    server = await startFaultServer({ onConnect: (socket) => socket.resetAndDestroy() });
    const outcome = await submitTo(runwayAt(server.url));
    // Which of the two it is, is a race inside the kernel: the request may be on its way already.
    if (outcome.kind !== 'ambiguous') {
      expect(outcome).toEqual({ kind: 'unsent', detail: 'connect ECONNRESET' });
    }
    expect(server.connectionCount).toBe(1);
  });

  it('takes a refused connection as unsent', async () => {
    const gone = await startFaultServer({});
    await gone.close();
    expect(await submitTo(runwayAt(gone.url))).toEqual({
      kind: 'unsent',
      detail: 'connect ECONNREFUSED',
    });
  });

  it('takes a name without an address as unsent', async () => {
    // Longer than a name may be, so that the resolver answers without a query to a name server.
    const outcome = await submitTo(runwayAt(`http://${'a'.repeat(64)}.invalid`));
    expect(outcome).toMatchObject({ kind: 'unsent', detail: expect.stringMatching(/getaddrinfo/) });
  });
});

describe('submit over TLS', () => {
  let certificate: Certificate;
  beforeAll(() => {
    certificate = selfSigned('127.0.0.1');
  });

  const unsent: readonly { fault: string; onConnect: (socket: Socket) => void }[] = [
    { fault: 'a reset on accept', onConnect: (socket) => socket.resetAndDestroy() },
    { fault: 'an end on accept', onConnect: (socket) => socket.end() },
    {
      fault: 'a handshake that is reset',
      onConnect: (socket) => socket.once('data', () => socket.resetAndDestroy()),
    },
    {
      fault: 'a handshake that is ended',
      onConnect: (socket) => socket.once('data', () => socket.end()),
    },
    {
      fault: 'a handshake answered with HTTP',
      onConnect: (socket) => socket.once('data', () => socket.end(httpAnswer(200, '{}'))),
    },
    { fault: 'a handshake that never ends', onConnect: silent },
  ];

  it.each(unsent)('takes $fault as unsent', async ({ onConnect }) => {
    server = await startFaultServer({ onConnect });
    const runway = runwayAt(server.url.replace('http:', 'https:'), certificate.cert);
    expect(await submitTo(runway)).toMatchObject({ kind: 'unsent' });
    expect(server.connectionCount).toBe(1);
  });

  it('takes a deadline during the handshake as unsent', async () => {
    let onConnected = silent as () => void;
    const connected = new Promise<void>((resolve) => {
      onConnected = resolve;
    });
    server = await startFaultServer({ onConnect: (socket) => socket.once('data', onConnected) });
    const outcome = submitTo(runwayAt(server.url.replace('http:', 'https:')));
    await connected;
    await clock.advance(TIMEOUT_MS);
    expect(await outcome).toEqual({ kind: 'unsent', detail: 'deadline' });
  });

  it('S3: takes a self-signed certificate as untrusted and sends nothing', async () => {
    server = await startFaultServer(answering(200, accepted), certificate);
    expect(await submitTo(runwayAt(server.url))).toEqual({
      kind: 'untrusted',
      detail: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
    expect(server.requests).toHaveLength(0);
  });

  it('S3: takes a certificate for another host as untrusted and sends nothing', async () => {
    const other = selfSigned('127.0.0.2');
    server = await startFaultServer(answering(200, accepted), other);
    expect(await submitTo(runwayAt(server.url, other.cert))).toEqual({
      kind: 'untrusted',
      detail: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
    expect(server.requests).toHaveLength(0);
  });

  it('S3: takes a certificate that has expired as untrusted and sends nothing', async () => {
    const expired = selfSigned('127.0.0.1', new Date('2020-01-01'));
    server = await startFaultServer(answering(200, accepted), expired);
    expect(await submitTo(runwayAt(server.url, expired.cert))).toEqual({
      kind: 'untrusted',
      detail: 'CERT_HAS_EXPIRED',
    });
    expect(server.requests).toHaveLength(0);
  });

  it('S3: speaks no TLS before 1.2: nothing is sent', async () => {
    let requests = 0;
    const old = createTlsServer(
      { ...certificate, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' },
      () => (requests += 1),
    );
    old.on('tlsClientError', () => undefined);
    old.listen(0, '127.0.0.1');
    await once(old, 'listening');
    const url = `https://127.0.0.1:${String((old.address() as AddressInfo).port)}`;
    expect(await submitTo(runwayAt(url, certificate.cert))).toMatchObject({ kind: 'unsent' });
    expect(requests).toBe(0);
    old.close();
  });

  it('accepts over a connection that checks, and takes a reset there as ambiguous', async () => {
    const behaviours = [answering(200, accepted), onRequest((socket) => socket.destroy())];
    server = await startFaultServer(
      { onRequest: (socket, request) => behaviours.shift()?.onRequest?.(socket, request) },
      certificate,
    );
    const runway = runwayAt(server.url, certificate.cert);
    expect(await submitTo(runway)).toMatchObject({ kind: 'accepted', runwayId: TASK_ID });
    expect(await submitTo(runway)).toMatchObject({ kind: 'ambiguous' });
    expect(server.requests).toHaveLength(2);
    expect(server.connectionCount).toBe(2);
  });
});

// Guarantee: what RFC 9110 allows before an answer costs nothing, whatever is asked for.
describe('D26: interim answers', () => {
  it('are skipped before each answer on one kept-alive connection', async () => {
    const task = JSON.stringify({ id: TASK_ID, status: 'PENDING', createdAt: '2026-01-01' });
    server = await startFaultServer(raw(INTERIM + httpAnswer(200, task)));
    const runway = runwayAt(server.url);
    for (const count of [1, 2, 3]) {
      expect(await runway.readTask('main', 'task', TASK_ID)).toMatchObject({ kind: 'state' });
      expect(server.requests).toHaveLength(count);
      // A connection is free for the next read one turn of the event loop after the answer.
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    expect(server.connectionCount).toBe(1);
  });

  it('are skipped by a deletion, and over TLS', async () => {
    const certificate = selfSigned('127.0.0.1');
    server = await startFaultServer(raw(`${INTERIM}HTTP/1.1 204 Gone\r\n\r\n`), certificate);
    await runwayAt(server.url, certificate.cert).deleteTask('main', 'task', TASK_ID);
    expect(server.requests).toMatchObject([{ method: 'DELETE' }]);
  });

  it('end a read when there are more of them than any server needs', async () => {
    server = await startFaultServer(raw(CONTINUE.repeat(17)));
    expect(await runwayAt(server.url).readTask('main', 'task', TASK_ID)).toMatchObject({
      kind: 'unavailable',
      detail: 'TOO_MANY_INTERIM_ANSWERS',
    });
  });
});

describe('what is sent', () => {
  it.each(Object.values(generationOperations).map(({ sdk: [method] }) => method))(
    '%s posts the stored body verbatim to its path',
    async (method: SdkMethod) => {
      server = await startFaultServer(answering(200, accepted));
      const { path, verb } = SDK_METHODS[method];
      const pathIds = path.includes('{id}') ? ['a b/c'] : [];
      const body = { model: 'x', nested: { list: [1, null, 'ü'] } };
      const request = { pathIds, body };
      const call = { account: 'main', method, request, onBehalfOf: null };
      expect(await runwayAt(server.url).submit(call)).toMatchObject({ kind: 'accepted' });
      expect(server.requests).toEqual([
        expect.objectContaining({
          method: verb,
          path: path.replace('{id}', 'a%20b%2Fc'),
          body: JSON.stringify(body),
        }),
      ]);
    },
  );

  it('carries the secret of the account, the version and the end user, and no header from the environment', async () => {
    // eslint-disable-next-line no-restricted-properties -- the SDK reads it by itself: that is the attack
    process.env['RUNWAYML_CUSTOM_HEADERS'] =
      'authorization: Bearer stolen\nx-evil: 1\nx-runway-version: 1';
    try {
      server = await startFaultServer(answering(200, accepted));
      await submitTo(runwayAt(server.url), 'tenant-hash');
    } finally {
      // eslint-disable-next-line no-restricted-properties -- as above
      delete process.env['RUNWAYML_CUSTOM_HEADERS'];
    }
    const headers = server.requests[0]?.headers;
    expect(headers).toMatchObject({
      authorization: `Bearer ${SECRET}`,
      'x-runway-version': '2024-11-06',
      'x-runway-on-behalf-of': 'tenant-hash',
      'content-type': 'application/json',
    });
    expect(headers).not.toHaveProperty('x-evil');
  });

  it('sends no end user where none is configured, and does not send to an id that is a path', async () => {
    server = await startFaultServer(answering(200, accepted));
    const runway = runwayAt(server.url);
    await submitTo(runway);
    expect(server.requests[0]?.headers).not.toHaveProperty('x-runway-on-behalf-of');
    const request = { pathIds: ['..'], body: {} };
    const call = { account: 'main', method: 'workflows.run', request, onBehalfOf: null } as const;
    expect(await runway.submit(call)).toMatchObject({ kind: 'refused', refusal: { status: 404 } });
    expect(server.requests).toHaveLength(1);
  });
});

describe('what an answer says', () => {
  const outcomeOf = async (behaviour: Behaviour): Promise<PostResult> => {
    server = await startFaultServer(behaviour);
    return await submitTo(runwayAt(server.url));
  };

  it('reads id, estimate and the model that a router chose', async () => {
    const routing = { model: 'veo3.1', estimatedCost: { credits: 80 } };
    expect(await outcomeOf(answering(200, { id: TASK_ID, routing }))).toMatchObject({
      kind: 'accepted',
      runwayId: TASK_ID,
      estimatedCost: 80,
      routedModel: 'veo3.1',
    });
  });

  it.each([
    [60, 60],
    [12.5, 12.5],
    [0.1 + 0.2, 0.3],
    [1e-300, 0],
    [1e9, 1e9],
    [1e9 + 1, null],
    [1e308, null],
    [-1, null],
    ['60', null],
  ])('D27: takes an estimate of %j credits for %j, and keeps the id', async (credits, taken) => {
    const body = { id: TASK_ID, estimatedCost: { credits } };
    expect(await outcomeOf(answering(200, body))).toMatchObject({
      kind: 'accepted',
      runwayId: TASK_ID,
      estimatedCost: taken,
    });
  });

  it('D27: takes an estimate that JSON cannot hold for none', async () => {
    const body = `{"id":"${TASK_ID}","estimatedCost":{"credits":1e999}}`;
    expect(await outcomeOf(answering(200, body))).toMatchObject({ estimatedCost: null });
  });

  it('reads a name that nothing could store as one that can be, and keeps the id', async () => {
    const routing = { model: `veo\0${'x'.repeat(400)}` };
    expect(await outcomeOf(answering(200, { id: TASK_ID, routing }))).toMatchObject({
      kind: 'accepted',
      runwayId: TASK_ID,
      routedModel: `veo ${'x'.repeat(296)}`,
    });
  });

  it.each<[string, Record<string, string>, number | null]>([
    ['seconds', { 'retry-after': '12' }, 12_000],
    ['an HTTP date', { 'retry-after': 'Thu, 01 Jan 2026 00:01:00 GMT' }, 60_000],
    ['a past date', { 'retry-after': 'Wed, 31 Dec 2025 00:00:00 GMT' }, 0],
    ['milliseconds', { 'retry-after-ms': '1500', 'retry-after': '9' }, 1_500],
    ['a billion seconds', { 'retry-after': '1000000000' }, 3_600_000],
    ['garbage', { 'retry-after': 'soon' }, null],
    ['a negative number', { 'retry-after': '-5' }, null],
    ['nothing', {}, null],
  ])('reads Retry-After given as %s', async (_, headers, retryAfterMs) => {
    const outcome = await outcomeOf(answering(429, { error: 'Slow.' }, headers));
    expect(outcome).toEqual({ kind: 'deferred', status: 429, retryAfterMs, isDailyCap: false });
  });

  it('tells the daily cap from a passing limit by its text', async () => {
    const body = { error: 'Your daily task limit has been reached.' };
    expect(await outcomeOf(answering(429, body))).toMatchObject({ isDailyCap: true });
  });

  it('tells missing credits from a bad input by the text', async () => {
    const body = { error: 'You do not have enough credits to run this task.' };
    expect(await outcomeOf(answering(400, body))).toMatchObject({
      kind: 'refused',
      refusal: { isOutOfCredits: true, issues: [] },
    });
  });

  it('reads the issues, of a failed union those of the member that came closest', async () => {
    const issues = [
      { code: 'too_big', maximum: 30, inclusive: true, path: ['videoUri'], message: 'Too long' },
      { code: 'invalid_value', values: ['a', 'b'], path: ['ratio'], message: 'Bad' },
      {
        code: 'invalid_union',
        path: ['keyframes', 0],
        message: 'Bad',
        errors: [
          [
            { code: 'invalid_type', expected: 'number', path: ['seconds'], message: 'x' },
            { code: 'unrecognized_keys', path: [], message: 'y' },
          ],
          [{ code: 'too_small', minimum: 0, path: ['at'], message: 'z' }],
        ],
      },
      { code: 'invalid_union', path: ['model'], message: 'None', errors: [], note: 'n' },
      'no issue',
      { path: 'no path', message: 7 },
    ];
    const outcome = await outcomeOf(answering(400, { error: 'E', issues }));
    const refusal = outcome.kind === 'refused' ? outcome.refusal : undefined;
    const shown = refusal?.issues.map(({ code, path, words, values, bounds }) => ({
      code,
      path,
      words: shownOf(words),
      allowed: [...values, ...bounds].map(shownOf),
    }));
    expect(shown).toEqual([
      { code: 'too_big', path: ['videoUri'], words: 'Too long', allowed: ['≤ 30'] },
      { code: 'invalid_value', path: ['ratio'], words: 'Bad', allowed: ['a', 'b'] },
      { code: 'too_small', path: ['keyframes', 0, 'at'], words: 'z', allowed: ['≥ 0'] },
      { code: 'invalid_union', path: ['model'], words: 'None', allowed: [] },
      { code: 'invalid', path: [], words: null, allowed: [] },
    ]);
    expect(JSON.stringify(outcome)).not.toContain('Too long');
  });

  it('reads why a router had no model left', async () => {
    const body = {
      error: 'E',
      code: 'no_eligible_model',
      emptiedBy: ['price', 'capability', 'r0uter', 7],
      docUrl: 'https://docs.dev.runwayml.com/api',
    };
    expect(await outcomeOf(answering(400, body))).toMatchObject({
      refusal: {
        code: 'no_eligible_model',
        emptiedBy: ['price', 'capability'],
        docUrl: 'https://docs.dev.runwayml.com/api',
      },
    });
  });

  it('hides the secret that an answer repeats', async () => {
    const outcome = await outcomeOf(answering(400, { error: `Key ${SECRET} is odd.` }));
    expect(outcome.kind === 'refused' && shownOf(outcome.refusal.words)).toBeNull();
  });
});

/** Where every name is known. */
function shownOf(words: RunwayWords): string | null {
  return words.passedOn(() => true);
}

describe('readTask', () => {
  const jwt = (exp: unknown): string =>
    `h.${Buffer.from(JSON.stringify({ exp })).toString('base64url')}.s`;
  const read = async (body: unknown, kind: 'task' | 'workflowInvocation' = 'task') => {
    server = await startFaultServer(answering(200, body));
    return await runwayAt(server.url).readTask('main', kind, TASK_ID);
  };

  it('reads every status of a task', async () => {
    const url = `https://cdn.example/a/clip.MP4?_jwt=${jwt(1_767_225_600)}`;
    const rows: readonly (readonly [object, object])[] = [
      [{ status: 'PENDING', estimatedCost: { credits: 5 } }, { status: 'PENDING' }],
      [{ status: 'THROTTLED' }, { status: 'THROTTLED' }],
      [
        { status: 'RUNNING', progress: 1.4 },
        { status: 'RUNNING', progress: 1, output: [] },
      ],
      [{ status: 'CANCELLED' }, { status: 'CANCELLED' }],
      [
        { status: 'FAILED', failure: 'canary', failureCode: 'SAFETY.INPUT.TEXT' },
        { status: 'FAILED', failure: { code: 'SAFETY.INPUT', retryable: false } },
      ],
      [
        { status: 'SUCCEEDED', output: [url], cost: { credits: 60 } },
        {
          status: 'SUCCEEDED',
          output: [
            { url, mimeType: 'video/mp4', expiresAt: '2026-01-01T00:00:00.000Z', nodeId: null },
          ],
        },
      ],
    ];
    const bodies = rows.map(([body]) => ({ id: TASK_ID, ...body }));
    const left = [...bodies];
    server = await startFaultServer({
      onRequest: (socket) => socket.write(httpAnswer(200, JSON.stringify(left.shift()))),
    });
    const runway = runwayAt(server.url);
    for (const [, state] of rows) {
      const outcome = await runway.readTask('main', 'task', TASK_ID);
      expect(outcome).toMatchObject({ kind: 'state', state });
      expect(JSON.stringify(outcome)).not.toContain('canary');
    }
    expect(server.requests.map(({ path }) => path)).toEqual(
      bodies.map(() => `/v1/tasks/${TASK_ID}`),
    );
  });

  it('reads a workflow run with the outputs of its nodes, partial ones included', async () => {
    const output = { a: ['https://cdn.example/1.png'], b: ['https://cdn.example/2.wav?_jwt=x'] };
    const nodeErrors = { c: { message: 'canary', failureCode: 'INTERNAL' } };
    const body = { id: TASK_ID, status: 'SUCCEEDED', output, nodeErrors };
    expect(await read(body, 'workflowInvocation')).toMatchObject({
      cost: null,
      state: {
        status: 'SUCCEEDED',
        output: [
          { nodeId: 'a', mimeType: 'image/png', expiresAt: null },
          { nodeId: 'b', mimeType: 'audio/wav', expiresAt: null },
        ],
      },
    });
    expect(server?.requests[0]?.path).toBe(`/v1/workflow_invocations/${TASK_ID}`);
  });

  it('takes the cause of a failed workflow run from its nodes', async () => {
    const nodeErrors = { a: { message: 'm' }, b: { failureCode: 'ASSET.INVALID' } };
    const body = { id: TASK_ID, status: 'FAILED', failure: 'f', nodeErrors };
    expect(await read(body, 'workflowInvocation')).toMatchObject({
      state: { failure: { code: 'ASSET.INVALID' } },
    });
  });

  it('leaves an unknown status open', async () => {
    expect(await read({ id: TASK_ID, status: 'NEW' })).toMatchObject({
      kind: 'state',
      state: undefined,
      upstreamStatus: 'NEW',
    });
  });

  it.each([
    ['no object', 'text', false],
    ['a list', [], false],
    ['an object of something else', { message: 'Down for maintenance.' }, false],
    ['a status without an id', { status: 'SUCCEEDED' }, false],
    ['an id of something else', { id: 'other' }, false],
    ['no status', { id: TASK_ID }, true],
    ['the id of another task', { id: 'other', status: 'PENDING' }, true],
    ['outputs that are no URLs', { id: TASK_ID, status: 'SUCCEEDED', output: ['x'] }, true],
    ['a script as output', { id: TASK_ID, status: 'SUCCEEDED', output: ['javascript:1'] }, true],
    ['no outputs', { id: TASK_ID, status: 'SUCCEEDED' }, true],
  ])(
    'D28: takes %s as unavailable, and for a senseless answer: %j',
    async (_, body, isSenseless) => {
      expect(await read(body)).toMatchObject({ kind: 'unavailable', isSenseless });
    },
  );

  it('tells missing from unavailable', async () => {
    const answers = [
      httpAnswer(404, '{"error":"Could not find Task"}'),
      httpAnswer(429, '{"error":"Slow."}', { 'retry-after': '7' }),
      httpAnswer(500, ''),
    ];
    server = await startFaultServer({ onRequest: (socket) => socket.write(answers.shift() ?? '') });
    const runway = runwayAt(server.url);
    const readOnce = () => runway.readTask('main', 'task', TASK_ID);
    expect(await readOnce()).toEqual({ kind: 'missing' });
    expect(await readOnce()).toMatchObject({
      kind: 'unavailable',
      status: 429,
      retryAfterMs: 7_000,
    });
    expect(await readOnce()).toMatchObject({
      kind: 'unavailable',
      status: 500,
      retryAfterMs: null,
    });
    await client?.close();
    expect(await readOnce()).toMatchObject({ kind: 'unavailable', status: null });
  });

  it('uses the secret of the account, and the first one for an account that is gone', async () => {
    server = await startFaultServer(answering(404, { error: 'x' }));
    const accounts = { newer: { secret: 'key_newer' }, older: { secret: 'key_older' } };
    client = new RunwayClient({
      accounts: () => accounts,
      baseUrl: server.url,
      outward: new UndiciOutwardHttp(),
      clock,
    });
    const runway = new SdkRunwayApi({ client, log });
    for (const account of ['older', 'default', 'newer']) {
      await runway.readTask(account, 'task', TASK_ID);
    }
    expect(server.requests.map(({ headers }) => headers['authorization'])).toEqual([
      'Bearer key_older',
      'Bearer key_newer',
      'Bearer key_newer',
    ]);
  });

  it('gives up a read at its deadline', async () => {
    server = await startFaultServer(onRequest(silent));
    const outcome = runwayAt(server.url).readTask('main', 'task', TASK_ID);
    await server.requested;
    await clock.advance(10_000);
    expect(await outcome).toMatchObject({ kind: 'unavailable' });
  });
});

describe('deleteTask and createUpload', () => {
  it('deletes, and counts a missing task as deleted', async () => {
    const missing = httpAnswer(404, JSON.stringify({ error: 'Could not find Task' }));
    const answers = ['HTTP/1.1 204 No Content\r\n\r\n', missing];
    server = await startFaultServer({ onRequest: (socket) => socket.write(answers.shift() ?? '') });
    const runway = runwayAt(server.url);
    await runway.deleteTask('main', 'task', TASK_ID);
    await runway.deleteTask('main', 'task', TASK_ID);
    expect(server.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      `DELETE /v1/tasks/${TASK_ID}`,
      `DELETE /v1/tasks/${TASK_ID}`,
    ]);
  });

  it('takes no other 404 for a missing task', async () => {
    server = await startFaultServer({ onRequest: (socket) => socket.write(httpAnswer(404, '{}')) });
    await expect(runwayAt(server.url).deleteTask('main', 'task', TASK_ID)).rejects.toMatchObject({
      code: 'RUNWAY_UNAVAILABLE',
    });
  });

  it.each([
    [401, {}, 'RUNWAY_UNAUTHORIZED'],
    [403, {}, 'RUNWAY_UNAUTHORIZED'],
    [404, {}, 'RUNWAY_NOT_FOUND'],
    [429, {}, 'RUNWAY_RATE_LIMITED'],
    [500, {}, 'RUNWAY_UNAVAILABLE'],
    [200, {}, 'RUNWAY_UNAVAILABLE'],
    [200, { uploadUrl: 'u', fields: {}, runwayUri: 'runway://a' }, 'RUNWAY_UNAVAILABLE'],
  ])('turns %s %j of an upload into %s', async (status, body, code) => {
    server = await startFaultServer(answering(status, body));
    const upload = runwayAt(server.url).createUpload('main', 'a.png');
    await expect(upload).rejects.toMatchObject({ code });
  });

  it('tells why Runway gives no upload slot', async () => {
    server = await startFaultServer(answering(400, { error: 'You do not have enough credits.' }));
    expect(await runwayAt(server.url).createUpload('main', 'a.png')).toMatchObject({
      refusal: { isOutOfCredits: true },
    });
  });

  it('asks for an upload slot and hands out its form', async () => {
    const form = {
      uploadUrl: 'https://s3.example/',
      fields: { key: 'k' },
      runwayUri: 'runway://a',
    };
    server = await startFaultServer(answering(200, { ...form, more: 1 }));
    expect(await runwayAt(server.url).createUpload('main', 'a.png')).toEqual({ form });
    expect(server.requests[0]).toMatchObject({
      path: '/v1/uploads',
      body: '{"filename":"a.png","type":"ephemeral"}',
    });
  });
});
