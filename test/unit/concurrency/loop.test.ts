import { Loop } from '../../../src/concurrency/loop.js';
import { FakeClock } from '../../support/time/fake-clock.js';
import { silentLog } from '../../support/store/database.js';

describe('Loop', () => {
  const started = (round: (clock: FakeClock) => Date | null | Promise<Date | null>) => {
    const clock = new FakeClock();
    let rounds = 0;
    const loop = new Loop({
      name: 'test',
      clock,
      log: silentLog,
      round: async () => {
        rounds += 1;
        return await round(clock);
      },
    });
    loop.start();
    return { clock, loop, count: () => rounds };
  };

  it('sleeps until the next round is due, and no longer than a second', async () => {
    const { clock, loop, count } = started((time) => new Date(time.now().getTime() + 300));
    await clock.advance(299);
    expect(count()).toBe(1);
    await clock.advance(1);
    expect(count()).toBe(2);
    await loop.stop();
    const idle = started(() => null);
    await idle.clock.advance(2_999);
    expect(idle.count()).toBe(3);
    await idle.loop.stop();
  });

  it('wakes at once, also when it is told during a round', async () => {
    let finish: () => void = () => undefined;
    const { clock, loop, count } = started(
      () =>
        new Promise((resolve) => {
          finish = () => {
            resolve(null);
          };
        }),
    );
    loop.wake();
    finish();
    await clock.advance(0);
    expect(count()).toBe(2);
    finish();
    await clock.advance(0);
    expect(count()).toBe(2);
    loop.wake();
    await clock.advance(0);
    expect(count()).toBe(3);
    const stopped = loop.stop();
    finish();
    await stopped;
  });

  it('lets wakes of a gap share one round', async () => {
    const clock = new FakeClock();
    let rounds = 0;
    const round = (): Promise<null> => {
      rounds += 1;
      return Promise.resolve(null);
    };
    const loop = new Loop({ name: 'test', clock, log: silentLog, round, gapMs: 20 });
    loop.start();
    await clock.advance(500);
    loop.wake();
    await clock.advance(0);
    expect(rounds).toBe(2);
    for (let each = 0; each < 3; each += 1) {
      loop.wake();
      await clock.advance(6);
    }
    expect(rounds).toBe(2);
    await clock.advance(2);
    expect(rounds).toBe(3);
    await clock.advance(500);
    expect(rounds).toBe(3);
    loop.wake();
    await loop.stop();
    expect(clock.sleeperCount).toBe(0);
  });

  it('rests before the first round where that is wanted, unless it is woken', async () => {
    const clock = new FakeClock();
    let rounds = 0;
    const round = (): Promise<null> => {
      rounds += 1;
      return Promise.resolve(null);
    };
    const options = { name: 'test', clock, log: silentLog, round, restsFirst: true };
    const resting = new Loop(options);
    resting.start();
    await clock.advance(999);
    expect(rounds).toBe(0);
    await clock.advance(1);
    expect(rounds).toBe(1);
    await resting.stop();
    const woken = new Loop(options);
    woken.start();
    woken.wake();
    await clock.advance(0);
    expect(rounds).toBe(2);
    await woken.stop();
  });

  it('goes on after a round that throws', async () => {
    const { clock, loop, count } = started(() => Promise.reject(new Error('broken')));
    await clock.advance(2_000);
    expect(count()).toBe(3);
    await loop.stop();
  });

  it('does not spin when what is due cannot be done', async () => {
    const { clock, loop, count } = started(() => new Date(0));
    await clock.advance(10);
    expect(count()).toBeLessThanOrEqual(11);
    await loop.stop();
  });

  it('starts once, and leaves nothing behind when it stops', async () => {
    const { clock, loop, count } = started(() => null);
    loop.start();
    expect(loop.isRunning).toBe(true);
    await Promise.all([loop.stop(), loop.stop()]);
    expect(loop.isRunning).toBe(false);
    await clock.advance(5_000);
    expect([count(), clock.sleeperCount]).toEqual([1, 0]);
  });
});
