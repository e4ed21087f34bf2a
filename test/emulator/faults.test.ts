import { connect } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Fault } from '../../src/emulator/control/faults.js';
import { A_VIDEO, HEADERS, useEmulator } from './harness.js';

const harness = useEmulator({ credits: 1_000 });
const { call } = harness;

const PATH = '/v1/text_to_video';
/** Credits: five seconds of gen4.5. */
const PRICE = 60;

const post = (signal?: AbortSignal) =>
  fetch(`${harness.emulator.url}${PATH}`, {
    method: 'POST',
    headers: HEADERS,
    body: JSON.stringify(A_VIDEO),
    ...(signal ? { signal } : {}),
  });

/** The code of the error that a client sees when the connection breaks. */
const brokenBy = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => 'answered',
    (error: unknown) => (error as { cause?: { code?: string } }).cause?.code ?? error,
  );

/** Gives way until it is so; the runner's time limit bounds it. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await nextTurn();
}

const lastRequest = () => harness.emulator.requests().at(-1);
const hasCharged = () => harness.emulator.settings.credits === 1_000 - PRICE;

describe('a fault with an answer of its own', () => {
  it('replaces status, headers and body, and nothing is carried out', async () => {
    harness.emulator.setFault({
      path: PATH,
      status: 429,
      headers: { 'Retry-After': '7' },
      body: { error: 'slow down' },
    });
    const reply = await call('POST', PATH, A_VIDEO);
    expect([reply.status, reply.headers.get('retry-after'), reply.body]).toEqual([
      429,
      '7',
      { error: 'slow down' },
    ]);
    expect(lastRequest()).toMatchObject({
      body: A_VIDEO,
      status: 429,
      fault: 'status 429, body, headers',
    });
    expect(hasCharged()).toBe(false);
  });

  it('may be text of another type, as a proxy would answer', async () => {
    harness.emulator.setFault({
      path: PATH,
      status: 502,
      rawBody: '<html>Bad gateway</html>',
      contentType: 'text/html',
    });
    const response = await post();
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      502,
      'text/html',
      '<html>Bad gateway</html>',
    ]);
  });

  it('may come after the request took effect', async () => {
    harness.emulator.setFault({ path: PATH, status: 504, carryOut: true });
    expect((await post()).status).toBe(504);
    expect(hasCharged()).toBe(true);
  });

  it('may be of the right status and the wrong shape', async () => {
    harness.emulator.setFault({ path: PATH, body: { id: 5 } });
    const reply = await call('POST', PATH, A_VIDEO);
    expect([reply.status, reply.body]).toEqual([200, { id: 5 }]);
  });
});

describe('a fault that distorts the real answer', () => {
  it('may cut the body short of its length', async () => {
    harness.emulator.setFault({ path: PATH, truncate: 10 });
    const response = await post();
    expect(response.status).toBe(200);
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(10);
    expect(await brokenBy(response.text())).toBe('UND_ERR_SOCKET');
    expect(hasCharged()).toBe(true);
    expect(lastRequest()).toMatchObject({ status: 200, fault: 'truncate 10' });
  });

  it('may cut it before its first byte', async () => {
    harness.emulator.setFault({ path: PATH, truncate: 0 });
    const response = await post();
    expect(await brokenBy(response.text())).toBe('UND_ERR_SOCKET');
  });

  it('may call it another type', async () => {
    harness.emulator.setFault({ path: PATH, contentType: 'text/plain' });
    const response = await post();
    expect(response.headers.get('content-type')).toBe('text/plain');
    expect(await response.json()).toMatchObject({ estimatedCost: { credits: PRICE } });
  });

  it('may delay it, after the request took effect', async () => {
    harness.emulator.setFault({ path: PATH, delayMs: 5_000 });
    let isAnswered = false;
    const answer = post().then((response) => {
      isAnswered = true;
      return response;
    });
    await until(() => harness.clock.sleeping === 1);
    expect([hasCharged(), isAnswered]).toEqual([true, false]);
    harness.clock.advance(4_999);
    expect(harness.clock.sleeping).toBe(1);
    harness.clock.advance(1);
    expect((await answer).status).toBe(200);
  });

  it('may let it drip', async () => {
    harness.emulator.setFault({ path: PATH, dripMs: 1_000 });
    const response = await post();
    const text = response.text();
    let pauses = 0;
    const progress = { isDone: false };
    void text.then(() => (progress.isDone = true));
    while (!progress.isDone) {
      if (harness.clock.sleeping > 0) {
        pauses += 1;
        harness.clock.advance(1_000);
      }
      await nextTurn();
    }
    expect(JSON.parse(await text)).toMatchObject({ estimatedCost: { credits: PRICE } });
    expect(pauses).toBe(16);
  });
});

describe('a fault of the connection', () => {
  it.each([
    ['beforeRead', null],
    ['afterRead', A_VIDEO],
  ] as const)('resets it %s, and the request is recorded', async (reset, body) => {
    harness.emulator.setFault({ path: PATH, reset });
    expect(await brokenBy(post())).toBe('ECONNRESET');
    expect(lastRequest()).toMatchObject({
      method: 'POST',
      path: PATH,
      body,
      status: null,
      fault: `reset ${reset}`,
    });
    expect(hasCharged()).toBe(false);
  });

  it('may come after the request took effect: a task that the client never hears of', async () => {
    harness.emulator.setFault({ path: PATH, reset: 'afterRead', carryOut: true });
    expect(await brokenBy(post())).toBe('ECONNRESET');
    expect(hasCharged()).toBe(true);
  });

  it('leaves it open without an answer', async () => {
    harness.emulator.setFault({ path: PATH, hang: true });
    const leaving = new AbortController();
    const attempt = post(leaving.signal).catch((error: unknown) => error);
    await until(() => lastRequest()?.body !== null && lastRequest() !== undefined);
    expect(lastRequest()).toMatchObject({ body: A_VIDEO, status: null, fault: 'hang' });
    leaving.abort();
    expect(await attempt).toMatchObject({ name: 'AbortError' });
    expect(hasCharged()).toBe(false);
  });

  it('does not keep the emulator from closing', async () => {
    harness.emulator.setFault({ path: PATH, hang: true });
    harness.emulator.setFault({ path: '/v1/organization', delayMs: 60_000 });
    const hanging = brokenBy(post());
    const delayed = brokenBy(call('GET', '/v1/organization'));
    await until(() => harness.emulator.requests().length === 2 && harness.clock.sleeping === 1);
    await harness.emulator.close();
    expect(await hanging).toBe('UND_ERR_SOCKET');
    expect(['UND_ERR_SOCKET', 'ECONNRESET']).toContain(await delayed);
  });
});

describe('which requests a fault strikes', () => {
  const strikes = async (fault: Fault, method: string, path: string) => {
    harness.emulator.clearFaults();
    harness.emulator.setFault({ ...fault, status: 599 });
    return (await call(method, path)).status === 599;
  };

  it.each<[Fault, string, string, boolean]>([
    [{ path: '/v1/organization' }, 'GET', '/v1/organization', true],
    [{ path: '/v1/organization' }, 'GET', '/v1/organization/usage', false],
    [{ path: '/v1/organization' }, 'GET', '/v1/organization?a=b', true],
    [{ path: '/v1/tasks/{id}' }, 'GET', '/v1/tasks/abc', true],
    [{ path: '/v1/tasks/{id}' }, 'GET', '/v1/tasks/abc/more', false],
    [{ path: '/v1/tasks/{id}', method: 'DELETE' }, 'GET', '/v1/tasks/abc', false],
    [{ path: '/v1/tasks/{id}', method: 'DELETE' }, 'DELETE', '/v1/tasks/abc', true],
    [{ path: '/v1/*' }, 'GET', '/v1/workflow_invocations/abc', true],
    [{ path: '/v1.tasks' }, 'GET', '/v1/tasks', false],
    [{ path: '*' }, 'GET', '/__emulator/settings', false],
  ])('%j and %s %s: %s', async (fault, method, path, isStruck) => {
    expect(await strikes(fault, method, path)).toBe(isStruck);
  });

  it('ends after so many times, and the next fault has its turn', async () => {
    harness.emulator.setFault({ path: '/v1/*', status: 500, times: 2 });
    harness.emulator.setFault({ path: '/v1/organization', status: 503, times: 1 });
    const statuses: number[] = [];
    for (let n = 0; n < 4; n += 1) statuses.push((await call('GET', '/v1/organization')).status);
    expect(statuses).toEqual([500, 500, 503, 200]);
  });

  it('is none of them once the faults are cleared', async () => {
    harness.emulator.setFault({ path: '*', status: 500 });
    harness.emulator.clearFaults();
    expect((await call('GET', '/v1/organization')).status).toBe(200);
  });
});

describe('a client that leaves in the middle of its body', () => {
  it('is recorded, and nothing is carried out', async () => {
    const { hostname, port } = new URL(harness.emulator.url);
    const socket = connect(Number(port), hostname);
    const head = Object.entries(HEADERS).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(
      `POST ${PATH} HTTP/1.1\r\nhost: x\r\ncontent-length: 999\r\n${head.join('')}\r\n{"mo`,
    );
    await until(() => lastRequest() !== undefined);
    socket.destroy();
    await until(() => socket.closed);
    expect((await call('GET', '/v1/organization')).body['creditBalance']).toBe(1_000);
    expect(harness.emulator.requests()[0]).toMatchObject({ path: PATH, body: null });
  });
});
