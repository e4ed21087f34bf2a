// Guarantee: a stop refuses what is new, lets open requests end, and waits for no idle client.
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { startTinyGateway } from '../support/gateway/tiny-gateway.js';
import { ask } from '../support/client/wire.js';
import { eventually } from '../support/time/eventually.js';

describe('a gateway that stops', () => {
  it('D8: answers what is open, and nothing more', async () => {
    const gateway = await startTinyGateway();
    const open = ask(gateway.url, gateway.key(), { query: '{task(id:"slow"){id}}' });
    await gateway.clock.until(() => gateway.ran.length === 1, { stepMs: 0 });
    const stopped = gateway.server.stop();
    await eventually(() => expect(fetch(`${gateway.url}/healthz`)).rejects.toThrow());
    gateway.release();
    expect((await open).data).toEqual({ task: { id: 't1' } });
    await stopped;
    expect(gateway.clock.sleeperCount).toBe(0);
  });

  it('waits no longer than that for a connection that has never asked anything', async () => {
    const gateway = await startTinyGateway({ limits: { idleGraceMs: 1_000 } });
    const idle = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    await once(idle, 'connect');
    // Only what the gateway has accepted can hear of its stop.
    await fetch(`${gateway.url}/healthz`, { headers: { connection: 'close' } });
    const closed = once(idle, 'close');
    idle.resume();
    const stopped = gateway.server.stop();
    await gateway.clock.until(() => gateway.clock.sleeperCount === 2, { stepMs: 0 });
    await gateway.clock.advance(1_000);
    await closed;
    await stopped;
  });

  it('answers the first request of a connection that was there before the stop', async () => {
    const gateway = await startTinyGateway({ limits: { idleGraceMs: 1_000 } });
    const early = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    await once(early, 'connect');
    await fetch(`${gateway.url}/healthz`, { headers: { connection: 'close' } });
    const stopped = gateway.server.stop();
    await gateway.clock.until(() => gateway.clock.sleeperCount === 2, { stepMs: 0 });
    early.write('GET /readyz HTTP/1.1\r\nHost: gateway\r\n\r\n');
    const [answer] = (await once(early, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1.1 503 .*Connection: close/s);
    await stopped;
  });

  it('answers clients whose connections it has not accepted yet', async () => {
    const gateway = await startTinyGateway({ limits: { idleGraceMs: 1_000 } });
    const { port } = new URL(gateway.url);
    const answers = Array.from({ length: 40 }, async () => {
      const client = connect(Number(port), '127.0.0.1');
      client.write('GET /readyz HTTP/1.1\r\nHost: gateway\r\n\r\n');
      const [answer] = (await once(client, 'data')) as [Buffer];
      client.destroy();
      return answer.toString();
    });
    // The system connects before Node, whose turn this is, can accept.
    await new Promise<void>((resolve) => {
      process.nextTick(resolve);
    });
    const stopped = gateway.server.stop();
    for (const answer of await Promise.all(answers)) {
      expect(answer).toMatch(/^HTTP\/1.1 503 .*Connection: close/s);
    }
    await gateway.clock.advance(1_000);
    await stopped;
  });

  it('tells kept connections with an answer that they end, before it ends them', async () => {
    const gateway = await startTinyGateway({ limits: { idleGraceMs: 1_000 } });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const get = async (): Promise<IncomingMessage> => {
      const sent = request(`${gateway.url}/readyz`, { agent }).end();
      const [answer] = (await once(sent, 'response')) as [IncomingMessage];
      answer.resume();
      await once(answer, 'end');
      return answer;
    };
    const { headers } = await get();
    expect([headers.connection, headers['keep-alive']]).toEqual(['keep-alive', 'timeout=5']);
    const stopped = gateway.server.stop();
    await gateway.clock.until(() => gateway.clock.sleeperCount === 2, { stepMs: 0 });
    const late = await get();
    expect([late.statusCode, late.headers.connection]).toEqual([503, 'close']);
    await stopped;
    agent.destroy();
  });

  it('ends idle connections at once where nothing has been asked for a second', async () => {
    const gateway = await startTinyGateway({ limits: { idleGraceMs: 60_000 } });
    const { kept, agent } = await keptConnection(gateway.url);
    const untouched = connect(Number(new URL(gateway.url).port), '127.0.0.1').resume();
    await once(untouched, 'connect');
    await fetch(`${gateway.url}/healthz`, { headers: { connection: 'close' } });
    await gateway.clock.advance(1_000);
    const ended = Promise.all([once(kept, 'close'), once(untouched, 'close')]);
    await gateway.server.stop();
    await ended;
    agent.destroy();
  });

  it('leaves them open, however silent they are, where another one was used within it', async () => {
    const gateway = await startTinyGateway({ limits: { idleGraceMs: 1_000 } });
    const { kept, agent } = await keptConnection(gateway.url);
    await gateway.clock.advance(1_000);
    await fetch(`${gateway.url}/healthz`, { headers: { connection: 'close' } });
    await gateway.clock.advance(999);
    const stopped = gateway.server.stop();
    await gateway.clock.until(() => gateway.clock.sleeperCount === 2, { stepMs: 0 });
    expect(kept.destroyed).toBe(false);
    const ended = once(kept, 'close');
    await gateway.clock.advance(1_000);
    await ended;
    await stopped;
    agent.destroy();
  });

  it('lets the answer to an open request be the last of its connection', async () => {
    const gateway = await startTinyGateway({ limits: { idleGraceMs: 1_000 } });
    const agent = new Agent({ keepAlive: true });
    const sent = request(`${gateway.url}/graphql`, {
      agent,
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${gateway.key()}` },
    }).end(JSON.stringify({ query: '{task(id:"slow"){id}}' }));
    await gateway.clock.until(() => gateway.ran.length === 1, { stepMs: 0 });
    const stopped = gateway.server.stop();
    gateway.release();
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    expect([answer.statusCode, answer.headers.connection]).toEqual([200, 'close']);
    answer.resume();
    await stopped;
    agent.destroy();
  });

  it('cuts what has not ended in time', async () => {
    const gateway = await startTinyGateway();
    const open = ask(gateway.url, gateway.key(), { query: '{task(id:"never"){id}}' });
    await gateway.clock.until(() => gateway.ran.length === 1, { stepMs: 0 });
    const stopped = gateway.server.stop(1_000);
    const cut = expect(open).rejects.toThrow();
    await gateway.clock.until(() => gateway.clock.sleeperCount === 2, { stepMs: 0 });
    await gateway.clock.advance(1_000);
    await cut;
    await stopped;
  });
});

describe('health', () => {
  it('tells that the process lives, and whether it can serve', async () => {
    const answers = [() => Promise.resolve(true), () => Promise.resolve(false)];
    answers.push(() => Promise.reject(new Error('db at 10.0.0.1')));
    const statuses = [];
    for (const isReady of answers) {
      const gateway = await startTinyGateway({ isReady });
      const ready = await fetch(`${gateway.url}/readyz`);
      statuses.push([ready.status, await ready.json()]);
      expect((await fetch(`${gateway.url}/healthz`)).status).toBe(200);
      await gateway.stop();
    }
    const no = [503, { status: 'unavailable' }];
    expect(statuses).toEqual([[200, { status: 'ok' }], no, no]);
  });

  it('asks the store once for all who ask meanwhile, and anew after that', async () => {
    let looks = 0;
    let answer: (isReady: boolean) => void = () => undefined;
    const isReady = (): Promise<boolean> => {
      looks += 1;
      return new Promise((resolve) => (answer = resolve));
    };
    const gateway = await startTinyGateway({ isReady });
    const ask = async () => (await fetch(`${gateway.url}/readyz`)).status;
    const flood = Promise.all(Array.from({ length: 50 }, ask));
    await gateway.clock.until(() => looks > 0, { stepMs: 0 });
    // All of them have arrived when one that came later has been answered.
    await fetch(`${gateway.url}/healthz`);
    answer(true);
    const statuses = await flood;
    expect([new Set(statuses), looks]).toEqual([new Set([200]), 1]);
    const again = ask();
    await gateway.clock.until(() => looks > 1, { stepMs: 0 });
    answer(false);
    expect(await again).toBe(503);
    await gateway.stop();
  });
});

/** A connection that has been answered, and that its client keeps open. */
async function keptConnection(url: string): Promise<{ kept: Socket; agent: Agent }> {
  const agent = new Agent({ keepAlive: true });
  const sent = request(`${url}/healthz`, { agent }).end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const kept = answer.socket;
  answer.resume();
  await once(answer, 'end');
  return { kept, agent };
}
