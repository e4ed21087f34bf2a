import {
  backOffMs,
  dailyCapRetryAt,
  retryAfterMs,
  RETRY_AFTER_MS_MAX,
  SUBMIT_BACK_OFF,
} from '../../../src/domain/back-off.js';

const NOON = new Date('2026-01-01T12:00:00Z');

describe('back-off', () => {
  it('D6: doubles its span up to the cap and never falls under the floor', () => {
    const spans = [0, 1, 2, 5, 6, 7, 1_000].map((attempt) =>
      backOffMs(SUBMIT_BACK_OFF, attempt, 1),
    );
    expect(spans).toEqual([1_250, 2_250, 4_250, 32_250, 60_250, 60_250, 60_250]);
    expect(backOffMs(SUBMIT_BACK_OFF, 1_000, 0)).toBe(SUBMIT_BACK_OFF.floorMs);
  });

  it('D6: reads what a server asks for, and caps it', () => {
    const read = (retryAfter: string | null, ms: string | null = null): number | null =>
      retryAfterMs({ retryAfter, retryAfterMs: ms }, NOON);
    expect(read('1.5')).toBe(1_500);
    expect(read(' 7 ')).toBe(7_000);
    expect(read('7', '250')).toBe(250);
    expect(read('7', 'x')).toBe(7_000);
    expect(read('Thu, 01 Jan 2026 12:00:09 GMT')).toBe(9_000);
    expect(read('Thu, 01 Jan 1970 00:00:00 GMT')).toBe(0);
    expect(read('1e9')).toBeNull();
    expect(read('999999999')).toBe(RETRY_AFTER_MS_MAX);
    for (const garbage of ['', '-1', 'NaN', 'Infinity', '2026-01-01', 'soon', '9'.repeat(400)]) {
      expect(read(garbage)).toBeNull();
    }
    expect(read(null)).toBeNull();
  });

  it('D6: tries again an hour after the daily cap, or after midnight where that is sooner', () => {
    expect(dailyCapRetryAt(NOON, 0).toISOString()).toBe('2026-01-01T13:00:00.000Z');
    const late = new Date('2026-01-01T23:50:00Z');
    expect(dailyCapRetryAt(late, 0.5).toISOString()).toBe('2026-01-02T00:00:30.000Z');
  });
});
