import { TokenBucket } from '../../../src/concurrency/token-bucket.js';

describe('TokenBucket', () => {
  const at = (ms: number): Date => new Date(ms);

  it('gives what it holds at once, then as much as time brings', () => {
    const bucket = new TokenBucket({ full: 2, perSecond: 4 }, at(0));
    expect([bucket.take(at(0)), bucket.take(at(0)), bucket.take(at(0))]).toEqual([
      true,
      true,
      false,
    ]);
    expect(bucket.take(at(249))).toBe(false);
    expect(bucket.take(at(250))).toBe(true);
    expect(bucket.take(at(250))).toBe(false);
  });

  it('holds no more than it began with, however long it waits', () => {
    const bucket = new TokenBucket({ full: 1, perSecond: 1 }, at(0));
    expect(bucket.take(at(60_000))).toBe(true);
    expect(bucket.take(at(60_000))).toBe(false);
  });

  it('says how much is owed, and keeps added tokens up to their own bound', () => {
    const bucket = new TokenBucket({ full: 1, perSecond: 1 }, at(0));
    expect([bucket.takeOrOwe(at(0)), bucket.takeOrOwe(at(0))]).toEqual([0, 1]);
    bucket.add(10, 3, at(0));
    expect([1, 2, 3, 4].map(() => bucket.takeOrOwe(at(0)))).toEqual([0, 0, 0, 1]);
  });

  it('gives nothing for a clock that is set back', () => {
    const bucket = new TokenBucket({ full: 1, perSecond: 1 }, at(10_000));
    expect(bucket.take(at(10_000))).toBe(true);
    expect(bucket.take(at(0))).toBe(false);
  });
});
