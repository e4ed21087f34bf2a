import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** Debian keeps the server's programs out of PATH. */
const DEBIAN_PROGRAMS = '/usr/lib/postgresql';

const START_SECONDS_MAX = 60;

/** A PostgreSQL server of this run's own, on 127.0.0.1, that may crash. */
export class OwnCluster {
  readonly #programs: string;
  readonly #folder: string;
  readonly #port: number;
  readonly #owner: { readonly uid: number; readonly gid: number } | undefined;
  readonly #settings: Readonly<Record<string, string>>;

  private constructor(programs: string, port: number, settings: Readonly<Record<string, string>>) {
    this.#programs = programs;
    this.#port = port;
    this.#settings = settings;
    this.#owner = serverOwner();
    this.#folder = mkdtempSync(join(tmpdir(), 'chaos-cluster-'));
    if (this.#owner !== undefined) chownSync(this.#folder, this.#owner.uid, this.#owner.gid);
  }

  /**
   * Started, with an empty database; undefined where PostgreSQL's server programs, or a user that
   * may run them, are not on this machine.
   */
  static async start(
    port: number,
    settings: Readonly<Record<string, string>> = {},
  ): Promise<OwnCluster | undefined> {
    const programs = findPrograms();
    if (programs === undefined) return undefined;
    const cluster = new OwnCluster(programs, port, settings);
    try {
      await cluster.#run('initdb', [
        '-D',
        cluster.#data,
        '-U',
        'chaos',
        '--auth=trust',
        '-E',
        'UTF8',
      ]);
      await cluster.startAgain();
      await cluster.#createDatabase();
      return cluster;
    } catch (error) {
      cluster.remove();
      throw error;
    }
  }

  get url(): string {
    return `postgres://chaos@127.0.0.1:${this.#port}/chaos`;
  }

  get #data(): string {
    return join(this.#folder, 'data');
  }

  /** Ends all server processes at once: what was not written to disk is gone. */
  async crash(): Promise<void> {
    await this.#run('pg_ctl', ['-D', this.#data, '-m', 'immediate', '-w', 'stop']);
  }

  /** Recovers from the write-ahead log and takes connections. */
  async startAgain(): Promise<void> {
    const settings = { port: String(this.#port), listen_addresses: '127.0.0.1', ...this.#settings };
    const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
    options.push(`-k ${this.#folder}`);
    const log = join(this.#folder, 'log');
    const wait = ['-w', '-t', String(START_SECONDS_MAX)];
    await this.#run('pg_ctl', [
      '-D',
      this.#data,
      '-l',
      log,
      ...wait,
      '-o',
      options.join(' '),
      'start',
    ]);
  }

  remove(): void {
    spawnSync(join(this.#programs, 'pg_ctl'), ['-D', this.#data, '-m', 'immediate', 'stop'], {
      ...this.#owner,
      stdio: 'ignore',
    });
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #createDatabase(): Promise<void> {
    const admin = new URL(this.url);
    admin.pathname = '/postgres';
    const client = new pg.Client({ connectionString: admin.href });
    await client.connect();
    await client.query('create database chaos');
    await client.end();
  }

  async #run(program: string, args: readonly string[]): Promise<void> {
    const child = spawn(join(this.#programs, program), args, {
      ...this.#owner,
      cwd: this.#folder,
      // pg_ctl's server inherits them: a pipe would stay open for as long as it runs.
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code !== 0) throw new Error(`${program} ended with code ${String(code)}.`);
  }
}

/** The folder of `initdb` and `pg_ctl`. */
function findPrograms(): string | undefined {
  const bindir = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  const candidates = bindir.status === 0 ? [bindir.stdout.trim()] : [];
  try {
    for (const version of readdirSync(DEBIAN_PROGRAMS)) {
      candidates.push(join(DEBIAN_PROGRAMS, version, 'bin'));
    }
  } catch {
    // Not a Debian, or no server on it.
  }
  return candidates.find((folder) => canRun(join(folder, 'initdb')));
}

function canRun(initdb: string): boolean {
  const isRoot = process.getuid?.() === 0;
  if (isRoot && serverOwner() === undefined) return false;
  return spawnSync(initdb, ['--version']).status === 0;
}

/** PostgreSQL refuses to run as root: then it runs as `postgres`. */
export function serverOwner(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string): number =>
    Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout.trim() || Number.NaN);
  const [uid, gid] = [id('-u'), id('-g')];
  return Number.isNaN(uid) || Number.isNaN(gid) ? undefined : { uid, gid };
}
