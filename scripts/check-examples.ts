/**
 * `npm run check:examples`: packs the client, and builds and runs each folder of examples/ with it, in a
 * copy of its own beside a running gateway; and the steps of docs/clients.md. It installs packages, so it is no part of `npm test`.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const PROJECT = resolve(import.meta.dirname, '..');
const CLIENT = 'runway-graphql-gateway-client';
const PATIENCE_MS = 60_000;
const PROBE_MS = 200;

const work = mkdtempSync(join(tmpdir(), 'examples-'));
const children: ChildProcess[] = [];

function run(folder: string, environment: NodeJS.ProcessEnv, ...command: string[]): void {
  const [file = '', ...args] = command;
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...environment };
  const { status } = spawnSync(file, args, { cwd: folder, stdio: 'inherit', env });
  if (status !== 0) throw new Error(`${command.join(' ')} failed in ${folder}`);
}

function start(folder: string, environment: NodeJS.ProcessEnv, ...command: string[]): void {
  const [file = '', ...args] = command;
  const env = { ...process.env, ...environment };
  children.push(spawn(file, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], env }));
}

async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return String(port);
}

/** The text of an address once something answers there. */
async function textOf(url: string, init?: RequestInit): Promise<string> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      const response = await fetch(url, init);
      const text = await response.text();
      if (response.ok) return text;
      throw new Error(`${url}: ${String(response.status)} ${text}`);
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await pause(PROBE_MS);
  }
}

/** A copy of an example with the packed client, as an application installs it. */
function install(example: string, packed: string): string {
  const folder = join(work, example);
  cpSync(join(PROJECT, 'examples', example), folder, {
    recursive: true,
    filter: (path) => !/\/(?:node_modules|dist|[.]next)$/.test(path),
  });
  run(folder, {}, 'npm', 'pkg', 'set', `dependencies.${CLIENT}=file:${packed}`);
  run(folder, {}, 'npm', 'install', '--no-audit', '--no-fund', '--loglevel=error');
  return folder;
}

async function startGateway(): Promise<{ readonly url: string; readonly key: string }> {
  const [PORT, EMULATOR_PORT] = [await freePort(), await freePort()];
  const DATA_DIR = join(work, 'data');
  start(PROJECT, { PORT, EMULATOR_PORT, DATA_DIR }, process.execPath, 'dist/main.js');
  await textOf(`http://127.0.0.1:${PORT}/readyz`);
  const key = readFileSync(join(DATA_DIR, 'operator.key'), 'utf8').trim();
  return { url: `http://127.0.0.1:${PORT}/graphql`, key };
}

function expectToken(text: string): void {
  if (text.split('.').length !== 3) throw new Error(`/token gave no token: ${text}`);
}

async function checkNode(packed: string, url: string, key: string): Promise<void> {
  const folder = install('node', packed);
  const environment = { GATEWAY_URL: url, GATEWAY_KEY: key };
  run(folder, environment, 'node', 'make-video.mjs', 'A lighthouse at dawn', 'video.mp4');
  if (statSync(join(folder, 'video.mp4')).size === 0) throw new Error('The video is empty.');
}

async function checkReact(packed: string, url: string, key: string): Promise<void> {
  const folder = install('react', packed);
  const environment = { GATEWAY_URL: url, GATEWAY_KEY: key };
  run(folder, environment, 'npm', 'run', 'types');
  run(folder, environment, 'npm', 'run', 'build');
  const port = await freePort();
  const vite = join(folder, 'node_modules/vite/bin/vite.js');
  start(folder, environment, process.execPath, vite, 'preview', '--host=127.0.0.1', '--port', port);
  const page = await textOf(`http://127.0.0.1:${port}/`);
  if (!page.includes('/assets/')) throw new Error('The page has no script.');
  expectToken(await textOf(`http://127.0.0.1:${port}/token`));
}

async function checkNext(packed: string, url: string, key: string): Promise<void> {
  const folder = install('next', packed);
  const environment = { NEXT_PUBLIC_GATEWAY_URL: url, GATEWAY_KEY: key };
  run(folder, environment, 'npm', 'run', 'types');
  run(folder, environment, 'npm', 'run', 'build');
  const port = await freePort();
  const next = join(folder, 'node_modules/next/dist/bin/next');
  start(folder, environment, process.execPath, next, 'start', '-H', '127.0.0.1', '-p', port);
  const page = await textOf(`http://127.0.0.1:${port}/`);
  if (!page.includes('Make a video')) throw new Error('The page has no form.');
  expectToken(await textOf(`http://127.0.0.1:${port}/token`, { method: 'POST' }));
}

/** The blocks of docs/clients.md that make a page from an empty folder: files and commands, in order. */
function checkDocuments(): void {
  const text = readFileSync(join(PROJECT, 'docs/clients.md'), 'utf8');
  const [, section = ''] = /### A page from an empty folder\n([\s\S]*?)\n### /.exec(text) ?? [];
  const folder = join(work, 'from-documents');
  mkdirSync(folder);
  let commands = 0;
  for (const [, file, language, block = ''] of section.matchAll(
    /(?:`([\w./]+)`:\n\n)?```(\w+)\n([\s\S]*?)```/g,
  )) {
    if (file !== undefined) writeFileSync(join(folder, file), block);
    else if (language === 'sh') {
      commands += 1;
      run(folder, { REPOSITORY: PROJECT }, 'bash', '-euc', block);
    }
  }
  if (commands < 2) throw new Error('docs/clients.md has no steps for a page.');
  const page = readFileSync(join(folder, 'dist/index.html'), 'utf8');
  if (!page.includes('/assets/')) throw new Error('The page of the documents has no script.');
}

try {
  run(join(PROJECT, 'client'), {}, 'npm', 'pack', `--pack-destination=${work}`, '--silent');
  const { version } = JSON.parse(readFileSync(join(PROJECT, 'client/package.json'), 'utf8')) as {
    readonly version: string;
  };
  const packed = join(work, `${CLIENT}-${version}.tgz`);
  const { url, key } = await startGateway();
  for (const check of [checkNode, checkReact, checkNext, checkDocuments]) {
    const startedAt = performance.now();
    await check(packed, url, key);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(`── ${check.name} passed in ${seconds} s`);
  }
} finally {
  for (const child of children) child.kill();
  rmSync(work, { recursive: true, force: true });
}
