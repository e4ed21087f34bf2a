import { execFileSync } from 'node:child_process';
import { Pool } from 'undici';
import { startEmulator, type Emulator } from '../src/emulator/server/start-emulator.js';
import type { Settings } from '../src/emulator/control/emulator-settings.js';
import { auditKeyFile } from '../test/support/audit/audit-key-file.js';
import { answered, type AnsweredData } from '../test/support/client/answered.js';
import { TEST_KEY } from '../test/support/store/key-ring.js';
import { GatewayProcess } from '../test/support/gateway/gateway-process.js';
import { processorMs } from './live-tasks.js';

const OPERATOR_KEY = 'rgk_operator_Abcdefghijklmnopqrstuvwx';

/** Where a gateway keeps its tasks. */
export interface Store {
  readonly name: 'Postgres' | 'PGlite';
  readonly environment: Readonly<Record<string, string>>;
}

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly unknown[];
}

/** A gateway in a process of its own; clients and Runway are in this one. */
export class GatewayUnderLoad {
  readonly emulator: Emulator;
  readonly #gateway: GatewayProcess;
  readonly #pool: Pool;
  /** The first of several nodes has it. */
  readonly #ownsEmulator: boolean;

  private constructor(
    gateway: GatewayProcess,
    emulator: Emulator,
    { clients, ownsEmulator }: { readonly clients: number; readonly ownsEmulator: boolean },
  ) {
    this.#gateway = gateway;
    this.#ownsEmulator = ownsEmulator;
    this.emulator = emulator;
    this.#pool = new Pool(gateway.url, { connections: clients, pipelining: 1 });
  }

  /**
   * `args` are Node's: the compiled gateway, and what is to be switched on in Node. `besides`: a node
   * that has the same Runway.
   */
  static async start(
    store: Store,
    options: {
      readonly args: readonly string[];
      readonly clients: number;
      readonly settings: Partial<Settings>;
      readonly environment?: Readonly<Record<string, string>>;
      readonly besides?: GatewayUnderLoad | undefined;
    },
  ): Promise<GatewayUnderLoad> {
    const emulator =
      options.besides?.emulator ??
      (await startEmulator({ port: 0, settings: { credits: 1_000_000_000, ...options.settings } }));
    const ownsEmulator = options.besides === undefined;
    try {
      const gateway = await GatewayProcess.start(
        {
          ...store.environment,
          NODE_ENV: 'production',
          OUTPUTS_URL: 'https://outputs.example.com',
          AUDIT_KEY_FILE: auditKeyFile(),
          ENCRYPTION_KEY: TEST_KEY,
          RUNWAYML_API_SECRET: 'key_bench',
          RUNWAYML_BASE_URL: emulator.url,
          LIVE_TASKS_PER_TENANT_MAX: '1000000',
          QUEUED_TASKS_PER_TENANT_MAX: '1000000',
          BOOTSTRAP_API_KEY: OPERATOR_KEY,
          ...options.environment,
        },
        options.args,
      );
      return new GatewayUnderLoad(gateway, emulator, { clients: options.clients, ownsEmulator });
    } catch (error) {
      if (ownsEmulator) await emulator.close();
      throw error;
    }
  }

  get url(): string {
    return this.#gateway.url;
  }

  /** Resident memory of the gateway's process, in bytes. */
  get residentBytes(): number {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(this.#gateway.pid)])) * 1_024;
  }

  /** Processor time of the gateway's process so far, in ms; null where the system does not tell. */
  get cpuMs(): number | null {
    if (process.platform !== 'linux') return null;
    return processorMs(this.#gateway.pid);
  }

  /** Throws what was answered when it holds an error. */
  async ask<Data>(
    query: string,
    variables: object,
    key = OPERATOR_KEY,
  ): Promise<AnsweredData<Data>> {
    const { body } = await this.#pool.request({
      method: 'POST',
      path: '/graphql',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ query, variables }),
    });
    return answered((await body.json()) as Answer<Data>);
  }

  /** Keys of new tenants. */
  async tenants(count: number): Promise<string[]> {
    const keys: string[] = [];
    for (let index = 0; index < count; index += 1) {
      const id = `tenant-${index}`;
      await this.ask(CREATE_TENANT, { id });
      const { createApiKey } = await this.ask<{ createApiKey: { credential: string } }>(
        CREATE_KEY,
        {
          id,
        },
      );
      keys.push(createApiKey.credential);
    }
    return keys;
  }

  /** Buys a video and returns the task's id and status. */
  async buy(key: string, promptText: string): Promise<{ id: string; status: string }> {
    const { createTextToVideo } = await this.ask<{
      createTextToVideo: { task: { id: string; status: string } };
    }>(BUY, { promptText }, key);
    return createTextToVideo.task;
  }

  /** Cancels the key's task, and resolves when nothing of it is left to do. */
  async cancel(key: string, id: string): Promise<void> {
    await this.ask(CANCEL, { id }, key);
    const query = 'query ($id: ID!) { task(id: $id) { status } }';
    for (;;) {
      const { task } = await this.ask<{ task: { status: string } }>(query, { id }, key);
      if (task.status === 'CANCELLED') return;
      await new Promise((resolve) => setTimeout(resolve, CANCELLED_PROBE_MS));
    }
  }

  /** Resolves when so many of the key's tasks have succeeded. */
  async settled(key: string, count: number): Promise<void> {
    const query = '{ tasks(first: 100, filter: { statuses: [SUCCEEDED] }) { nodes { id } } }';
    for (;;) {
      const { tasks } = await this.ask<{ tasks: { nodes: readonly object[] } }>(query, {}, key);
      if (tasks.nodes.length >= count) return;
      await new Promise((resolve) => setTimeout(resolve, SETTLED_PROBE_MS));
    }
  }

  async stop(): Promise<void> {
    await this.#pool.close();
    const code = await this.#gateway.terminate();
    if (this.#ownsEmulator) await this.emulator.close();
    if (code !== 0) {
      throw new Error(`The gateway ended with ${String(code)}:\n${this.#gateway.output}`);
    }
  }
}

/** Runs `work` by so many clients at once until it returns false. */
export async function byClients(count: number, work: () => Promise<boolean>): Promise<void> {
  const client = async (): Promise<void> => {
    while (await work()) {
      // Each asks again as soon as it has its answer.
    }
  };
  await Promise.all(Array.from({ length: count }, client));
}

/** The value below which `share` of the values lie; NaN for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Between two looks at what has settled. */
const SETTLED_PROBE_MS = 500;
const CANCELLED_PROBE_MS = 10;

const CREATE_TENANT =
  'mutation ($id: ID!) { createTenant(input: { id: $id, name: "bench" }) { tenant { id } } }';

const CREATE_KEY =
  'mutation ($id: ID!) { createApiKey(input: { tenant: $id, scopes: [GENERATE_VIDEO, TASK_READ, TASK_CANCEL] }) { credential } }';

const CANCEL = 'mutation ($id: ID!) { cancelTask(id: $id) { task { status } } }';

const BUY = `mutation ($promptText: String!) {
  createTextToVideo(
    input: { gen4_5: { promptText: $promptText, ratio: RATIO_1280_720, duration: 5 } }
  ) { task { id status } }
}`;
