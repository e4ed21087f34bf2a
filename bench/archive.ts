/**
 * `npm run bench:archive` compares the copies of the archive with a plain download of the same files to
 * the same disk, and shows that memory does not grow with the size or the number of copies. Flags, with
 * their defaults:
 *
 *   --megabytes 400 --rounds 5   size of a file, and how often each side copies it
 *   --copies 20 --each 100       copies at the same time, and MB of each, for memory: they are encrypted
 *                                and thrown away. The full size is --copies 100 --each 1000.
 */
import { spawn } from 'node:child_process';
import { createSecretKey, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { FileVault } from '../src/adapters/files/vault/file-vault.js';
import { sealSegment } from '../src/adapters/files/vault/segments.js';
import { HttpOutputSource } from '../src/adapters/outward/http-output-source.js';
import { UndiciOutwardHttp } from '../src/adapters/outward/undici-outward-http.js';
import { systemClock } from '../src/adapters/system-clock.js';
import type { CopyLease } from '../src/domain/archive/archived-output.js';
import type { Task } from '../src/domain/task/task.js';
import type { ArchiveStore } from '../src/ports/archive/archive-store.js';
import type { OutputVault } from '../src/ports/archive/output-vault.js';
import { noMetrics } from '../src/ports/telemetry/metrics.js';
import { OutputCopies } from '../src/services/archive/output-copies.js';
import type { FreshOutputs } from '../src/services/tasks/fresh-outputs.js';
import { killStartedWithThisProcess } from '../test/config/started-processes.cjs';
import { silentLog } from '../test/support/store/database.js';

killStartedWithThisProcess();

const { values } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '400' },
    rounds: { type: 'string', default: '5' },
    copies: { type: 'string', default: '20' },
    each: { type: 'string', default: '100' },
  },
});

const MB = 1_000_000;
const NEVER = new AbortController().signal;
const key = createSecretKey(randomBytes(32));
const outward = new UndiciOutwardHttp();

async function startSource(): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'bench/archive-source.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of child.stdout) {
    child.unref();
    return String(line).trim();
  }
  throw new Error('The source did not start');
}

const origin = await startSource();
const folder = await mkdtemp(join(tmpdir(), 'bench-archive-'));

let number = 0;

function nextId(): string {
  number += 1;
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}.0`;
}

/** Copies files of so many bytes into a vault. */
function copiesInto(vault: OutputVault, bytes: number): () => Promise<void> {
  const url = `${origin}/${String(bytes)}`;
  const output = { url, mimeType: null, expiresAt: null, nodeId: null };
  const task = {
    state: { status: 'SUCCEEDED', output: [output] },
    createdAt: new Date(),
    settledAt: null,
  } as unknown as Task;
  let kept = 0;
  const store: Partial<ArchiveStore> = {
    extendCopy: () => Promise.resolve(true),
    noteSource: () => Promise.resolve(),
    keepCopy: (_lease, file) => {
      kept = file.bytes;
      return Promise.resolve(true);
    },
  };
  const copies = new OutputCopies({
    ...{ store: store as ArchiveStore, vault, clock: systemClock, log: silentLog },
    tasks: { findTask: () => Promise.resolve(task) },
    fresh: { of: () => Promise.resolve(task) } as unknown as FreshOutputs,
    source: new HttpOutputSource(outward, origin),
    ...{ metrics: noMetrics, random: Math.random, tenantBytesMax: null, rate: undefined },
    fileBytesMax: Number.MAX_SAFE_INTEGER,
  });
  return async () => {
    const id = nextId();
    const lease: CopyLease = {
      ...{ id, tenantId: 'bench', taskId: id.slice(0, 36), position: 0 },
      ...{ fence: 1, attempts: 0, sourceTag: null },
    };
    await copies.copy(lease, NEVER);
    if (kept !== bytes) throw new Error('A copy failed');
    await vault.erase(id);
  };
}

/** Encrypts as a file is, and keeps nothing. */
const throwingAway: OutputVault = {
  write: ({ id }) => {
    let segment = 0;
    return Promise.resolve({
      keptBytes: 0,
      readKept: async function* () {
        // Nothing is kept.
      },
      write: (chunk) => {
        for (let from = 0; from < chunk.length; from += 65_536) {
          const place = { fileId: id, number: segment, isLast: false };
          sealSegment(key, chunk.subarray(from, from + 65_536), place);
          segment += 1;
        }
        return Promise.resolve();
      },
      finish: () => Promise.resolve(),
      leave: () => Promise.resolve(),
      discard: () => Promise.resolve(),
    });
  },
  read: () => {
    throw new Error('nothing is kept');
  },
  erase: () => Promise.resolve(),
  list: async function* () {
    // Nothing is kept.
  },
};

async function plain(bytes: number): Promise<void> {
  const path = join(folder, 'plain');
  const { body } = await outward.dispatcher.request({
    ...{ origin, path: `/${String(bytes)}`, method: 'GET' },
  });
  await pipeline(body, createWriteStream(path, { flush: true }));
  await rm(path);
}

async function megabytesPerSecond(bytes: number, work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return bytes / MB / ((performance.now() - startedAt) / 1_000);
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;

async function compareRates(): Promise<void> {
  const bytes = Number(values.megabytes) * MB;
  const vault = new FileVault(folder, () => Promise.resolve(key));
  const copy = copiesInto(vault, bytes);
  const sides = { plain: [] as number[], archive: [] as number[] };
  await copiesInto(vault, 50 * MB)();
  await plain(50 * MB);
  for (let round = 0; round < Number(values.rounds); round += 1) {
    sides.plain.push(await megabytesPerSecond(bytes, () => plain(bytes)));
    sides.archive.push(await megabytesPerSecond(bytes, copy));
  }
  const ratios = sides.archive.map((rate, round) => rate / (sides.plain[round] ?? NaN));
  console.log(`plain download   ${median(sides.plain).toFixed(0)} MB/s`);
  console.log(`archive          ${median(sides.archive).toFixed(0)} MB/s (hashed and encrypted)`);
  console.log(`archive / plain  ${median(ratios).toFixed(2)}`);
}

async function watchMemory(): Promise<void> {
  const [count, each] = [Number(values.copies), Number(values.each)];
  const few = copiesInto(throwingAway, Math.min(each, 20) * MB);
  await Promise.all(Array.from({ length: count }, few));
  const sizes: number[] = [];
  const timer = setInterval(() => sizes.push(process.memoryUsage().rss / MB), 200);
  const many = copiesInto(throwingAway, each * MB);
  await Promise.all(Array.from({ length: count }, many));
  clearInterval(timer);
  const third = Math.ceil(sizes.length / 3);
  const peak = (part: readonly number[]): string => Math.max(...part).toFixed(0);
  console.log(`${String(count)} copies at once, ${String(each)} MB each: peak of resident memory`);
  console.log(
    `  first third ${peak(sizes.slice(0, third))} MB, last third ${peak(sizes.slice(-third))} MB`,
  );
}

const [processor] = cpus();
console.log(
  `Node ${process.versions.node}, ${String(cpus().length)} × ${processor?.model ?? 'unknown'}`,
);
console.log(
  `load ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}`,
);
try {
  await compareRates();
  await watchMemory();
} finally {
  console.log(
    `load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}`,
  );
  await outward.close();
  await rm(folder, { recursive: true, force: true });
  process.exit();
}
