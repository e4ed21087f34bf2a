import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import {
  chmod,
  chown,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../ports/free-port.js';
import type { Certificate } from '../client/self-signed.js';

const MODULE = '/usr/share/nginx/modules/ngx_http_modsecurity_module.so';
const RULES = '/usr/share/modsecurity-crs/rules';

/** Debian's user without rights: the firewall must need none. */
const UNPRIVILEGED = 65_534;

/** Reading the rules takes some seconds on a busy machine. */
const READY_MS_MAX = 60_000;
const PROBE_MS = 100;

/** What of the firewall is missing on this machine; undefined: nothing. */
export function missingFirewall(): string | undefined {
  const hasNginx = spawnSync('nginx', ['-v'], {
    env: { PATH: `${process.env['PATH'] ?? ''}:/usr/sbin` },
  });
  if (hasNginx.error !== undefined) return 'nginx';
  if (!existsSync(MODULE)) return 'libnginx-mod-http-modsecurity';
  return existsSync(RULES) ? undefined : 'modsecurity-crs';
}

/** One line of its access log, as far as tests read it. */
export interface PassedLine {
  readonly requestId: string;
  readonly gatewayRequestId: string;
  readonly client: string;
  readonly path: string;
  readonly status: string;
  readonly node: string;
  readonly nodeStatus: string;
}

/** deploy/waf on a free port of this machine, in a folder of its own, as an unprivileged user. */
export class Firewall {
  readonly url: string;
  readonly #folder: string;
  readonly #child: ChildProcess;
  #log = '';

  private constructor(url: string, folder: string, child: ChildProcess) {
    this.url = url;
    this.#folder = folder;
    this.#child = child;
    process.once('exit', this.#kill);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#log += text;
      });
    }
  }

  /** `nodes`: URLs, of https where `nodeTls` says what is in their certificates. Resolves when it listens. */
  static async start(
    nodes: readonly string[],
    { cert, key }: Certificate,
    nodeTls?: { readonly ca: string; readonly name: string },
  ): Promise<Firewall> {
    const folder = await mkdtemp(join(tmpdir(), 'firewall-'));
    await cp('deploy/waf', join(folder, 'waf'), { recursive: true });
    await writeFile(join(folder, 'cert.pem'), cert);
    await writeFile(join(folder, 'key.pem'), key, { mode: 0o600 });
    if (nodeTls !== undefined) await writeFile(join(folder, 'node-ca.pem'), nodeTls.ca);
    await mkdir(join(folder, 'run'));
    const isRoot = process.getuid?.() === 0;
    if (isRoot) await giveAway(folder);
    const port = await freePort();
    const child = spawn(join(folder, 'waf/run.sh'), {
      ...(isRoot && { uid: UNPRIVILEGED, gid: UNPRIVILEGED }),
      cwd: folder,
      // A group of its own: nginx's workers outlive a master that is killed.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        WAF_NODES: nodes.map((node) => new URL(node).host).join(' '),
        WAF_LISTEN: `127.0.0.1:${String(port)}`,
        WAF_CERTIFICATE: join(folder, 'cert.pem'),
        WAF_CERTIFICATE_KEY: join(folder, 'key.pem'),
        WAF_RUN_DIR: join(folder, 'run'),
        WAF_ACCESS_LOG: join(folder, 'run/access.log'),
        ...(nodeTls !== undefined && {
          WAF_NODE_CA: join(folder, 'node-ca.pem'),
          WAF_NODE_NAME: nodeTls.name,
        }),
      },
    });
    const firewall = new Firewall(`https://127.0.0.1:${String(port)}`, folder, child);
    await firewall.#ready();
    return firewall;
  }

  /** What it has printed: its masked error log. */
  get log(): string {
    return this.#log;
  }

  /** The rules that matched in a request. */
  rulesOf(requestId: string): readonly string[] {
    const lines = this.#log.split('\n').filter((line) => line.includes(`"${requestId}"`));
    return lines.map((line) => (JSON.parse(line) as { readonly rule: string }).rule);
  }

  /** The access log so far. */
  async lines(): Promise<readonly PassedLine[]> {
    const text = await readFile(join(this.#folder, 'run/access.log'), 'utf8');
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as PassedLine);
  }

  /** The most memory that one of its processes has had, in MB. */
  async memoryMbMax(): Promise<number> {
    const { pid = 0 } = this.#child;
    const children = await readFile(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8');
    const peaks = await Promise.all(
      [String(pid), ...children.trim().split(' ')].map(async (each) => {
        const status = await readFile(`/proc/${each}/status`, 'utf8').catch(() => '');
        return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0);
      }),
    );
    return Math.max(...peaks) / 1_024;
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      this.#child.kill('SIGTERM');
      await once(this.#child, 'exit');
    }
    process.off('exit', this.#kill);
    await rm(this.#folder, { recursive: true, force: true });
  }

  readonly #kill = (): void => {
    try {
      if (this.#child.pid !== undefined) process.kill(-this.#child.pid, 'SIGKILL');
    } catch {
      // It has ended.
    }
  };

  async #ready(): Promise<void> {
    const deadline = Date.now() + READY_MS_MAX;
    const running = join(this.#folder, 'run/nginx.pid');
    while (Date.now() < deadline && this.#child.exitCode === null) {
      // nginx writes it when it has read everything and listens.
      if (existsSync(running)) return;
      await new Promise((resolve) => setTimeout(resolve, PROBE_MS));
    }
    await this.stop();
    throw new Error(`The firewall did not start:\n${this.#log}`);
  }
}

async function giveAway(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  const entries = await readdir(folder, { recursive: true });
  for (const entry of ['', ...entries])
    await chown(join(folder, entry), UNPRIVILEGED, UNPRIVILEGED);
}
