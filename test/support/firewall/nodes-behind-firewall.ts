import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Machine } from '../../../src/app/machine.js';
import type { Environment } from '../../../src/config/config.js';
import { startEmulator, type Emulator } from '../../../src/emulator/server/start-emulator.js';
import { selfSigned } from '../client/self-signed.js';
import { startGateway, type TestGateway } from '../gateway/start-gateway.js';
import { createPostgresDatabase, type ServerDatabase } from '../store/database.js';
import { REDIS_SERVER_URL } from '../store/redis.js';
import type { FakeClock } from '../time/fake-clock.js';
import { Firewall } from './firewall.js';

const NODES = 2;

/** Two gateways with a Postgres, a Redis and a Runway that they share, and deploy/waf before them. */
export class NodesBehindFirewall {
  readonly firewall: Firewall;
  readonly nodes: readonly TestGateway[];
  readonly emulator: Emulator;
  readonly #database: ServerDatabase;
  readonly #folder: string;

  private constructor(parts: {
    readonly firewall: Firewall;
    readonly nodes: readonly TestGateway[];
    readonly emulator: Emulator;
    readonly database: ServerDatabase;
    readonly folder: string;
  }) {
    this.firewall = parts.firewall;
    this.nodes = parts.nodes;
    this.emulator = parts.emulator;
    this.#database = parts.database;
    this.#folder = parts.folder;
  }

  static async start(
    environment: Environment,
    clock: FakeClock,
    machine: Machine = {},
  ): Promise<NodesBehindFirewall> {
    const emulator = await startEmulator({ port: 0, clock });
    const database = await createPostgresDatabase();
    // The keys of tokens are files of it.
    const folder = await mkdtemp(join(tmpdir(), 'behind-firewall-'));
    const prefix = `test-${randomUUID()}`;
    const nodes: TestGateway[] = [];
    for (let node = 0; node < NODES; node += 1) {
      const shared = {
        DATABASE_URL: database.url,
        DATA_DIR: folder,
        REDIS_URL: REDIS_SERVER_URL ?? '',
        REDIS_PREFIX: prefix,
        RUNWAYML_API_SECRET: 'key_behind_firewall',
        RUNWAYML_BASE_URL: emulator.url,
        TRUSTED_PROXIES: '127.0.0.1/32',
      };
      nodes.push(await startGateway({ ...shared, ...environment }, { clock, ...machine }));
    }
    const certificate = selfSigned('127.0.0.1');
    const firewall = await Firewall.start(
      nodes.map(({ url }) => url),
      certificate,
    );
    return new NodesBehindFirewall({ firewall, nodes, emulator, database, folder });
  }

  async stop(): Promise<void> {
    await this.firewall.stop();
    await Promise.all(this.nodes.map((node) => node.stop()));
    await this.emulator.close();
    await this.#database.drop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
