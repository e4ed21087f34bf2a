import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../ports/free-port.js';
import { isListening } from '../ports/is-listening.js';

const PROGRAM = ['/usr/sbin/squid', '/usr/bin/squid'].find((path) => existsSync(path));
const FOLDER = 'deploy/egress';

/** A suite that runs Debian's squid; skipped, with that word, where it is not installed. */
export function describeSquid(subject: string, suite: () => void): void {
  if (PROGRAM !== undefined) {
    describe(subject, suite);
    return;
  }
  describe.skip(`${subject} (skipped: there is no squid)`, () => {
    it('needs squid', () => undefined);
  });
}

/** Replaces a text that stands there exactly once. Throws otherwise: the shipped file has changed. */
function replaced(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`squid.conf has not "${from}" once.`);
  return text.replace(from, () => to);
}

export interface EgressOptions {
  /** Port that stands for 443. */
  readonly tlsPort: number;
  /** Addresses by name, in place of the name service. */
  readonly addresses: Readonly<Record<string, string>>;
  /** Added to the shipped lists. */
  readonly allowedHosts?: readonly string[];
  readonly privateHosts?: readonly string[];
}

/** The shipped proxy: its configuration, with other ports and names than a container has. */
export class EgressProxy {
  private constructor(
    readonly port: number,
    readonly folder: string,
    readonly child: ChildProcess,
  ) {}

  static async start(options: EgressOptions): Promise<EgressProxy> {
    const folder = await mkdtemp(join(tmpdir(), 'egress-'));
    const port = await freePort();
    const list = async (name: string, more: readonly string[] = []): Promise<string> => {
      const file = join(folder, name);
      await writeFile(file, `${await readFile(join(FOLDER, name), 'utf8')}${more.join('\n')}\n`);
      return file;
    };
    const hosts = join(folder, 'hosts');
    const lines = Object.entries(options.addresses).map(([name, ip]) => `${ip} ${name}`);
    await writeFile(hosts, `${lines.join('\n')}\n`);
    let text = await readFile(join(FOLDER, 'squid.conf'), 'utf8');
    text = replaced(text, 'http_port 3128', `http_port 127.0.0.1:${String(port)}`);
    text = replaced(text, 'port 443\n', `port ${String(options.tlsPort)}\n`);
    for (const [name, more] of [
      ['allowed-hosts', options.allowedHosts],
      ['private-hosts', options.privateHosts],
    ] as const) {
      text = replaced(text, `/etc/squid/${name}`, await list(name, more));
    }
    const file = join(folder, 'squid.conf');
    await writeFile(file, `${text}hosts_file ${hosts}\n`);
    // As root, squid becomes the user `proxy`, who must be able to read its files.
    await chmod(folder, 0o755);
    execFileSync(PROGRAM ?? 'squid', ['-k', 'parse', '-f', file], { stdio: 'pipe' });
    const child = spawn(PROGRAM ?? 'squid', ['-N', '-f', file], { stdio: 'ignore' });
    const proxy = new EgressProxy(port, folder, child);
    if (await isListening(child, port)) return proxy;
    await proxy.stop();
    throw new Error('squid did not start.');
  }

  /** The status of a request that is sent as it is, and the socket after it. */
  async ask(request: string): Promise<{ readonly status: number; readonly socket: Socket }> {
    const socket = connect(this.port, '127.0.0.1');
    socket.write(`${request}\r\n\r\n`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    return { status: Number(/^HTTP\/1\.\d (\d{3})/.exec(answer.toString())?.[1]), socket };
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null) {
      this.child.kill('SIGKILL');
      await once(this.child, 'exit');
    }
    await rm(this.folder, { recursive: true, force: true });
  }
}
