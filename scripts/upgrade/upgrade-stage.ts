import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parse, type DocumentNode } from 'graphql';
import { startEmulator, type Emulator } from '../../src/emulator/server/start-emulator.js';
import { openStream } from '../../test/support/client/streams.js';
import { GatewayProcess } from '../../test/support/gateway/gateway-process.js';
import { TEST_KEY } from '../../test/support/store/key-ring.js';
import { paymentsOf } from './payments.js';
import { runToEnd, type Program } from './program.js';

export const OPERATOR_KEY = 'rgk_operator_Abcdefghijklmnopqrstuvwx';

/** Tasks that Runway takes at once; more are QUEUED. */
const SLOTS = 2;

/** Longer than a run. */
const TASK_SECONDS = 3_600;

/** A task is read once in 5 s; a busy machine gets its time. */
const CHANGE_MS_MAX = 90_000;
const LOOK_EVERY_MS = 250;

interface StoredTask {
  readonly id: string;
  readonly label: string | null;
  readonly status: string;
  readonly createdAt: string;
}

/** A task as a client knows it, but for what time changes in a live one. */
export interface KnownTask extends StoredTask {
  readonly isLive: boolean;
}

const LIVE = new Set(['PENDING', 'THROTTLED', 'RUNNING']);

const TASKS = `query ($first: Int!, $after: String) {
  tasks(first: $first, after: $after) { nodes { id label status createdAt } pageInfo { endCursor } }
}`;

// What every version knows: a newer field would be an error of the older one.
const BUY = `mutation ($input: CreateTextToVideoInput!, $key: String!) {
  createTextToVideo(input: $input, idempotencyKey: $key, label: $key) { task { id status } replayed }
}`;

/** One Runway and one store, on which programs run one after the other, and what clients do. */
export class UpgradeStage {
  readonly emulator: Emulator;
  readonly folder: string;
  readonly #environment: Readonly<Record<string, string>>;
  #gateway: GatewayProcess | undefined;

  private constructor(folder: string, emulator: Emulator, databaseUrl: string | undefined) {
    this.folder = folder;
    this.emulator = emulator;
    this.#environment = {
      NODE_ENV: 'test',
      LOG_LEVEL: 'error',
      DATA_DIR: join(folder, 'data'),
      ENCRYPTION_KEY: TEST_KEY,
      BOOTSTRAP_API_KEY: OPERATOR_KEY,
      RUNWAYML_API_SECRET: 'key_upgrade',
      RUNWAYML_BASE_URL: emulator.url,
      RUNWAY_CONCURRENCY_MAX: String(SLOTS),
      ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
    };
  }

  /** `databaseUrl`: an empty Postgres, in place of the embedded store. */
  static async open(databaseUrl?: string): Promise<UpgradeStage> {
    const emulator = await startEmulator({ port: 0, settings: { concurrency: null } });
    const folder = await mkdtemp(join(tmpdir(), 'gateway-upgrade-'));
    return new UpgradeStage(folder, emulator, databaseUrl);
  }

  /** Starts a program on the store. Rejects, with what it printed, when it does not become ready. */
  async start({ main }: Program, runwayUrl = this.emulator.url): Promise<void> {
    const environment = { ...this.#environment, RUNWAYML_BASE_URL: runwayUrl };
    this.#gateway = await GatewayProcess.start(environment, [main]);
  }

  /** Resolves when it has ended with 0. */
  async stop(): Promise<void> {
    const gateway = this.#gateway;
    this.#gateway = undefined;
    const code = await gateway?.terminate();
    if (code !== undefined && code !== 0) {
      throw new Error(`It ended with code ${String(code)}:\n${gateway?.output ?? ''}`);
    }
  }

  async close(): Promise<void> {
    await this.#gateway?.kill();
    await this.emulator.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Runs a command of a program on the store; returns what it printed. */
  async command(program: Program, ...args: readonly string[]): Promise<string> {
    return await runToEnd(program, this.#environment, ...args);
  }

  /** Of the store, as commands of this program get it. */
  get environment(): Readonly<Record<string, string>> {
    return this.#environment;
  }

  /** Deletes the embedded database and leaves the keys, as docs/operating/backup.md says. */
  async emptyStore(): Promise<void> {
    await rm(join(this.folder, 'data/pglite'), { recursive: true });
  }

  async ask<Data>(query: string, variables: object = {}, key = OPERATOR_KEY): Promise<Data> {
    const response = await fetch(`${this.#url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data?: Data; errors?: object };
    if (errors !== undefined || !data) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** Buys a video whose prompt is the idempotency key, so that a POST at Runway tells whose it is. */
  async buy(key: string, viewerKey?: string) {
    const input = { gen4_5: { promptText: key, ratio: 'RATIO_1280_720', duration: 5 } };
    const { createTextToVideo } = await this.ask<{
      readonly createTextToVideo: {
        readonly task: { readonly id: string; readonly status: string };
        readonly replayed: boolean;
      };
    }>(BUY, { input, key }, viewerKey);
    const { task, replayed } = createTextToVideo;
    return { id: task.id, status: task.status, replayed };
  }

  async page(key: string, first: number, after: string | null = null) {
    const { tasks } = await this.ask<{
      readonly tasks: {
        readonly nodes: readonly StoredTask[];
        readonly pageInfo: { readonly endCursor: string };
      };
    }>(TASKS, { first, after }, key);
    const nodes: readonly KnownTask[] = tasks.nodes.map((task) => {
      const isLive = LIVE.has(task.status);
      return { ...task, status: isLive ? 'live' : task.status, isLive };
    });
    return { tasks: nodes, endCursor: tasks.pageInfo.endCursor };
  }

  /** Waits until the task of a label has the status. */
  async untilStatus(key: string, label: string, status: string): Promise<void> {
    const endMs = performance.now() + CHANGE_MS_MAX;
    for (;;) {
      const { tasks } = await this.page(key, 50);
      const found = tasks.find((task) => task.label === label);
      if (found?.status === status) return;
      if (performance.now() > endMs) {
        throw new Error(`"${label}" is ${found?.status ?? 'gone'}, not ${status}`);
      }
      await pause(LOOK_EVERY_MS);
    }
  }

  /** The cursor of the newest event of a task. */
  async cursorOf(key: string, id: string): Promise<string> {
    const text = 'subscription ($id: ID!) { taskUpdated(id: $id) { cursor } }';
    const stream = openStream(this.#url, key, documentOf(text), { id });
    try {
      const event = (await stream.next()) as { readonly taskUpdated: { readonly cursor: string } };
      return event.taskUpdated.cursor;
    } finally {
      await stream.close();
    }
  }

  /** `label status` of each event after a cursor, up to and with `last`. */
  async eventsAfter(key: string, after: string, last: string): Promise<readonly string[]> {
    const text =
      'subscription ($after: String) { tasksUpdated(after: $after) { task { label status } } }';
    const stream = openStream(this.#url, key, documentOf(text), { after });
    const events: string[] = [];
    try {
      while (events.at(-1) !== last) {
        const event = (await stream.next()) as
          { readonly tasksUpdated: { readonly task: StoredTask } } | undefined;
        if (event === undefined) break;
        events.push(`${event.tasksUpdated.task.label ?? ''} ${event.tasksUpdated.task.status}`);
      }
      return events;
    } finally {
      await stream.close();
    }
  }

  /** Runway works on what it has and gets, and ends nothing. */
  holdTasks(): void {
    this.emulator.settings.taskSeconds = TASK_SECONDS;
  }

  /** Runway ends what is live, and what it gets. */
  endTasks(): void {
    this.emulator.settings.taskSeconds = 0;
  }

  /** How often Runway was asked for each prompt. */
  get payments(): ReadonlyMap<string, number> {
    return paymentsOf(this.emulator.requests());
  }

  get #url(): string {
    if (this.#gateway === undefined) throw new Error('No gateway is running.');
    return this.#gateway.url;
  }
}

function documentOf(text: string) {
  return parse(text) as DocumentNode & {
    __apiType?: (variables: Record<string, unknown>) => unknown;
  };
}
