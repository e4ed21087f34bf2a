import { Lateness } from '../../../src/pollers/lateness.js';
import { FakeClock } from '../../support/time/fake-clock.js';
import { RecordedLog } from '../../support/gateway/recorded-log.js';

describe('D17: the alarm of a node that is late', () => {
  let clock: FakeClock;
  let log: RecordedLog;
  let lateness: Lateness;

  beforeEach(() => {
    clock = new FakeClock();
    log = new RecordedLog();
    lateness = new Lateness({ clock, log });
  });

  const ago = (ms: number): Date => new Date(clock.now().getTime() - ms);

  it('is raised when a read begins more than 7.5 s after it was due, once a minute', async () => {
    await clock.advance(20_000);
    lateness.judge([ago(0), ago(7_500)], 3);
    expect(log.lines).toEqual([]);
    lateness.judge([ago(0), ago(7_501)], 3);
    lateness.judge([ago(9_000)], 3);
    expect(log.lines).toHaveLength(1);
    expect(log.lines[0]).toContain('"lateMs":7501');
    await clock.advance(60_000);
    lateness.judge([ago(9_000)], 3);
    expect(log.lines).toHaveLength(2);
  });

  it('does not count the time before the start, and needs no read', () => {
    lateness.judge([ago(3_600_000)], 0);
    lateness.judge([], 0);
    expect(log.lines).toEqual([]);
  });
});
