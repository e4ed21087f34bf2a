/**
 * What is shipped is dist/, and the tests run src/. So the built app is started once as a
 * production process would be, on free ports, an empty data directory and the emulator: it becomes
 * ready, answers its health check, and leaves with exit code 0 on SIGTERM.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** PGlite's first start takes about 2 s on a fast machine. */
const READY_WITHIN_MS = 60_000;
/** The gateway's own promise: exit 0 within 30 s of SIGTERM. */
const EXIT_WITHIN_MS = 30_000;
const OUTPUT_CHARACTERS_MAX = 8_000;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}

const port = await freePort();
const dataDir = mkdtempSync(join(tmpdir(), 'start-built-'));
const gateway = spawn(process.execPath, ['dist/main.js'], {
  stdio: ['ignore', 'pipe', 'pipe'],
  // Nothing is inherited but PATH: a developer's secret or database must not take part.
  env: {
    PATH: process.env['PATH'],
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: dataDir,
    EMULATOR: 'true',
    EMULATOR_PORT: String(await freePort()),
  },
});
const exited = once(gateway, 'exit') as Promise<[code: number | null, signal: string | null]>;
let output = '';
for (const stream of [gateway.stdout, gateway.stderr]) {
  stream.setEncoding('utf8').on('data', (text: string) => {
    output = (output + text).slice(-OUTPUT_CHARACTERS_MAX);
  });
}
const isRunning = (): boolean => gateway.exitCode === null && gateway.signalCode === null;

async function statusOf(path: string): Promise<number | undefined> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      signal: AbortSignal.timeout(5_000),
    });
    await answer.body?.cancel();
    return answer.status;
  } catch {
    return undefined; // not listening yet
  }
}

async function checkTheBuiltApp(): Promise<void> {
  const startedAt = performance.now();
  while ((await statusOf('/readyz')) !== 200) {
    if (!isRunning())
      throw new Error(`It ended with code ${String(gateway.exitCode)} while starting.`);
    if (performance.now() - startedAt > READY_WITHIN_MS) {
      throw new Error(`/readyz did not answer 200 within ${READY_WITHIN_MS / 1000} s.`);
    }
    await delay(100);
  }
  const readyMs = performance.now() - startedAt;

  const health = await statusOf('/healthz');
  if (health !== 200) throw new Error(`/healthz answered ${String(health)}, not 200.`);

  const stoppedAt = performance.now();
  gateway.kill('SIGTERM');
  const exit = await Promise.race([exited, delay(EXIT_WITHIN_MS, undefined, { ref: false })]);
  if (exit === undefined) throw new Error(`It still ran ${EXIT_WITHIN_MS / 1000} s after SIGTERM.`);
  const [code, signal] = exit;
  if (code !== 0)
    throw new Error(`It ended with ${signal ?? `code ${String(code)}`} on SIGTERM, not 0.`);

  const exitMs = performance.now() - stoppedAt;
  console.log(
    `The built app was ready after ${readyMs.toFixed(0)} ms, healthy, and gone ${exitMs.toFixed(0)} ms after SIGTERM.`,
  );
}

try {
  await checkTheBuiltApp();
} catch (error) {
  console.error(`The built app: ${error instanceof Error ? error.message : String(error)}`);
  console.error(output);
  process.exitCode = 1;
} finally {
  if (isRunning()) {
    gateway.kill('SIGKILL');
    await exited;
  }
  rmSync(dataDir, { recursive: true, force: true });
}
