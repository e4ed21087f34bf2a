import { retryAfterMs } from '../../../src/domain/back-off.js';
import { waitingAfter } from '../../../src/services/dispatch/waiting.js';
import { seededRandom } from '../../chaos/seeded-random.js';

const NOW = new Date('2026-01-01T12:00:00Z');

function waitMs(retryAfter: number | null, random: number, attempt = 0): number {
  const outcome = {
    kind: 'deferred',
    status: 429,
    retryAfterMs: retryAfter,
    isDailyCap: false,
  } as const;
  const { until } = waitingAfter(outcome, NOW, { attempt, random, heldMs: 0 });
  return Date.parse(until) - NOW.getTime();
}

// Guarantee: whatever a server asks for, it is obeyed up to a cap, and nothing makes a busy loop.
describe('waitingAfter', () => {
  it.each([
    ['seconds', '30', 30_000],
    ['fractions of a second', '0.5', 500],
    ['an HTTP date', 'Thu, 01 Jan 2026 12:01:00 GMT', 60_000],
    ['a past date', 'Wed, 31 Dec 2025 12:00:00 GMT', 0],
    ['a date that is none', 'Thu, 99 Jan 2026 12:01:00 GMT', 0],
    ['zero', '0', 0],
    ['10^9', '1000000000', 3_600_000],
    ['garbage', 'soon; drop table', 0],
    ['a negative number', '-5', 0],
    ['nothing', null, 0],
  ])('D6: with %s as Retry-After waits that long and its own draw on top', (_, header, asked) => {
    const parsed = retryAfterMs({ retryAfter: header, retryAfterMs: null }, NOW);
    expect(waitMs(parsed, 0)).toBe(asked + 250);
    expect(waitMs(parsed, 0.999)).toBe(asked + 1_249);
  });

  it('D6: draws its own wait evenly from the whole span', () => {
    const [draws, bins] = [1_000, 10];
    const random = seededRandom(20_260_101);
    const counts = new Array<number>(bins).fill(0);
    for (let draw = 0; draw < draws; draw += 1) {
      const share = (waitMs(null, random(), 5) - 250) / 32_000;
      const bin = Math.min(bins - 1, Math.floor(share * bins));
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    const expected = draws / bins;
    const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    // 9 degrees of freedom: of 10,000 seeds one gives more than 33.7.
    expect(chiSquare).toBeLessThan(33.7);
  });

  it('waits for the breaker where that is longer', () => {
    const unsent = { kind: 'unsent', detail: 'refused' } as const;
    const until = (heldMs: number) =>
      Date.parse(waitingAfter(unsent, NOW, { attempt: 0, random: 0, heldMs }).until);
    expect(until(10_000) - NOW.getTime()).toBe(10_000);
    expect(until(0) - NOW.getTime()).toBe(250);
  });
});
