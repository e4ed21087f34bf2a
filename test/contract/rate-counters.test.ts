// Guarantee: of one window never more than its limit is taken, however many take at once and
// whatever a machine's clock says.
import { MemoryRateCounters } from '../../src/adapters/memory/memory-rate-counters.js';
import type { RateCounters, RateRule } from '../../src/ports/limits/rate-counters.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { describeRedis } from '../support/store/redis.js';

const RULE: RateRule = {
  name: 'points',
  limit: 100,
  windowMs: 60_000,
  whenStoreIsAway: 'countLocally',
};

function contract(open: () => Promise<readonly [RateCounters, RateCounters]>): void {
  it('takes all of an amount or nothing of it', async () => {
    const [counters] = await open();
    expect(await counters.take(RULE, 'a', 60)).toMatchObject({ isAllowed: true, remaining: 40 });
    expect(await counters.take(RULE, 'a', 41)).toMatchObject({ isAllowed: false, remaining: 40 });
    expect(await counters.take(RULE, 'a', 40)).toMatchObject({ isAllowed: true, remaining: 0 });
    expect(await counters.take(RULE, 'a', 1)).toMatchObject({ isAllowed: false, remaining: 0 });
  });

  it('looks without taking', async () => {
    const [counters] = await open();
    await counters.take(RULE, 'a', 30);
    for (let turn = 0; turn < 3; turn += 1) {
      expect(await counters.take(RULE, 'a', 0)).toMatchObject({ isAllowed: true, remaining: 70 });
    }
  });

  it('counts each holder, and each rule, apart', async () => {
    const [counters] = await open();
    await counters.take(RULE, 'a', 100);
    expect(await counters.take(RULE, 'b', 100)).toMatchObject({ isAllowed: true });
    const other = { ...RULE, name: 'operations' };
    expect(await counters.take(other, 'a', 100)).toMatchObject({ isAllowed: true });
  });

  it('gives back what was taken, and no more', async () => {
    const [counters] = await open();
    await counters.take(RULE, 'a', 50);
    await counters.giveBack(RULE, 'a', 20);
    expect(await counters.take(RULE, 'a', 0)).toMatchObject({ remaining: 70 });
    await counters.giveBack(RULE, 'a', 500);
    expect(await counters.take(RULE, 'a', 0)).toMatchObject({ remaining: 100 });
  });

  it('holds a holder to a limit of its own in the same window', async () => {
    const [counters] = await open();
    await counters.take(RULE, 'a', 50);
    const double = { ...RULE, limit: 200 };
    expect(await counters.take(double, 'a', 150)).toMatchObject({ isAllowed: true, remaining: 0 });
    expect(await counters.take(RULE, 'a', 1)).toMatchObject({ isAllowed: false, remaining: 0 });
  });

  it('R1: lets exactly the limit through when two nodes take at once', async () => {
    const nodes = await open();
    const states = await Promise.all(
      Array.from({ length: 2 * RULE.limit + 1 }, (_, turn) =>
        nodes[turn % 2 === 0 ? 0 : 1].take(RULE, 'a', 1),
      ),
    );
    expect(states.filter((state) => state.isAllowed)).toHaveLength(RULE.limit);
    const wholes = await Promise.all(
      Array.from({ length: 40 }, (_, turn) => nodes[turn % 2 === 0 ? 0 : 1].take(RULE, 'b', 7)),
    );
    expect(wholes.filter((state) => state.isAllowed)).toHaveLength(14);
  });

  it('says when the window ends', async () => {
    const [counters] = await open();
    const { resetMs } = await counters.take(RULE, 'a', 1);
    expect(resetMs).toBeGreaterThan(59_000);
    expect(resetMs).toBeLessThanOrEqual(60_000);
  });
}

describe('Rate counters in memory', () => {
  let clock: FakeClock;
  let counters: MemoryRateCounters;
  beforeEach(() => {
    clock = new FakeClock();
    counters = new MemoryRateCounters(clock);
  });

  contract(() => Promise.resolve([counters, counters]));

  it('begin a new window when the old one has ended', async () => {
    await counters.take(RULE, 'a', 100);
    await clock.advance(59_999);
    expect(await counters.take(RULE, 'a', 1)).toMatchObject({ isAllowed: false, resetMs: 1 });
    await clock.advance(2);
    expect(await counters.take(RULE, 'a', 100)).toMatchObject({ isAllowed: true });
  });

  it('R5: keep their windows when the clock is set forward or back by an hour', async () => {
    await counters.take(RULE, 'a', 100);
    for (const step of [3_600_000, -7_200_000]) {
      clock.step(step);
      expect(await counters.take(RULE, 'a', 1)).toMatchObject({
        isAllowed: false,
        resetMs: 60_000,
      });
    }
  });
});

describeRedis('Rate counters in Redis', (get) => {
  contract(async () => {
    const nodes = await Promise.all([get().openNode(), get().openNode()]);
    return [nodes[0].counters, nodes[1].counters];
  });

  it('R5: keep their windows by the clock of the server', async () => {
    const { counters } = await get().openNode();
    await counters.take(RULE, 'a', 100);
    jest.useFakeTimers({
      now: Date.now() + 3_600_000,
      doNotFake: ['setTimeout', 'setImmediate', 'nextTick'],
    });
    try {
      const state = await counters.take(RULE, 'a', 1);
      expect(state.isAllowed).toBe(false);
      expect(state.resetMs).toBeGreaterThan(58_000);
    } finally {
      jest.useRealTimers();
    }
  });

  it('begin a new window when the old one has ended', async () => {
    const { counters } = await get().openNode();
    const { client, prefix } = get();
    await counters.take(RULE, 'a', 100);
    await client.pexpire(`${prefix}:points:a`, 1);
    let state = await counters.take(RULE, 'a', 1);
    while (!state.isAllowed) state = await counters.take(RULE, 'a', 1);
    expect(state.remaining).toBe(99);
  });

  it('go on when the server has forgotten their script', async () => {
    const { counters } = await get().openNode();
    await counters.take(RULE, 'a', 1);
    await get().client.script('FLUSH');
    expect(await counters.take(RULE, 'a', 1)).toMatchObject({ isAllowed: true, remaining: 98 });
  });
});
