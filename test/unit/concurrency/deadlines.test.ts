import { Deadlines } from '../../../src/concurrency/deadlines.js';
import { FakeClock } from '../../support/time/fake-clock.js';

describe('Deadlines', () => {
  let clock: FakeClock;
  let deadlines: Deadlines;
  let late: string[];

  beforeEach(() => {
    clock = new FakeClock();
    deadlines = new Deadlines(clock);
    late = [];
  });

  const begin = (name: string, ms = 1_000): (() => void) =>
    deadlines.begin(ms, () => {
      late.push(name);
    });

  it('calls each when its own time is over, and once', async () => {
    begin('first');
    await clock.advance(400);
    begin('second');
    await clock.advance(599);
    expect(late).toEqual([]);
    await clock.advance(1);
    expect(late).toEqual(['first']);
    await clock.advance(399);
    expect(late).toEqual(['first']);
    await clock.advance(1_000);
    expect(late).toEqual(['first', 'second']);
  });

  it('never calls one that has ended, and calls those behind it', async () => {
    const end = begin('ended');
    await clock.advance(100);
    begin('open');
    end();
    await clock.advance(1_100);
    expect(late).toEqual(['open']);
  });

  it('keeps one timer for all of a length, and none when it has stopped', async () => {
    for (let count = 0; count < 1_000; count += 1) begin('same');
    begin('shorter', 10);
    expect(clock.sleeperCount).toBe(2);
    deadlines.stop();
    expect(clock.sleeperCount).toBe(0);
    await clock.advance(5_000);
    expect(late).toEqual([]);
  });

  it('waits again for one that begins when nothing is open any more', async () => {
    begin('first')();
    await clock.advance(5_000);
    expect(clock.sleeperCount).toBe(0);
    begin('second');
    await clock.advance(1_000);
    expect(late).toEqual(['second']);
  });
});
