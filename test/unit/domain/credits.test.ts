import {
  holdingOf,
  leastRemaining,
  nextPeriodStart,
  overrunOf,
  periodStart,
} from '../../../src/domain/pricing/credits.js';
import type { TaskState } from '../../../src/domain/task/task.js';

describe('credits', () => {
  it.each([
    ['DAY', '2026-01-31T23:59:59.999Z', '2026-01-31', '2026-02-01'],
    ['DAY', '2026-02-01T00:00:00.000Z', '2026-02-01', '2026-02-02'],
    ['MONTH', '2026-02-28T12:00:00.000Z', '2026-02-01', '2026-03-01'],
    ['MONTH', '2026-12-31T23:59:59.999Z', '2026-12-01', '2027-01-01'],
  ] as const)('a %s that holds %s goes from %s to %s', (period, at, from, to) => {
    expect(periodStart(period, new Date(at))).toEqual(new Date(from));
    expect(nextPeriodStart(period, new Date(at))).toEqual(new Date(to));
  });

  it.each<[string, TaskState, number | null, { reserved: number; spent: number }]>([
    ['queued', { status: 'QUEUED', waitingFor: null }, null, { reserved: 60, spent: 0 }],
    ['unconfirmed', { status: 'UNCONFIRMED' }, null, { reserved: 60, spent: 0 }],
    ['settled at a cost', { status: 'CANCELLED' }, 12.5, { reserved: 0, spent: 12.5 }],
    ['settled for nothing', { status: 'CANCELLED' }, 0, { reserved: 0, spent: 0 }],
    ['settled at an unknown cost', { status: 'CANCELLED' }, null, { reserved: 0, spent: 60 }],
  ])('a task that is %s holds its part', (_case, state, cost, expected) => {
    const estimate = { credits: 60, source: 'PRICES' } as const;
    expect(holdingOf({ state, estimate, cost })).toEqual(expected);
  });

  it.each([
    ['as much as was set aside', 60, 60, 0],
    ['less', 12.5, 60, 0],
    ['more', 75, 60, 15],
    ['more than was noted, which is not known', 75, null, 0],
  ])('a task that takes %s', (_how, spent, setAside, overrun) => {
    expect(overrunOf({ reserved: 0, spent }, setAside)).toBe(overrun);
  });

  it('the tightest budget counts, and none when there is no limit', () => {
    expect(leastRemaining([{ remaining: 5 }, { remaining: null }, { remaining: 3 }])).toBe(3);
    expect(leastRemaining([{ remaining: null }])).toBeNull();
  });
});
