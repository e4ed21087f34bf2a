import { BoundedWork } from '../../../src/concurrency/bounded-work.js';
import { FakeClock } from '../../support/time/fake-clock.js';

describe('BoundedWork', () => {
  it('starts waiting work in the order of its arrival, when other work ends', async () => {
    const work = new BoundedWork({ max: 1, clock: new FakeClock(), waitMsMax: 1_000 });
    const begun: string[] = [];
    const ends: (() => void)[] = [];
    const start = (name: string): Promise<void> =>
      work.run(async () => {
        begun.push(name);
        await new Promise<void>((resolve) => ends.push(resolve));
      });
    const all = ['first', 'second', 'third'].map(start);
    expect(begun).toEqual(['first']);
    ends[0]?.();
    await all[0];
    await Promise.resolve();
    expect(begun).toEqual(['first', 'second']);
    ends[1]?.();
    await all[1];
    await Promise.resolve();
    ends[2]?.();
    await Promise.all(all);
    expect(begun).toEqual(['first', 'second', 'third']);
  });

  it('refuses work that has waited too long, without starting it', async () => {
    const clock = new FakeClock();
    const work = new BoundedWork({ max: 1, clock, waitMsMax: 1_000 });
    let end: () => void = () => undefined;
    const first = work.run(() => new Promise<void>((resolve) => (end = resolve)));
    const begin = jest.fn();
    const second = expect(work.run(begin)).rejects.toMatchObject({ code: 'OVERLOADED' });
    await clock.advance(1_000);
    await second;
    end();
    await first;
    expect(begin).not.toHaveBeenCalled();
  });
});
