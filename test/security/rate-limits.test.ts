// Guarantees: exactly as many requests, wrong credentials and operations pass as the limits say, on
// every transport alike; what has no good credential uses up nothing of a tenant; no disguise helps.
import { memoryRateLimits } from '../../src/adapters/memory/memory-rate-limits.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { startTinyGateway, type TinyGateway } from '../support/gateway/tiny-gateway.js';
import {
  ask,
  EventStreamReader,
  jsonHeaders,
  post,
  ProtocolSocket,
  type WireAnswer,
} from '../support/client/wire.js';

const VIEWER = { query: '{viewer{tenant}}' };
const WIDE = { operations: 1_000_000, points: 100_000_000 };
const WIDE_CLASSES = { reads: WIDE, uploads: WIDE, generations: WIDE, admin: WIDE };
const BUY = {
  query: `mutation { createTextToVideo(input: { gen4_5: { promptText: "a", ratio: RATIO_1280_720 } }) { task { id } } }`,
};

let gateway: TinyGateway;
afterEach(() => gateway.stop());

async function times<Result>(
  count: number,
  work: (turn: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let turn = 0; turn < count; turn += 1) results.push(await work(turn));
  return results;
}

function statuses(answers: readonly WireAnswer[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** As from this address, by way of the proxy on this machine. */
function from(address: string, key?: string): Record<string, string> {
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': address };
  return key === undefined ? headers : { ...headers, authorization: `Bearer ${key}` };
}

const postFrom = (address: string, key?: string): Promise<WireAnswer> =>
  post(gateway.url, JSON.stringify(VIEWER), from(address, key));

const wrongKey = (turn: number): string => `rgk_guess${String(turn)}_${'x'.repeat(26)}`;

describe('The limit of an address', () => {
  beforeEach(async () => {
    gateway = await startTinyGateway({
      rates: { addressRequests: 5 },
      face: { trustedProxies: ['loopback'] },
    });
  });

  it('R1: lets through its number of requests, and answers the next with 429 and when to come back', async () => {
    const answers = await times(6, () => postFrom('192.0.2.1'));
    expect(statuses(answers)).toEqual({ 401: 5, 429: 1 });
    const refused = answers.at(-1);
    expect(refused?.errors[0]?.extensions).toMatchObject({
      code: 'RATE_LIMITED',
      retryable: true,
      retryAfterMs: expect.any(Number) as number,
    });
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused?.headers.get('ratelimit')).toMatch(/^"address"; r=0; t=\d+$/);
    expect(refused?.headers.get('ratelimit-policy')).toMatch(/^"address"; q=5; w=60; pk=:.+:$/);
    expect(gateway.log).toContainEqual(
      expect.objectContaining({
        level: 'info',
        fields: expect.objectContaining({
          code: 'RATE_LIMITED',
          detail: 'limit address',
        }) as object,
      }),
    );
    await gateway.clock.advance(60_001);
    expect((await postFrom('192.0.2.1')).status).toBe(401);
  });

  it.each([
    ['other addresses in X-Forwarded-For', (turn: number) => `10.9.8.${String(turn)}, 192.0.2.1`],
    ['other addresses of one IPv6 /64', (turn: number) => `2001:db8:0:1200::${String(turn + 1)}`],
    [
      'other /64s of one IPv6 /56',
      (turn: number) => `2001:db8:0:12${turn.toString(16).padStart(2, '0')}::1`,
    ],
    [
      'IPv4-mapped forms',
      (turn: number) => ['192.0.2.1', '::ffff:192.0.2.1', '::ffff:c000:201'][turn % 3] ?? '',
    ],
  ])('R2: is one limit for %s', async (_disguise, address) => {
    const answers = await times(8, (turn) => postFrom(address(turn)));
    expect(statuses(answers)).toEqual({ 401: 5, 429: 3 });
  });

  it('R2: is one limit for rotating garbage in the place of a credential', async () => {
    const answers = await times(8, (turn) => postFrom('192.0.2.1', `garbage-${String(turn)}`));
    expect(statuses(answers)).toEqual({ 401: 5, 429: 3 });
  });

  it('R2: believes no X-Forwarded-For of a stranger, and tells an operator of it once', async () => {
    await gateway.stop();
    gateway = await startTinyGateway({ rates: { addressRequests: 5 } });
    const answers = await times(8, (turn) => postFrom(`192.0.2.${String(turn)}`));
    expect(statuses(answers)).toEqual({ 401: 5, 429: 3 });
    const warnings = gateway.log.filter(({ level }) => level === 'warn');
    expect(warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining('TRUSTED_PROXIES'),
    ]);
  });

  it('R2: is one limit for a credential that was good and has expired', async () => {
    const key = gateway.key('brief', {
      expiresAt: new Date(gateway.clock.now().getTime() + 1_000),
    });
    expect((await postFrom('192.0.2.1', key)).status).toBe(200);
    await gateway.clock.advance(1_000);
    const answers = await times(8, () => postFrom('192.0.2.1', key));
    // One for the request that found out, and four that are left of the address's five.
    expect(statuses(answers)).toEqual({ 401: 5, 429: 3 });
  });

  it('R4: is used up by an anonymous flood without a loss for a tenant, also at the same address', async () => {
    const key = gateway.key();
    const before = await postFrom('192.0.2.1', key);
    await times(50, () => postFrom('192.0.2.1'));
    const atTheSame = await postFrom('192.0.2.1', key);
    const elsewhere = await postFrom('198.51.100.1', key);
    expect([before.status, atTheSame.status, elsewhere.status]).toEqual([200, 200, 200]);
    const remaining = [before, atTheSame, elsewhere].map(
      ({ headers }) => /"reads"; r=(\d+)/.exec(headers.get('ratelimit') ?? '')?.[1],
    );
    expect(remaining).toEqual(['999999', '999998', '999997']);
  });

  it('R5: keeps its window when the clock is set forward or back by an hour', async () => {
    await times(5, () => postFrom('192.0.2.1'));
    for (const step of [3_600_000, -7_200_000]) {
      gateway.clock.step(step);
      expect((await postFrom('192.0.2.1')).status).toBe(429);
    }
  });

  it('R1: holds for WebSockets that are asked for', async () => {
    const sockets = await times(5, () => ProtocolSocket.open(gateway.url));
    await expect(ProtocolSocket.open(gateway.url)).rejects.toThrow('429');
    for (const socket of sockets) socket.close();
  });
});

describe('The limit of wrong credentials', () => {
  const LIMIT = 4;
  let lookUps: number;

  beforeEach(async () => {
    gateway = await startTinyGateway({
      rates: { wrongCredentials: LIMIT },
      face: { trustedProxies: ['loopback'] },
    });
    lookUps = 0;
    const { keys } = gateway;
    const find = keys.findCredential.bind(keys);
    keys.findCredential = async (id) => {
      lookUps += 1;
      return find(id);
    };
  });

  it('T11: is all that any number of guesses gets; the others are refused without a look at the store', async () => {
    const answers = await times(2_000, (turn) => postFrom('192.0.2.1', wrongKey(turn)));
    expect(statuses(answers)).toEqual({ 401: LIMIT, 429: 2_000 - LIMIT });
    expect(lookUps).toBe(LIMIT);
  });

  it('T11: holds also for guesses that come at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, turn) => postFrom('192.0.2.1', wrongKey(turn))),
    );
    expect(statuses(answers)).toEqual({ 401: LIMIT, 429: 60 - LIMIT });
    expect(lookUps).toBe(LIMIT);
  });

  it('T11: costs a guess one look-up, whether or not its id is that of a key', async () => {
    gateway.key('alice');
    const known = await postFrom('192.0.2.1', `rgk_alice_${'x'.repeat(26)}`);
    const unknown = await postFrom('192.0.2.1', `rgk_nobody_${'x'.repeat(26)}`);
    expect(lookUps).toBe(2);
    const bare = ({ text }: WireAnswer): string => text.replace(/"requestId":"[^"]+"/, '');
    expect(bare(known)).toBe(bare(unknown));
    expect(known.status).toBe(unknown.status);
  });

  it('costs a good credential nothing, however many requests bring it first at once', async () => {
    const key = gateway.key();
    const answers = await Promise.all(Array.from({ length: 40 }, () => postFrom('192.0.2.1', key)));
    expect(statuses(answers)).toEqual({ 200: 40 });
    const guesses = await times(LIMIT + 1, (turn) => postFrom('192.0.2.1', wrongKey(turn)));
    expect(statuses(guesses)).toEqual({ 401: LIMIT, 429: 1 });
  });

  it('R4: keeps serving credentials that are known to be good, from the same address too', async () => {
    const key = gateway.key();
    await postFrom('192.0.2.1', key);
    await times(LIMIT + 5, (turn) => postFrom('192.0.2.1', wrongKey(turn)));
    expect((await postFrom('192.0.2.1', key)).status).toBe(200);
    const late = await postFrom('192.0.2.1', gateway.key('late'));
    expect(late.errors[0]?.extensions.code).toBe('RATE_LIMITED');
    expect((await postFrom('198.51.100.1', gateway.key('late'))).status).toBe(200);
  });

  it('does not count what has expired, nor a store that is away', async () => {
    const expired = gateway.key('older', { expiresAt: new Date(0) });
    expect(statuses(await times(LIMIT * 2, () => postFrom('192.0.2.1', expired)))).toEqual({
      401: LIMIT * 2,
    });
    gateway.keys.isDown = true;
    await times(LIMIT * 2, (turn) => postFrom('192.0.2.1', wrongKey(turn)));
    gateway.keys.isDown = false;
    expect((await postFrom('192.0.2.1', gateway.key())).status).toBe(200);
  });

  it('T11: is the same limit on WebSockets', async () => {
    const closes = await times(LIMIT + 2, async (turn) => {
      const socket = await ProtocolSocket.open(gateway.url);
      const authorization = `Bearer ${wrongKey(turn)}`;
      socket.send({ type: 'connection_init', payload: { authorization } });
      return await socket.closed;
    });
    expect(closes.map(({ code }) => code)).toEqual([4401, 4401, 4401, 4401, 1013, 1013]);
    expect(closes.at(-1)?.reason).toBe('RATE_LIMITED');
    expect(lookUps).toBe(LIMIT);
  });

  it('ends after ten minutes', async () => {
    await times(LIMIT + 1, (turn) => postFrom('192.0.2.1', wrongKey(turn)));
    await gateway.clock.advance(600_001);
    expect((await postFrom('192.0.2.1', gateway.key())).status).toBe(200);
  });
});

describe('The limit of a viewer', () => {
  beforeEach(async () => {
    gateway = await startTinyGateway({ rates: { viewerRequests: 3 } });
  });

  it('R1: lets through its number of requests of one credential, and not one more', async () => {
    const [alice, bob] = [gateway.key('alice'), gateway.key('bobby')];
    const answers = await Promise.all(
      Array.from({ length: 9 }, () => ask(gateway.url, alice, VIEWER)),
    );
    expect(statuses(answers)).toEqual({ 200: 3, 429: 6 });
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.headers.get('ratelimit')).toContain('"viewer"; r=0; t=1');
    expect(refused?.headers.get('retry-after')).toBe('1');
    expect((await ask(gateway.url, bob, VIEWER)).status).toBe(200);
  });

  it('counts what is refused before anything is executed', async () => {
    const key = gateway.key();
    await post(gateway.url, 'no json', jsonHeaders(key));
    await ask(gateway.url, key, { query: '{' });
    await ask(gateway.url, key, { query: '{nothing}' });
    expect((await ask(gateway.url, key, VIEWER)).status).toBe(429);
  });

  it('Q10: refuses a flood of documents that never repeat before they are read', async () => {
    const key = gateway.key();
    const find = jest.spyOn(gateway.keys, 'findCredential');
    const answers = await times(500, (turn) =>
      ask(gateway.url, key, { query: `{a${String(turn)}:viewer{tenant}}` }),
    );
    expect(statuses(answers)).toEqual({ 200: 3, 429: 497 });
    // Of the refused ones the first alone was looked up.
    expect(find).toHaveBeenCalledTimes(4);
    // A refused one is not even parsed.
    const broken = await post(gateway.url, '{', jsonHeaders(key));
    expect(broken.status).toBe(429);
    const other = await ask(gateway.url, gateway.key('other'), VIEWER);
    expect(other.status).toBe(200);
  });

  it('is one limit for HTTP, WebSocket and event streams', async () => {
    const key = gateway.key();
    const query = 'subscription{tasksUpdated{cursor}}';
    expect((await ask(gateway.url, key, VIEWER)).status).toBe(200);
    const stream = await EventStreamReader.open(gateway.url, key, { query });
    expect(stream.status).toBe(200);
    const socket = await ProtocolSocket.connect(gateway.url, key);
    socket.send({ id: '1', type: 'subscribe', payload: { query: '{' } });
    expect(await socket.next()).toMatchObject({ type: 'error' });
    socket.send({ id: '2', type: 'subscribe', payload: { query } });
    expect(await socket.next()).toMatchObject({
      id: '2',
      type: 'error',
      payload: [{ extensions: { code: 'RATE_LIMITED', retryAfterMs: 1_000 } }],
    });
    socket.close();
    stream.close();
  });
});

describe('A request', () => {
  it('asks for four counters, once its credential is known, and for none over the limit', async () => {
    const asked: string[] = [];
    const { counters, requestStore } = memoryRateLimits(new FakeClock());
    gateway = await startTinyGateway({
      rates: { viewerRequests: 3 },
      rateStores: {
        counters: {
          take: (rule, holder, amount) => {
            asked.push(rule.name);
            return counters.take(rule, holder, amount);
          },
          giveBack: (rule, holder, amount) => {
            asked.push(`${rule.name} back`);
            return counters.giveBack(rule, holder, amount);
          },
        },
        requestStore: (name) => {
          const store = requestStore(name);
          const increment = store.increment.bind(store);
          store.increment = (key) => {
            asked.push(name);
            return increment(key);
          };
          return store;
        },
      },
    });
    const key = gateway.key();
    const send = async () => {
      asked.length = 0;
      const { status } = await ask(gateway.url, key, VIEWER);
      return [status, ...asked.sort()];
    };
    const known = ['reads', 'reads-points', 'tenant', 'viewer'];
    const guess = ['wrong-credentials', 'wrong-credentials back'];
    expect(await send()).toEqual([200, 'address', ...known, ...guess]);
    expect(await send()).toEqual([200, ...known]);
    expect(await send()).toEqual([200, ...known]);
    expect(await send()).toEqual([429, ...known]);
    expect(await send()).toEqual([429]);
  });
});

describe('The limit of requests of a tenant', () => {
  beforeEach(async () => {
    gateway = await startTinyGateway({ rates: { viewerRequests: 3, tenantRequests: 5 } });
  });

  const keyOf = (turn: number) => gateway.key(`ann${String(turn)}`, { tenantId: 'ann' });

  it('R2: is one limit for any number of credentials, whose documents are refused', async () => {
    const other = gateway.key('bobby');
    const answers = await times(8, (turn) => ask(gateway.url, keyOf(turn), { query: '{nothing}' }));
    expect(statuses(answers)).toEqual({ 400: 5, 429: 3 });
    // Known to be over the limit: what comes now is not even parsed.
    expect((await post(gateway.url, '{', jsonHeaders(keyOf(9)))).status).toBe(429);
    expect((await ask(gateway.url, other, VIEWER)).status).toBe(200);
    await gateway.clock.advance(60_001);
    expect((await ask(gateway.url, keyOf(9), VIEWER)).status).toBe(200);
  });

  it('R2: counts what comes on WebSockets, and one flooding credential for no more than its own', async () => {
    const socket = await ProtocolSocket.connect(gateway.url, keyOf(0));
    for (let id = 0; id < 9; id += 1) {
      socket.send({ id: String(id), type: 'subscribe', payload: { query: '{' } });
      expect(await socket.next()).toMatchObject({ type: 'error' });
    }
    const answers = await times(3, (turn) => ask(gateway.url, keyOf(turn + 1), VIEWER));
    expect(statuses(answers)).toEqual({ 200: 1, 429: 2 });
    socket.close();
  });
});

describe('The limits of a tenant', () => {
  const narrow = async (
    classes: Partial<Record<keyof typeof WIDE_CLASSES, Partial<typeof WIDE>>>,
  ): Promise<void> => {
    const merged = Object.fromEntries(
      Object.entries(WIDE_CLASSES).map(([name, wide]) => [
        name,
        { ...wide, ...classes[name as keyof typeof WIDE_CLASSES] },
      ]),
    ) as typeof WIDE_CLASSES;
    gateway = await startTinyGateway({ rates: { classes: merged } });
  };

  it('R1: are exact for each class, and one class leaves the others alone', async () => {
    await narrow({ generations: { operations: 3 } });
    const key = gateway.key();
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(gateway.url, key, BUY)));
    expect(statuses(answers)).toEqual({ 200: 3, 429: 7 });
    expect(gateway.ran.filter((field) => field === 'createTextToVideo')).toHaveLength(3);
    expect((await ask(gateway.url, key, VIEWER)).status).toBe(200);
    const cancel = { query: 'mutation{cancelTask(id:"1"){task{id}}}' };
    expect((await ask(gateway.url, key, cancel)).status).toBe(200);
  });

  it('R1: are shared by the credentials of a tenant, and by no other tenant', async () => {
    await narrow({ reads: { operations: 2 } });
    const [first, second, other] = [
      gateway.key('first', { tenantId: 'a' }),
      gateway.key('second', { tenantId: 'a' }),
      gateway.key('other', { tenantId: 'b' }),
    ];
    expect((await ask(gateway.url, first, VIEWER)).status).toBe(200);
    expect((await ask(gateway.url, second, VIEWER)).status).toBe(200);
    expect((await ask(gateway.url, first, VIEWER)).status).toBe(429);
    expect((await ask(gateway.url, other, VIEWER)).status).toBe(200);
  });

  it('B3: count every root field of a document, whatever its alias, and not the HTTP request', async () => {
    await narrow({ reads: { operations: 10 } });
    const key = gateway.key();
    const aliases = (count: number): string =>
      Array.from({ length: count }, (_, at) => `a${String(at)}:viewer{tenant}`).join(' ');
    expect((await ask(gateway.url, key, { query: `{${aliases(8)}}` })).status).toBe(200);
    const refused = await ask(gateway.url, key, { query: `{${aliases(3)}}` });
    expect(refused.status).toBe(429);
    const inFragment = `{...f viewer{tenant}} fragment f on Query{b:viewer{tenant}}`;
    expect((await ask(gateway.url, key, { query: inFragment })).status).toBe(200);
    expect(gateway.ran).toHaveLength(10);
  });

  it('count points, and a document that is too dear leaves what is left to others', async () => {
    await narrow({ reads: { points: 130 } });
    const key = gateway.key();
    const dear = { query: '{tasks(first:100){nodes{id}}}' };
    const first = await ask(gateway.url, key, dear);
    expect(first.status).toBe(200);
    const { cost } = (JSON.parse(first.text) as { extensions: { cost: Record<string, number> } })
      .extensions;
    expect(cost).toEqual({ requested: 105, remaining: 25, restoreRate: 130 / 60 });
    const refused = await ask(gateway.url, key, dear);
    expect(refused.status).toBe(429);
    expect(JSON.parse(refused.text)).toMatchObject({
      extensions: { cost: { requested: 105, remaining: 25 } },
      errors: [{ extensions: { code: 'RATE_LIMITED', retryAfterMs: 60_000 } }],
    });
    expect((await ask(gateway.url, key, VIEWER)).status).toBe(200);
  });

  it('are told with the answer to a document that was refused, which takes nothing of them', async () => {
    await narrow({ reads: { points: 120 } });
    const { status, text } = await ask(gateway.url, gateway.key(), { query: '{nothing}' });
    expect(status).toBe(400);
    expect(JSON.parse(text)).toMatchObject({
      extensions: { cost: { requested: 0, remaining: 120, restoreRate: 2 } },
    });
  });

  it('say what is left in the headers of every answer', async () => {
    await narrow({ reads: { operations: 5, points: 1_000 } });
    const { headers } = await ask(gateway.url, gateway.key(), VIEWER);
    expect(headers.get('ratelimit')).toContain('"reads"; r=4; t=60');
    expect(headers.get('ratelimit')).toContain('"reads-points"; r=999; t=60');
    expect(headers.get('ratelimit-policy')).toContain('"reads"; q=5; w=60');
    expect(headers.get('ratelimit-policy')).toContain('"viewer"; q=1000000; w=1');
  });

  it('are the same for HTTP, WebSocket and event streams, and told with the first message', async () => {
    await narrow({ reads: { operations: 3 } });
    const key = gateway.key();
    const query = 'subscription{tasksUpdated{cursor}}';
    const stream = await EventStreamReader.open(gateway.url, key, { query });
    const socket = await ProtocolSocket.connect(gateway.url, key);
    socket.send({ id: '1', type: 'subscribe', payload: { query } });
    await untilOpen(2);
    for (const cursor of ['one', 'two']) gateway.events.emit({ cursor, task: { id: 't1' } });
    const cost = {
      requested: 10,
      remaining: expect.any(Number) as number,
      restoreRate: expect.any(Number) as number,
    };
    expect((await stream.next())?.data).toEqual({
      data: { tasksUpdated: { cursor: 'one' } },
      extensions: { cost },
    });
    expect((await stream.next())?.data).toEqual({ data: { tasksUpdated: { cursor: 'two' } } });
    expect((await socket.next()).payload).toEqual({
      data: { tasksUpdated: { cursor: 'one' } },
      extensions: { cost },
    });
    expect((await socket.next()).payload).toEqual({ data: { tasksUpdated: { cursor: 'two' } } });
    expect((await ask(gateway.url, key, VIEWER)).status).toBe(200);
    for (const id of ['2', '3']) {
      socket.send({ id, type: 'subscribe', payload: { query } });
      expect(await socket.next()).toMatchObject({
        id,
        type: 'error',
        payload: [{ extensions: { code: 'RATE_LIMITED' } }],
      });
    }
    const refused = await post(gateway.url, JSON.stringify({ query }), {
      ...jsonHeaders(key),
      accept: 'text/event-stream',
    });
    expect(refused.status).toBe(429);
    expect(gateway.events.open.size).toBe(2);
    socket.close();
    stream.close();
  });

  it('R5: keep their window when the clock is set forward or back by an hour', async () => {
    await narrow({ reads: { operations: 1 } });
    const key = gateway.key();
    await ask(gateway.url, key, VIEWER);
    for (const step of [3_600_000, -7_200_000]) {
      gateway.clock.step(step);
      expect((await ask(gateway.url, key, VIEWER)).status).toBe(429);
    }
    await gateway.clock.advance(60_001);
    expect((await ask(gateway.url, key, VIEWER)).status).toBe(200);
  });
});

async function untilOpen(count: number): Promise<void> {
  while (gateway.events.open.size < count) await new Promise((resolve) => setImmediate(resolve));
}
