import {
  doubtAfter,
  doubtWaitMs,
  isPastHope,
  namesAnEnd,
  NO_DOUBT,
  SENSELESS_MS_MAX,
  UNKNOWN_MS_MAX,
  type Doubt,
  type DoubtKind,
} from '../../../src/domain/task/doubt.js';

const START = new Date('2026-01-01T00:00:00Z');
const after = (ms: number): Date => new Date(START.getTime() + ms);

function read(kinds: readonly DoubtKind[], times: readonly number[] = []): Doubt {
  return kinds.reduce(
    (doubt, kind, index) => doubtAfter(doubt, kind, after(times[index] ?? 0)),
    NO_DOUBT,
  );
}
const senseless = (count: number): Doubt => read(Array<DoubtKind>(count).fill('senseless'));
const unknown = (count: number): Doubt => read(Array<DoubtKind>(count).fill('unknown'));

describe('D28: doubt', () => {
  it('counts senseless answers in a row, from the first one that told nothing', () => {
    const kinds = ['unknown', 'senseless', 'senseless'] as const;
    const doubt = read(kinds, [1, 2, 3]);
    expect(doubt).toEqual({ senselessReads: 2, unknownReads: 0, since: after(1) });
    expect(doubtAfter(doubt, 'unknown', after(9))).toEqual({
      senselessReads: 0,
      unknownReads: 1,
      since: after(1),
    });
  });

  it.each([
    ['4 senseless answers', senseless(4), UNKNOWN_MS_MAX, false],
    ['5 of them within a minute', senseless(5), SENSELESS_MS_MAX - 1, false],
    ['5 of them over a minute', senseless(5), SENSELESS_MS_MAX, true],
    ['5 unknown statuses over a minute', unknown(5), SENSELESS_MS_MAX, false],
    ['5 of them over a day', unknown(5), UNKNOWN_MS_MAX, true],
    ['2 of them over a day', unknown(2), UNKNOWN_MS_MAX, false],
    ['nothing', NO_DOUBT, UNKNOWN_MS_MAX, false],
  ])('of %s is past hope or not', (_, doubt, ms, isOver) => {
    expect(isPastHope(doubt, after(ms), false)).toBe(isOver);
  });

  it('of many tasks at once is waited for, for a day', () => {
    expect(isPastHope(senseless(9), after(UNKNOWN_MS_MAX - 1), true)).toBe(false);
    expect(isPastHope(senseless(9), after(UNKNOWN_MS_MAX), true)).toBe(true);
  });

  it('reads less and less often, a minute apart at most, and follows an unknown status', () => {
    const waits = [1, 2, 3, 4, 5, 50].map((count) => doubtWaitMs(senseless(count)));
    expect(waits).toEqual([5_000, 10_000, 20_000, 40_000, 60_000, 60_000]);
    expect(doubtWaitMs(unknown(50))).toBe(5_000);
  });

  it.each([
    ['CANCELED', true],
    ['succeeded', true],
    ['COMPLETED', true],
    ['TIMED_OUT', true],
    ['EXPIRED', true],
    ['MODERATION_REJECTED', true],
    ['DREAMING', false],
    ['QUEUED', false],
    ['PAUSED', false],
    ['MODERATING', false],
    ['', false],
  ])('takes %j for an end: %j', (status, isEnd) => {
    expect(namesAnEnd(status)).toBe(isEnd);
  });
});
