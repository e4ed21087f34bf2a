import pg from 'pg';
import type { Line } from '../support/store/line.js';
import type { ChaosNode } from './chaos-node.js';

/** What a run does to its gateways beside killing them. */
export interface Scene {
  readonly nodes: readonly ChaosNode[];
  /** From the gateways to Postgres, and to Runway. */
  readonly toStore: Line;
  readonly toRunway: Line;
  /** Postgres itself, around the line. */
  readonly databaseUrl: string;
  /** Crashes the server and starts it again; undefined: it is not ours to crash. */
  readonly crashStore?: () => Promise<void>;
}

interface Trouble {
  readonly name: string;
  readonly run: (scene: Scene) => Promise<void>;
}

/** When a trouble was on, by the machine's clock. */
export interface TroubleTime {
  readonly name: string;
  readonly fromMs: number;
  readonly untilMs: number;
}

const PAUSE_MS = 2_000;
const CUT_MS = 2_000;
const DELAYED_MS = 4_000;
const STORE_DELAY_MS = 100;
const RUNWAY_DELAY_MS = 500;
const LOCKED_MS = 8_000;

/** Longer than the lease of a submission in this run: 5 s for the POST, and 30 s. */
const FROZEN_MS = 40_000;

/** Longer than the gateway waits for its store anywhere but under a lease. */
const STORELESS_MS = 40_000;

const cut = (name: string, lineOf: (scene: Scene) => Line, ms: number): Trouble => ({
  name,
  run: async (scene) => {
    const line = lineOf(scene);
    await line.cut();
    await pause(ms);
    await line.mend();
  },
});

const delayed = (name: string, lineOf: (scene: Scene) => Line, byMs: number): Trouble => ({
  name,
  run: async (scene) => {
    const line = lineOf(scene);
    line.delay(byMs);
    await pause(DELAYED_MS);
    line.delay(0);
  },
});

const halfClosed = (
  name: string,
  lineOf: (scene: Scene) => Line,
  towards: 'client' | 'server',
): Trouble => ({
  name,
  run: (scene) => {
    lineOf(scene).halfClose(towards);
    return Promise.resolve();
  },
});

const toStore = ({ toStore: line }: Scene): Line => line;
const toRunway = ({ toRunway: line }: Scene): Line => line;

const CRASH: Trouble = {
  name: 'Postgres crashes',
  run: async ({ crashStore }) => {
    await crashStore?.();
  },
};

/** One of each within seconds. */
const SHORT: readonly Trouble[] = [
  cut('the line to Postgres is cut', toStore, CUT_MS),
  CRASH,
  delayed('the line to Postgres is slow', toStore, STORE_DELAY_MS),
  halfClosed('Postgres hangs up', toStore, 'client'),
  halfClosed('Postgres is hung up on', toStore, 'server'),
  cut('the line to Runway is cut', toRunway, CUT_MS),
  delayed('the line to Runway is slow', toRunway, RUNWAY_DELAY_MS),
  halfClosed('Runway hangs up', toRunway, 'client'),
  halfClosed('Runway is hung up on', toRunway, 'server'),
];

const LONG: readonly Trouble[] = [
  {
    name: 'rows are locked by another client',
    run: async ({ databaseUrl }) => {
      await withLockedRows(databaseUrl, () => pause(LOCKED_MS));
    },
  },
  CRASH,
  {
    name: 'a node sleeps beyond its lease',
    run: async ({ nodes }) => {
      await nodes[0]?.freeze(FROZEN_MS);
    },
  },
  cut('Postgres is away for 40 s', toStore, STORELESS_MS),
  CRASH,
];

/** The troubles of a run, one after the other. */
export class Troubles {
  readonly times: TroubleTime[] = [];
  readonly #scene: Scene;
  readonly #planned: readonly Trouble[];
  #isOver = false;
  #current: string | undefined;

  constructor(scene: Scene, length: 'short' | 'long' | 'crashes') {
    this.#scene = scene;
    const all = { short: SHORT, long: [...SHORT, ...LONG], crashes: [CRASH, CRASH, CRASH] }[length];
    this.#planned = all.filter((trouble) => trouble !== CRASH || scene.crashStore !== undefined);
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** What is on at this moment. */
  get current(): string | undefined {
    return this.#current;
  }

  /** By name, how often each was. */
  get counts(): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const { name } of this.times) counts[name] = (counts[name] ?? 0) + 1;
    return counts;
  }

  get plannedCount(): number {
    return this.#planned.length;
  }

  /** Resolves after the last one. */
  async run(over: AbortSignal): Promise<void> {
    for (const { name, run } of this.#planned) {
      await pause(PAUSE_MS);
      if (over.aborted) return;
      const fromMs = Date.now();
      this.#current = name;
      await run(this.#scene);
      this.#current = undefined;
      this.times.push({ name, fromMs, untilMs: Date.now() });
    }
    this.#isOver = true;
  }
}

/** Locks a submission that is being sent, if there is one, and the live task that is due next. */
async function withLockedRows(databaseUrl: string, work: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(
      `select id from submissions where status in ('sending', 'queued') limit 1 for update skip locked`,
    );
    await client.query(
      `select id from tasks where poll_due_at is not null order by poll_due_at limit 1
       for update skip locked`,
    );
    await work();
    await client.query('rollback');
  } finally {
    await client.end();
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
