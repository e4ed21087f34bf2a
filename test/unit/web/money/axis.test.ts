import { barsIn, ticksTo } from '../../../../web/src/money/axis.js';

describe('the axis of a chart', () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 0.25, 0.5, 0.75, 1]],
    [7, [0, 2, 4, 6, 8]],
    [100, [0, 25, 50, 75, 100]],
    [101, [0, 50, 100, 150]],
    [0.3, [0, 0.1, 0.2, 0.3]],
  ])('up to %d has round lines', (max, lines) => {
    expect(ticksTo(max, 4)).toEqual(lines);
  });

  it('ends at or above every value, with few lines', () => {
    for (let value = 0.01; value < 1e7; value *= 1.7) {
      const ticks = ticksTo(value, 4);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(value * (1 - 1e-9));
      expect(ticks.length).toBeLessThanOrEqual(5);
    }
  });
});

describe('the bars of a chart', () => {
  it('stand on the ground, what is set aside on top of what is spent', () => {
    const field = { width: 100, height: 50, top: 10 };
    const [one, two] = barsIn(
      [
        { spent: 5, reserved: 2 },
        { spent: 0, reserved: 10 },
      ],
      field,
    );
    expect(one?.spent).toEqual({ y: 25, height: 25 });
    expect(one?.reserved).toEqual({ y: 15, height: 10 });
    expect(two?.reserved).toEqual({ y: 0, height: 50 });
  });

  it('do not touch each other or leave the field', () => {
    const entries = Array.from({ length: 90 }, () => ({ spent: 1, reserved: 0 }));
    const bars = barsIn(entries, { width: 300, height: 50, top: 1 });
    bars.forEach((bar, at) => {
      const before = bars[at - 1];
      expect(bar.x).toBeGreaterThan(before === undefined ? 0 : before.x + before.width);
      expect(bar.x + bar.width).toBeLessThan(300);
    });
    expect(barsIn([], { width: 300, height: 50, top: 1 })).toEqual([]);
  });
});
