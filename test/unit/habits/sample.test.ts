import { sample, sampleSize } from '../../support/load/sample.js';

const ITEMS = Array.from({ length: 10 }, (_, at) => at);
const PLACES = Array.from({ length: 50 }, (_, at) => `place ${String(at)}`);

describe('A sample', () => {
  it('is the same in each run, begins elsewhere at each place, and leaves nothing out at all of them', () => {
    const samples = PLACES.map((place) => sample(ITEMS, 4, place, false));
    expect(samples).toEqual(PLACES.map((place) => sample(ITEMS, 4, place, false)));
    expect([...new Set(samples.flat())].sort((a, b) => a - b)).toEqual(ITEMS);
    for (const items of samples) expect(items.length).toBeLessThanOrEqual(3);
  });

  it('has one item of few, and none of none', () => {
    for (const place of PLACES) {
      expect(sample([1, 2], 6, place, false)).toHaveLength(1);
      expect(sample([], 6, place, false)).toEqual([]);
    }
  });

  it('of things that are alike is a part of them', () => {
    expect(sampleSize(20_001, 5, false)).toBe(4_001);
  });

  it('is everything with SAMPLES=all', () => {
    expect(sample(ITEMS, 4, 'here', true)).toEqual(ITEMS);
    expect(sampleSize(20_001, 5, true)).toBe(20_001);
  });
});
