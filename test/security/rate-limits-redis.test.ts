// Guarantees: limits are exact over nodes that share a Redis. While it is away, stalls or refuses,
// nothing is bought, reads go on, no request waits long, and an operator is told once.
import { Line } from '../support/store/line.js';
import { waitedMs } from '../support/time/waited-ms.js';
import { eventually } from '../support/time/eventually.js';
import { RecordedLog } from '../support/gateway/recorded-log.js';
import { describeRedis } from '../support/store/redis.js';
import { startTinyGateway, type TinyGateway } from '../support/gateway/tiny-gateway.js';
import { ask, post, type WireAnswer } from '../support/client/wire.js';

const VIEWER = { query: '{viewer{tenant}}' };
const WIDE = { operations: 1_000_000, points: 100_000_000 };
const BUY = {
  query: `mutation { createTextToVideo(input: { gen4_5: { promptText: "a", ratio: RATIO_1280_720 } }) { task { id } } }`,
};

function passed(answers: readonly WireAnswer[], status = 200): number {
  return answers.filter((answer) => answer.status === status).length;
}

describeRedis('Two nodes on one Redis', (get) => {
  const nodes: TinyGateway[] = [];
  afterEach(async () => {
    await Promise.all(nodes.splice(0).map((node) => node.stop()));
  });

  async function start(
    rates: NonNullable<Parameters<typeof startTinyGateway>[0]>['rates'],
  ): Promise<void> {
    for (let node = 0; node < 2; node += 1) {
      const options = rates === undefined ? {} : { rates };
      nodes.push(await startTinyGateway({ ...options, rateStores: await get().openNode() }));
    }
  }

  /** To one node and the other in turn, all at once. */
  const flood = async (count: number, send: (node: TinyGateway) => Promise<WireAnswer>) =>
    await Promise.all(
      Array.from({ length: count }, async (_, turn) => {
        const node = nodes[turn % 2];
        if (node === undefined) throw new Error('no node');
        return await send(node);
      }),
    );

  it('R1: let exactly the limit of an address through', async () => {
    await start({ addressRequests: 20 });
    const answers = await flood(41, (node) =>
      post(node.url, JSON.stringify(VIEWER), { 'content-type': 'application/json' }),
    );
    expect([passed(answers, 401), passed(answers, 429)]).toEqual([20, 21]);
  });

  it('R1: let exactly the limit of a viewer through', async () => {
    await start({ viewerRequests: 20, viewerWindowMs: 60_000 });
    const answers = await flood(41, (node) => ask(node.url, node.key(), VIEWER));
    expect([passed(answers), passed(answers, 429)]).toEqual([20, 21]);
  });

  it.each([
    ['operations', { operations: 20, points: 100_000_000 }],
    ['points', { operations: 1_000_000, points: 20 * 101 + 100 }],
  ])('R1: let exactly the %s of a class of a tenant through', async (_what, generations) => {
    await start({ classes: { reads: WIDE, uploads: WIDE, generations, admin: WIDE } });
    const answers = await flood(41, (node) => ask(node.url, node.key(), BUY));
    expect([passed(answers), passed(answers, 429)]).toEqual([20, 21]);
    expect(nodes.flatMap(({ ran }) => ran)).toHaveLength(20);
  });

  it('T11: let exactly the limit of wrong credentials through', async () => {
    await start({ wrongCredentials: 10 });
    let guess = 0;
    const answers = await flood(41, (node) => {
      guess += 1;
      return ask(node.url, `rgk_guess${String(guess)}_${'x'.repeat(26)}`, VIEWER);
    });
    expect([passed(answers, 401), passed(answers, 429)]).toEqual([10, 31]);
  });
});

describeRedis('A node whose Redis is away', (get) => {
  let line: Line;
  let log: RecordedLog;
  let gateway: TinyGateway;
  let key: string;

  beforeEach(async () => {
    const { url, openNode } = get();
    const direct = new URL(url);
    line = await Line.open(
      `http://${direct.hostname}:${direct.port === '' ? '6379' : direct.port}`,
    );
    const through = new URL(url);
    through.host = new URL(line.url).host;
    log = new RecordedLog();
    gateway = await startTinyGateway({
      rates: {
        classes: {
          reads: { operations: 50, points: 100_000_000 },
          uploads: WIDE,
          generations: WIDE,
          admin: WIDE,
        },
      },
      rateStores: await openNode({ url: through.href, log }),
    });
    key = gateway.key();
    expect((await ask(gateway.url, key, BUY)).status).toBe(200);
  });

  afterEach(async () => {
    await gateway.stop();
    await line.cut();
  });

  const alarms = (): readonly string[] => log.lines.filter((text) => text.includes('is away'));

  it('R3: buys nothing, answers reads, tells an operator once, and goes on when it is back', async () => {
    await line.cut();
    for (let turn = 0; turn < 5; turn += 1) {
      const refused = await ask(gateway.url, key, BUY);
      expect(refused.status).toBe(503);
      expect(refused.errors[0]?.extensions).toMatchObject({
        code: 'LIMITS_UNAVAILABLE',
        retryable: true,
        retryAfterMs: 2_000,
      });
      expect((await ask(gateway.url, key, VIEWER)).status).toBe(200);
    }
    expect(gateway.ran.filter((field) => field === 'createTextToVideo')).toHaveLength(1);
    expect(alarms()).toHaveLength(1);
    await line.mend();
    await eventually(async () => {
      expect((await ask(gateway.url, key, BUY)).status).toBe(200);
    });
    expect(log.lines.filter((text) => text.includes('is back'))).toHaveLength(1);
    expect(alarms()).toHaveLength(1);
  }, 20_000);

  it('R3: still limits reads, by itself', async () => {
    await line.cut();
    const answers = await Promise.all(
      Array.from({ length: 60 }, () => ask(gateway.url, key, VIEWER)),
    );
    expect(passed(answers)).toBe(50);
    expect(passed(answers, 429)).toBe(10);
  });

  it('R3: holds up no request for long when Redis stands still', async () => {
    line.stall();
    const statuses: number[] = [];
    const firstMs = await waitedMs(async () => {
      statuses.push((await ask(gateway.url, key, VIEWER)).status);
    });
    const nextMs = await waitedMs(async () => {
      const next = [ask(gateway.url, key, VIEWER), ask(gateway.url, key, BUY)];
      statuses.push(...(await Promise.all(next)).map(({ status }) => status));
    });
    expect(statuses).toEqual([200, 200, 503]);
    expect(firstMs).toBeLessThan(2_000);
    expect(nextMs).toBeLessThan(2_000);
    expect(alarms()).toHaveLength(1);
  });
});
