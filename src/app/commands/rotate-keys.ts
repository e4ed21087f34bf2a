import { setTimeout as pass } from 'node:timers/promises';
import { pinoLogger } from '../../adapters/log/pino-logger.js';
import { openDatabase, type Database } from '../../adapters/postgres/connection/database.js';
import { KNOWN_MS } from '../../adapters/postgres/encryption/ciphers.js';
import type { KeyRing } from '../../adapters/postgres/encryption/key-ring.js';
import {
  countWrapped,
  msSinceReplacement,
  replaceDataKeys,
  rewrapKeys,
} from '../../adapters/postgres/encryption/replace-keys.js';
import { RowResealer, type ResealOutcome } from '../../adapters/postgres/encryption/reseal-rows.js';
import type { Config } from '../../config/config.js';
import { readKeyRing } from '../files/encryption-keys.js';

/** Walks over all rows; more than three are needed only where other clients hold some of them. */
const WALKS_MAX = 10;

/** Between two walks, of which the first left some rows to other clients. */
const PAUSE_MS = 1_000;

/** A node reads keys again when it has had them for so long; what it began before is written by then. */
const SETTLED_MS = KNOWN_MS + 2_000;

export interface RotationOptions {
  /** Data keys that were made before this are replaced; undefined: none. */
  readonly dataKeysBefore: Date | undefined;
  /** Takes one line. */
  readonly write: (line: string) => void;
}

/**
 * `npm run keys:rotate`. Returns whether everything is encrypted by the newest keys. It may be ended
 * at any point and begun again, twice at once, and beside running gateways on Postgres.
 */
export async function rotateKeys(config: Config, options: RotationOptions): Promise<boolean> {
  const { log, flush } = pinoLogger({ level: 'warn', format: 'auto' });
  const { databaseUrl: url, databaseSchema: schema, dataDir } = config;
  const keys = await readKeyRing(config, log);
  let ring: KeyRing | undefined;
  const database = await openDatabase({
    url,
    schema,
    dataDir,
    log,
    keys: async () => (ring = await keys()),
  });
  try {
    if (ring === undefined) throw new Error('The database was opened without keys');
    return await new Rotation(database, ring, options).run();
  } finally {
    await database.close();
    await flush();
  }
}

class Rotation {
  readonly #again = new Map<string, number>();
  readonly #first = new Map<string, number>();
  readonly #since = performance.now();

  constructor(
    private readonly database: Database,
    private readonly ring: KeyRing,
    private readonly options: RotationOptions,
  ) {}

  async run(): Promise<boolean> {
    const { kysely, ciphers } = this.database;
    const { dataKeysBefore, write } = this.options;
    const rewrapped = await rewrapKeys(kysely, this.ring);
    write(`${counted(rewrapped, 'data key')} wrapped by the first key, ${this.ring.currentId}`);
    if (dataKeysBefore !== undefined) {
      const at = dataKeysBefore.toISOString();
      write(`data keys made before ${at} are replaced; to go on with this after an interruption:`);
      write(`  npm run keys:rotate -- --data-keys-before ${at}`);
      const replaced = await replaceDataKeys(kysely, this.ring, dataKeysBefore);
      write(`${counted(replaced, 'data key')} replaced`);
    }
    ciphers.forgetAll();
    const rows = await this.#resealAll();
    return this.#report(rows, await countWrapped(kysely));
  }

  /** Until a walk finds nothing to do, which began when no node could use a replaced key any more. */
  async #resealAll(): Promise<ResealOutcome> {
    for (let walk = 1; ; walk += 1) {
      const waitMs = await this.#unsettledMs();
      const outcome = await new RowResealer(this.database, this.database.log).walk();
      const changed = add(this.#again, outcome.again) + add(this.#first, outcome.first);
      const isDone = changed === 0 && outcome.left === 0 && waitMs === 0;
      if (isDone || walk === WALKS_MAX) return outcome;
      const pauseMs = Math.max(waitMs, outcome.left > 0 ? PAUSE_MS : 0);
      if (pauseMs > 0) await pass(pauseMs);
    }
  }

  /** How long a node may still encrypt by a key that was replaced. On PGlite no other node runs. */
  async #unsettledMs(): Promise<number> {
    if (this.database.kind === 'pglite') return 0;
    const ms = await msSinceReplacement(this.database.kysely);
    return ms === undefined ? 0 : Math.max(0, Math.ceil(SETTLED_MS - ms));
  }

  #report(
    { rows, left, unreadable }: ResealOutcome,
    wrapped: ReadonlyMap<string, number>,
  ): boolean {
    const { write } = this.options;
    const seconds = (performance.now() - this.#since) / 1_000;
    for (const [column, count] of this.#again)
      write(`${column}: ${counted(count, 'value')} encrypted again`);
    for (const [column, count] of this.#first)
      write(`${column}: ${counted(count, 'value')} encrypted for the first time`);
    write(`${counted(rows, 'row')} looked at in the last walk, ${seconds.toFixed(1)} s in all`);
    write(`${String(left)} left to another client, ${String(unreadable)} that no key opens`);
    const others = [...wrapped].filter(([id]) => id !== this.ring.currentId);
    for (const [id, count] of others)
      write(`${id} still wraps ${counted(count, 'data key')}: keep it`);
    for (const id of this.ring.ids.slice(1)) {
      if (wrapped.has(id)) continue;
      write(`${id} wraps nothing: take it out of ${this.ring.setting} when it is first on no node`);
    }
    const isComplete = left === 0 && unreadable === 0 && others.length === 0;
    write(
      isComplete
        ? 'Everything is encrypted by the newest keys.'
        : 'Run this again: something is left.',
    );
    return isComplete;
  }
}

function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** Adds counts to sums; returns how much. */
function add(sums: Map<string, number>, counts: ReadonlyMap<string, number>): number {
  let added = 0;
  for (const [name, count] of counts) {
    sums.set(name, (sums.get(name) ?? 0) + count);
    added += count;
  }
  return added;
}
