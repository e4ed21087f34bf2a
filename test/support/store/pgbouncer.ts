import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../ports/free-port.js';
import { isListening } from '../ports/is-listening.js';
import { HAS_POSTGRES } from './database.js';

const PROGRAM = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer'].find((path) => existsSync(path));

/** It refuses to run as root. */
const UNPRIVILEGED = process.getuid?.() === 0 ? ['-u', 'daemon'] : [];

/** A suite that runs Debian's PgBouncer before the test server; skipped, with a word, without one of them. */
export function describePgbouncer(subject: string, suite: () => void): void {
  if (PROGRAM !== undefined && HAS_POSTGRES) {
    describe(subject, suite);
    return;
  }
  const missing = PROGRAM === undefined ? 'there is no pgbouncer' : 'TEST_DATABASE_URL is not set';
  describe.skip(`${subject} (skipped: ${missing})`, () => {
    it('needs pgbouncer and a Postgres server', () => undefined);
  });
}

/** A PgBouncer on a free port of 127.0.0.1, as Debian ships it but for what is given. */
export class Pgbouncer {
  /** Any user may come in: the pooler has the user and password of the server. */
  readonly url: string;
  readonly #folder: string;
  readonly #child: ChildProcess;
  #output = '';

  private constructor(url: string, folder: string, child: ChildProcess) {
    this.url = url;
    this.#folder = folder;
    this.#child = child;
    child.stderr?.on('data', (text: Buffer) => (this.#output += text.toString()));
  }

  /** Before the database at `to`. */
  static async start(to: string, settings: Readonly<Record<string, string>>): Promise<Pgbouncer> {
    const folder = await mkdtemp(join(tmpdir(), 'pgbouncer-'));
    const port = await freePort();
    const { hostname, port: serverPort, username, password, pathname } = new URL(to);
    const server = {
      host: hostname,
      port: serverPort === '' ? '5432' : serverPort,
      user: decodeURIComponent(username),
      ...(password !== '' && { password: decodeURIComponent(password) }),
    };
    const quoted = Object.entries(server).map(([name, value]) => `${name}='${value}'`);
    const own = {
      listen_addr: '127.0.0.1',
      listen_port: String(port),
      unix_socket_dir: '',
      auth_type: 'any',
      ...settings,
    };
    const file = join(folder, 'pgbouncer.ini');
    const lines = Object.entries(own).map(([name, value]) => `${name} = ${value}`);
    await writeFile(
      file,
      ['[databases]', `* = ${quoted.join(' ')}`, '[pgbouncer]', ...lines, ''].join('\n'),
    );
    // Another user than that of the tests reads it.
    await chmod(folder, 0o755);
    const child = spawn(PROGRAM ?? 'pgbouncer', [...UNPRIVILEGED, file], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const url = `postgres://ann@127.0.0.1:${String(port)}${pathname}`;
    const pooler = new Pgbouncer(url, folder, child);
    if (await isListening(child, port)) return pooler;
    await pooler.stop();
    throw new Error(`pgbouncer did not start:\n${pooler.#output}`);
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      this.#child.kill('SIGKILL');
      await once(this.#child, 'exit');
    }
    await rm(this.#folder, { recursive: true, force: true });
  }
}
