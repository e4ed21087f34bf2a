import { LATE, within } from '../../../src/concurrency/within.js';
import { FakeClock } from '../../support/time/fake-clock.js';

describe('within', () => {
  it('returns what the work returns, and leaves no timer behind', async () => {
    const clock = new FakeClock();
    expect(await within(1_000, clock, Promise.resolve('done'))).toBe('done');
    expect(clock.sleeperCount).toBe(0);
  });

  it('rejects as the work does', async () => {
    const work = Promise.reject(new Error('broken'));
    await expect(within(1_000, new FakeClock(), work)).rejects.toThrow('broken');
  });

  it('returns LATE when the work takes longer', async () => {
    const clock = new FakeClock();
    const late = within(1_000, clock, new Promise(() => undefined));
    await clock.advance(1_000);
    expect(await late).toBe(LATE);
  });
});
