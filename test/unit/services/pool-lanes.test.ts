import { PoolLanes } from '../../../src/services/dispatch/pool-lanes.js';

const poolOf = (model: string) => ({ runwayAccount: 'main', model });

describe('PoolLanes', () => {
  it('opens so many lanes of a pool, and others beside them', () => {
    const lanes = new PoolLanes(2);
    const [first, second, third] = [lanes.open(), lanes.open(), lanes.open()];
    expect(first.claim(poolOf('a'))).toBe(true);
    expect(second.claim(poolOf('a'))).toBe(true);
    expect(third.claim(poolOf('a'))).toBe(false);
    expect(third.claim(poolOf('b'))).toBe(true);
    first.end();
    expect(third.claim(poolOf('a'))).toBe(true);
  });

  it('gives back what was looked at and not taken', () => {
    const lanes = new PoolLanes(1);
    const first = lanes.open();
    for (const model of ['a', 'b', 'c']) expect(first.claim(poolOf(model))).toBe(true);
    first.keep(poolOf('b'));
    const second = lanes.open();
    expect(['a', 'b', 'c'].map((model) => second.claim(poolOf(model)))).toEqual([
      true,
      false,
      true,
    ]);
    second.end();
    first.end();
    expect(lanes.open().claim(poolOf('b'))).toBe(true);
  });
});
