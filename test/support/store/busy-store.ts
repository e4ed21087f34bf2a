import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { verifyAudit } from '../../../src/app/commands/audit-commands.js';
import { startApp, type App } from '../../../src/app/start-app.js';
import { readConfig, type Config, type Environment } from '../../../src/config/config.js';
import { startEmulator, type Emulator } from '../../../src/emulator/server/start-emulator.js';
import {
  CreateTextToVideoDocument,
  SetBudgetDocument,
  TaskDocument,
  TasksDocument,
  TasksUpdatedDocument,
  TaskUpdatedDocument,
  UnconfirmedTasksDocument,
  type TaskFieldsFragment,
} from '../../../client/src/generated/graphql.js';
import { answered, type AnsweredData } from '../client/answered.js';
import { aVideo } from '../client/inputs.js';
import { openStream } from '../client/streams.js';
import { WIDE_LIMITS } from '../gateway/wide-limits.js';
import { FakeClock } from '../time/fake-clock.js';
import { pgliteTemplate, silentLog } from './database.js';
import { TEST_KEY } from './key-ring.js';
import { findLedgerFaults } from './ledger.js';

const OPERATOR_KEY = 'rgk_operator_Abcdefghijklmnopqrstuvwx';

/** Tasks that Runway takes at once; more are QUEUED. */
const SLOTS = 2;

/** Longer than any task of a test lives, by the clock. */
const TASK_SECONDS = 600;

/** 10 min: an embedded database that starts from nothing takes half a minute on a busy machine. */
export const BUSY_TIMEOUT_MS = 600_000;

/** What a client knows of the store before it is copied. */
export interface Known {
  readonly tasks: readonly TaskFieldsFragment[];
  /** By idempotency key. */
  readonly ids: Readonly<Record<'done' | 'live' | 'queued', string>>;
  /** Of an event before the last ones. */
  readonly cursor: string;
}

/** A gateway that is stopped and started on one store and another, and one Runway. */
export class BusyStore {
  readonly clock = new FakeClock();
  readonly dataDir: string;
  readonly emulator: Emulator;
  #app: App | undefined;

  private constructor(dataDir: string, emulator: Emulator, clock: FakeClock) {
    this.dataDir = dataDir;
    this.emulator = emulator;
    this.clock = clock;
  }

  static async open(): Promise<BusyStore> {
    const clock = new FakeClock();
    const settings = { taskSeconds: TASK_SECONDS, concurrency: SLOTS };
    const emulator = await startEmulator({ port: 0, clock, settings });
    return new BusyStore(await mkdtemp(join(tmpdir(), 'busy-store-')), emulator, clock);
  }

  config(environment: Environment = {}): Config {
    return readConfig({
      NODE_ENV: 'test',
      PORT: '0',
      DATA_DIR: this.dataDir,
      RUNWAYML_API_SECRET: 'key_test',
      RUNWAYML_BASE_URL: this.emulator.url,
      BOOTSTRAP_API_KEY: OPERATOR_KEY,
      ENCRYPTION_KEY: TEST_KEY,
      ...WIDE_LIMITS,
      // The same for every gateway, whatever its port.
      OUTPUTS_URL: 'https://outputs.example.com',
      ...environment,
    });
  }

  async start(environment: Environment = {}): Promise<void> {
    this.#app = await startApp(this.config(environment), {
      log: silentLog,
      clock: this.clock,
      databaseTemplate: await pgliteTemplate(),
      httpLimits: { idleGraceMs: 0 },
      audit: async (database) => {
        expect(await findLedgerFaults(database)).toEqual([]);
      },
    });
  }

  async stop(): Promise<void> {
    const app = this.#app;
    this.#app = undefined;
    await app?.stop();
  }

  async close(): Promise<void> {
    await this.stop();
    await this.emulator.close();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  async ask<Data, Variables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<AnsweredData<Data>> {
    const response = await fetch(`${this.#url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${OPERATOR_KEY}` },
      body: JSON.stringify({ query: print(document), variables }),
    });
    return answered((await response.json()) as { data?: Data; errors?: [] });
  }

  async create(idempotencyKey: string): Promise<{ id: string; replayed: boolean; status: string }> {
    const variables = { input: aVideo(), idempotencyKey, label: idempotencyKey };
    const { createTextToVideo } = await this.ask(CreateTextToVideoDocument, variables);
    const { task, replayed } = createTextToVideo;
    return { id: task.id, status: task.status, replayed };
  }

  async tasks(): Promise<readonly TaskFieldsFragment[]> {
    return (await this.ask(TasksDocument, { first: 100 })).tasks.nodes;
  }

  async task(id: string): Promise<TaskFieldsFragment> {
    return (await this.ask(TaskDocument, { id })).task;
  }

  async untilStatus(id: string, status: string): Promise<TaskFieldsFragment> {
    return await this.clock.until(
      async () => {
        const task = await this.task(id);
        return task.status === status && task;
      },
      { stepMs: 5_000, steps: 60, strides: true },
    );
  }

  /** Runway ends what is live, and takes what waits. */
  endTasks(): void {
    this.emulator.settings.taskSeconds = 0;
  }

  /** One task that has SUCCEEDED, one that is live, and one that waits for a slot; a budget. */
  async fill(): Promise<Known> {
    const budget = { tenant: 'default', period: 'DAY', creditsMax: 100_000 } as const;
    await this.ask(SetBudgetDocument, { input: budget });
    this.emulator.settings.taskSeconds = 0;
    const done = await this.create('done');
    await this.untilStatus(done.id, 'SUCCEEDED');
    const cursor = await this.newestCursor();
    this.emulator.settings.taskSeconds = TASK_SECONDS;
    const live = await this.create('live');
    await this.create('live too');
    const queued = await this.create('queued');
    expect(queued.status).toBe('QUEUED');
    const ids = { done: done.id, live: live.id, queued: queued.id };
    return { ids, cursor, tasks: await this.tasks() };
  }

  /** What an operator sees of the tasks whose submission is in doubt: labels and reasons. */
  async unconfirmed(): Promise<readonly { label: string | null; detail: string | null }[]> {
    const { unconfirmedTasks } = await this.ask(UnconfirmedTasksDocument, {});
    return unconfirmedTasks.nodes.map(({ task, detail }) => ({ label: task.label, detail }));
  }

  /** Labels and statuses of the events after a cursor, until one of `last` comes. */
  async eventsAfter(after: string, last: string): Promise<readonly string[]> {
    const stream = openStream(this.#url, OPERATOR_KEY, TasksUpdatedDocument, { after });
    const events: string[] = [];
    for (;;) {
      const event = await stream.next();
      if (event === undefined) break;
      const { label, status } = event.tasksUpdated.task;
      events.push(`${label ?? ''} ${status}`);
      if (events.at(-1) === last) break;
    }
    await stream.close();
    return events;
  }

  /** On a store that has all that `fill` made, of which no other gateway has sent anything since. */
  async expectAllGoesOn({ ids, tasks, cursor }: Known): Promise<void> {
    expect(await this.tasks()).toEqual(tasks);
    expect(await this.create('queued')).toMatchObject({ id: ids.queued, replayed: true });
    const posts = this.posts;
    this.endTasks();
    for (const { id } of tasks) await this.untilStatus(id, 'SUCCEEDED');
    expect(this.posts).toBe(posts + 1);
    const events = await this.eventsAfter(cursor, 'queued SUCCEEDED');
    expect(events.filter((event) => event === 'live SUCCEEDED')).toHaveLength(1);
    expect(events).not.toContain('done SUCCEEDED');
  }

  /** Of paid requests that reached Runway. */
  get posts(): number {
    return this.emulator
      .requests()
      .filter(({ method, path }) => method === 'POST' && path === '/v1/text_to_video').length;
  }

  async auditVerdict(environment: Environment = {}): Promise<string> {
    return (await verifyAudit(this.config(environment), {})).kind;
  }

  async newestCursor(): Promise<string> {
    const { tasks } = await this.ask(TasksDocument, { first: 1 });
    const id = tasks.nodes[0]?.id ?? '';
    const stream = openStream(this.#url, OPERATOR_KEY, TaskUpdatedDocument, { id });
    const event = await stream.next();
    await stream.close();
    return event?.taskUpdated.cursor ?? '';
  }

  get #url(): string {
    if (this.#app === undefined) throw new Error('The gateway is not running');
    return this.#app.url;
  }
}
