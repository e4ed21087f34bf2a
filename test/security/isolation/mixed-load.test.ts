// Guarantee: no tenant is shown anything of another when both ask the same in the same millisecond,
// leave in the middle, cut their sockets and ask again; and nothing breaks by it.
import { setTimeout as wait } from 'node:timers/promises';
import { eventCursors } from '../../../src/api/tasks/task-cursor.js';
import { seededRandom } from '../../chaos/seeded-random.js';
import { LOAD_REQUESTS } from '../../support/load/load-size.js';
import type { Outcome, Patience } from './load-kinds.js';
import { loadRequests, type LoadRequest } from './load-requests.js';
import { useWorld, type Holder } from './world.js';

const world = useWorld();

/** Moments that go on at the same time; each is of two requests, or four where they are sent again. */
const MOMENTS_OPEN = 12;
/** The emulator keeps so many requests at least. */
const CHECKED_EVERY = 500;
/** Of the requests whose clients leave before the answer. */
const LEAVING = 0.2;
/** So slow may a machine be that does other work beside: 10,000 requests take two minutes or so. */
const LOAD_TIMEOUT_MS = 300_000 + LOAD_REQUESTS * 100;

interface Tally {
  sent: number;
  answered: number;
  left: number;
}

it(
  `M9, M17: two tenants who ask the same at once, ${String(LOAD_REQUESTS)} times, leaving and coming back`,
  async () => {
    const { stage, clock, a, b } = world();
    const ofA = { ...a, things: { ...a.things, eventCursor: eventCursors.write({ number: 1 }) } };
    const ofB = { ...b, things: { ...b.things, eventCursor: eventCursors.write({ number: 1 }) } };
    stage.gateway.emulator.settings.taskSeconds = 2;
    const random = seededRandom(20_231_120);
    const pick = picker(loadRequests(world()), random);
    const tally: Tally = { sent: 0, answered: 0, left: 0 };
    const begunAt = performance.now();

    const over = new AbortController();
    const time = (async () => {
      while (!over.signal.aborted) {
        await clock.advance(500);
        await wait(50);
      }
    })();
    const moments = async (until: number): Promise<void> => {
      while (tally.sent < until) {
        const request = pick();
        const patience = random() < LEAVING ? Math.floor(random() * 4) : 'to the end';
        await Promise.all([
          ask(request, ofA, ofB, patience, tally),
          ask(request, ofB, ofA, patience, tally),
        ]);
      }
    };
    try {
      for (let until = CHECKED_EVERY; until <= LOAD_REQUESTS; until += CHECKED_EVERY) {
        await Promise.all(Array.from({ length: MOMENTS_OPEN }, () => moments(until)));
        const broken = stage.log.lines.filter((line) => line.startsWith('{"level":"error"'));
        expect(broken).toEqual([]);
        stage.check();
        stage.gateway.emulator.clearRequests();
      }
    } finally {
      over.abort();
      await time;
    }
    const bytes = a.tenant.addressed.byteCount + b.tenant.addressed.byteCount;
    const seconds = (performance.now() - begunAt) / 1_000;
    console.log(
      `${String(tally.sent)} requests of two tenants in ${seconds.toFixed(1)} s: ${String(tally.answered)} answered, ${String(tally.left)} left before the answer; ${(bytes / 1_000_000).toFixed(1)} MB looked through, no foreign canary.`,
    );
    expect(tally.sent).toBeGreaterThanOrEqual(LOAD_REQUESTS);
    expect(tally.left).toBeGreaterThan(LOAD_REQUESTS / 50);
  },
  LOAD_TIMEOUT_MS,
);

/** Sends it, and once more where its client has left. */
async function ask(
  request: LoadRequest,
  own: Holder,
  theirs: Holder,
  patience: Patience,
  tally: Tally,
): Promise<void> {
  const asked = request.of(own.things, theirs.things);
  const shown = request.shows?.(own.things);
  const waited: readonly Patience[] =
    patience === 'to the end' ? [patience] : [patience, 'to the end'];
  for (const each of request.repeats ? waited : ['to the end' as const]) {
    tally.sent += 1;
    const outcome = await request.by(own, asked, each);
    if (outcome.kind === 'cut') tally.left += 1;
    else tally.answered += 1;
    expectSound(outcome, shown);
  }
}

function expectSound({ kind, status, text }: Outcome, shown: string | undefined): void {
  if (kind === 'cut') return;
  expect([status, text]).toEqual([200, expect.not.stringContaining('"INTERNAL"')]);
  if (shown !== undefined) expect(text).toContain(shown);
}

function picker(requests: readonly LoadRequest[], random: () => number): () => LoadRequest {
  const drawn = requests.flatMap((request) => Array<LoadRequest>(request.weight).fill(request));
  return () => {
    const request = drawn[Math.floor(random() * drawn.length)];
    if (request === undefined) throw new Error('There is nothing to ask');
    return request;
  };
}
