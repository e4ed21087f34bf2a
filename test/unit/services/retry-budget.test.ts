import { RetryBudget } from '../../../src/services/upstream/retry-budget.js';
import { FakeClock } from '../../support/time/fake-clock.js';

describe('RetryBudget', () => {
  let clock: FakeClock;
  let budget: RetryBudget;
  beforeEach(() => {
    clock = new FakeClock();
    budget = new RetryBudget(clock);
  });

  const spend = (count: number): number[] =>
    Array.from({ length: count }, () => budget.spend('main'));

  it('has some to spare, so that a lone task is tried again at once', () => {
    expect(spend(10)).toEqual(new Array(10).fill(0));
    expect(spend(3)).toEqual([1_000, 2_000, 3_000]);
  });

  it('earns one with every ten calls, and with every second while few are left', async () => {
    spend(10);
    for (let call = 0; call < 20; call += 1) budget.earn('main');
    expect(spend(2)).toEqual([0, 0]);
    await clock.advance(3_000);
    expect(spend(4)).toEqual([0, 0, 0, 1_000]);
    await clock.advance(3_600_000);
    expect(spend(11).at(-1)).toBe(1_000);
  });

  it('puts nothing off for more than five minutes', () => {
    expect(spend(1_000).at(-1)).toBe(300_000);
  });

  it('keeps accounts apart', () => {
    spend(50);
    expect(budget.spend('other')).toBe(0);
  });

  // Guarantee: of all calls at most a tenth are retries, beside those that are always spare.
  it('D6: lets at most a tenth of the calls be retries', () => {
    const calls = 5_000;
    let retries = 0;
    for (let call = 0; call < calls; call += 1) {
      budget.earn('main');
      if (budget.spend('main') === 0) retries += 1;
    }
    expect(retries).toBeLessThanOrEqual(calls / 10 + 10);
  });
});
