import type { Health } from '../../../src/domain/submission/submission-decisions.js';
import { Breakers } from '../../../src/services/upstream/breakers.js';
import { CallGate } from '../../../src/services/upstream/call-gate.js';
import { PROBE_INTERVAL_MS } from '../../../src/services/upstream/circuit.js';
import { silentLog } from '../../support/store/database.js';
import { FakeClock } from '../../support/time/fake-clock.js';

const READS = 32;
const CHANGES = 16;

describe('CallGate', () => {
  let clock: FakeClock;
  let breakers: Breakers;
  let gate: CallGate;
  /** What was called, in order, and how each call ends. */
  let called: { readonly subject: string; readonly end: (health: Health) => void }[];
  beforeEach(() => {
    clock = new FakeClock();
    breakers = new Breakers({ clock, log: silentLog });
    gate = new CallGate({ breakers, clock });
    called = [];
  });
  afterEach(() => {
    expect(clock.sleeperCount).toBe(0);
  });

  const pass = (subject: string, kind: 'read' | 'change' = 'read'): Promise<unknown> =>
    gate
      .pass<Health>({
        account: 'main',
        kind,
        subject,
        make: () => new Promise((end) => called.push({ subject, end })),
        healthOf: (health) => health,
      })
      .catch((error: unknown) => (error as { code?: string }).code);
  const endAll = async (health: Health = 'good'): Promise<void> => {
    for (const { end } of called.splice(0)) end(health);
    await clock.advance(0);
  };

  // Guarantee: however much one request asks for, a node opens so many calls and no more.
  it.each([
    ['read', READS],
    ['change', CHANGES],
  ] as const)('opens so many of kind %s at once, the others in their order', async (kind, max) => {
    const answers = Array.from({ length: 3 * max }, (_, at) => pass(String(at), kind));
    const seen: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      await clock.advance(0);
      expect(called).toHaveLength(max);
      seen.push(...called.map(({ subject }) => subject));
      await endAll();
    }
    expect(seen).toEqual(answers.map((_, at) => String(at)));
    expect(new Set(await Promise.all(answers))).toEqual(new Set(['good']));
  });

  it('does not let changes wait for reads', async () => {
    const reads = Array.from({ length: READS }, (_, at) => pass(String(at)));
    const change = pass('a', 'change');
    await clock.advance(0);
    expect(called.at(-1)?.subject).toBe('a');
    await endAll();
    await Promise.all([...reads, change]);
  });

  it('gives up on a place after 10 s, without a call', async () => {
    const open = Array.from({ length: READS }, (_, at) => pass(String(at)));
    const late = pass('late');
    await clock.advance(10_000);
    expect(await late).toBe('OVERLOADED');
    await endAll();
    await Promise.all(open);
    const next = pass('next');
    await clock.advance(0);
    expect(called.map(({ subject }) => subject)).toEqual(['next']);
    await endAll();
    expect(await next).toBe('good');
  });

  it('holds those back that waited when the account has begun to fail', async () => {
    const all = Array.from({ length: READS + 5 }, (_, at) => pass(String(at)));
    await clock.advance(0);
    await endAll('bad');
    await clock.advance(0);
    expect(called.length).toBeLessThanOrEqual(5);
    await endAll('bad');
    await Promise.all(all);
    expect(await pass('more')).toBe('RUNWAY_UNAVAILABLE');
    expect(called).toEqual([]);
  });

  it('holds the account after five failures of different things, and not of one', async () => {
    for (let count = 0; count < 9; count += 1) {
      const answer = pass('one');
      await clock.advance(0);
      await endAll('bad');
      await answer;
    }
    expect(breakers.readWaitMs('main')).toBe(0);
    for (const subject of ['two', 'three', 'four', 'five']) {
      const answer = pass(subject);
      await clock.advance(0);
      await endAll('bad');
      await answer;
    }
    expect(breakers.readWaitMs('main')).toBe(PROBE_INTERVAL_MS);
    expect(breakers.submitWaitMs({ runwayAccount: 'main', model: 'gen4.5' })).toBe(
      PROBE_INTERVAL_MS,
    );
    expect(breakers.readWaitMs('other')).toBe(0);
  });

  it('takes what began before the account was held for no probe', async () => {
    const early = pass('early');
    await clock.advance(0);
    const [straggler] = called.splice(0);
    const refused = pass('refused');
    await clock.advance(0);
    await endAll('broken');
    await refused;
    straggler?.end('good');
    expect(await early).toBe('good');
    expect(await pass('more')).toBe('RUNWAY_UNAVAILABLE');
    await clock.advance(PROBE_INTERVAL_MS);
    const probe = pass('probe');
    await clock.advance(0);
    expect(await pass('beside it')).toBe('RUNWAY_UNAVAILABLE');
    await endAll();
    expect(await probe).toBe('good');
    expect(breakers.readWaitMs('main')).toBe(0);
  });

  it('hears of probes that end together, one after the other', async () => {
    const refused = pass('refused');
    await clock.advance(0);
    await endAll('broken');
    await refused;
    const probes: Promise<unknown>[] = [];
    for (const subject of ['one', 'two', 'three']) {
      await clock.advance(PROBE_INTERVAL_MS);
      probes.push(pass(subject));
      await clock.advance(0);
    }
    expect(called).toHaveLength(3);
    await endAll('bad');
    expect(await Promise.all(probes)).toEqual(['bad', 'bad', 'bad']);
    expect(await pass('more')).toBe('RUNWAY_UNAVAILABLE');
  });
});
