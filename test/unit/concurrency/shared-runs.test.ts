import { SharedRuns } from '../../../src/concurrency/shared-runs.js';

describe('SharedRuns', () => {
  /** Runs that end when they are told to. */
  function started() {
    const ends: { readonly end: () => void; readonly fail: () => void }[] = [];
    const runs = new SharedRuns(
      () =>
        new Promise((resolve, reject) => {
          ends.push({
            end: resolve,
            fail: () => {
              reject(new Error('broken'));
            },
          });
        }),
    );
    return { runs, ends };
  }

  it('share the next run among all calls that come during one', async () => {
    const { runs, ends } = started();
    const first = runs.run();
    const later = [runs.run(), runs.run()];
    expect(ends).toHaveLength(1);
    ends[0]?.end();
    await first;
    await Promise.resolve();
    expect(ends).toHaveLength(2);
    ends[1]?.end();
    await Promise.all(later);
    expect(ends).toHaveLength(2);
  });

  it('begin again after a run that failed, whose callers alone are told', async () => {
    const { runs, ends } = started();
    const first = runs.run();
    const second = runs.run();
    ends[0]?.fail();
    await expect(first).rejects.toThrow('broken');
    await Promise.resolve();
    ends[1]?.end();
    await second;
    const third = runs.run();
    expect(ends).toHaveLength(3);
    ends[2]?.end();
    await third;
  });
});
