import { GatheredWork, Lane } from '../../../src/concurrency/gathered-work.js';

describe('GatheredWork', () => {
  type Answer = readonly (string | Promise<string>)[];

  /** Sets that end when they are told to; an item's key is its first letter. */
  function started({ max = 10, lane = new Lane() } = {}) {
    const sets: {
      readonly items: readonly string[];
      readonly end: (answer?: Answer) => void;
      readonly fail: () => void;
    }[] = [];
    const work = new GatheredWork<string, string>(
      (items) =>
        new Promise((resolve, reject) => {
          sets.push({
            items,
            end: (answer = items.map((item) => `${item}!`)) => resolve(answer),
            fail: () => reject(new Error('broken')),
          });
        }),
      { keyOf: ([first = '']) => first, max, lane },
    );
    return { work, sets, lane };
  }

  const turn = () => new Promise((resolve) => setImmediate(resolve));

  it('takes the first item at once, and those that come meanwhile together', async () => {
    const { work, sets } = started();
    const first = work.run('a');
    expect(sets.map(({ items }) => items)).toEqual([['a']]);
    const later = ['b', 'c'].map((item) => work.run(item));
    sets[0]?.end();
    expect(await first).toBe('a!');
    await turn();
    expect(sets.map(({ items }) => items)).toEqual([['a'], ['b', 'c']]);
    sets[1]?.end();
    expect(await Promise.all(later)).toEqual(['b!', 'c!']);
    await turn();
    void work.run('d');
    expect(sets).toHaveLength(3);
  });

  it('leaves an item with the key of another one, and what is beyond the bound, to the next set', async () => {
    const { work, sets } = started({ max: 2 });
    for (const item of ['z', 'a1', 'a2', 'b', 'c']) void work.run(item);
    for (const index of [0, 1, 2]) {
      sets[index]?.end();
      await turn();
    }
    expect(sets.map(({ items }) => items)).toEqual([['z'], ['a1', 'b'], ['a2', 'c']]);
  });

  it('rejects the items of a set that fails, and goes on with the next one', async () => {
    const { work, sets } = started();
    const first = work.run('a');
    const second = work.run('b');
    sets[0]?.fail();
    await expect(first).rejects.toThrow('broken');
    await turn();
    sets[1]?.end();
    expect(await second).toBe('b!');
  });

  it('tells each item its own outcome where the answer comes later than the set ends', async () => {
    const { work, sets } = started();
    const first = work.run('a');
    const [good, bad] = [work.run('b'), work.run('c')];
    sets[0]?.end();
    await first;
    await turn();
    sets[1]?.end([Promise.resolve('late'), Promise.reject(new Error('mine'))]);
    expect(await good).toBe('late');
    await expect(bad).rejects.toThrow('mine');
  });

  it('runs one set of a lane at a time, kinds of work in turn', async () => {
    const one = started();
    const other = started({ lane: one.lane });
    void one.work.run('a');
    void other.work.run('b');
    void one.work.run('c');
    expect([one.sets.length, other.sets.length]).toEqual([1, 0]);
    one.sets[0]?.end();
    await turn();
    expect([one.sets.length, other.sets.length]).toEqual([1, 1]);
    other.sets[0]?.end();
    await turn();
    expect([one.sets.length, other.sets.length]).toEqual([2, 1]);
  });
});
