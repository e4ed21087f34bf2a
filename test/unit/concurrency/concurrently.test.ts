import { concurrently } from '../../../src/concurrency/concurrently.js';

describe('work that is done concurrently', () => {
  it('is done for every item, never more than the limit at once', async () => {
    const done: number[] = [];
    let [open, most] = [0, 0];
    await concurrently([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
      open += 1;
      most = Math.max(most, open);
      await Promise.resolve();
      done.push(item);
      open -= 1;
    });
    expect(done.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(most).toBe(3);
  });

  it('fails as the first item that fails', async () => {
    const work = concurrently([1, 2], 1, (item) => Promise.reject(new Error(`no ${String(item)}`)));
    await expect(work).rejects.toThrow('no 1');
  });
});
