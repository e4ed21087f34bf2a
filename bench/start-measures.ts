import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createPostgresDatabase } from '../test/support/store/database.js';
import { quantile } from './gateway-under-load.js';
import { StartedGateway } from './started-gateway.js';

const START_KINDS = ['Postgres', 'embedded, warm', 'embedded, first'] as const;
export type StartKind = (typeof START_KINDS)[number];

export interface StartFigures {
  readonly startMs: number;
  /** Of the gateway's process until shortly after its first answer. */
  readonly processorMs: number;
  readonly residentBytes: number;
  readonly stopMs: number;
}

/** Kept open through a stop. */
const IDLE_CONNECTIONS = 10;

/** After this the start is over, its loops too. */
const SETTLE_DOWN_MS = 5_000;

const MB = 1_048_576;

export async function allStarts(times: number): Promise<ReadonlyMap<StartKind, StartFigures>> {
  const starts = new Map<StartKind, StartFigures>();
  for (const kind of START_KINDS) starts.set(kind, await startFigures(kind, times));
  return starts;
}

/** Medians of `times` starts, each followed by a stop; the one that makes the store is not counted. */
async function startFigures(kind: StartKind, times: number): Promise<StartFigures> {
  const database = kind === 'Postgres' ? await createPostgresDatabase() : undefined;
  const folder = mkdtempSync(join(tmpdir(), 'bench-start-'));
  const url: Record<string, string> = database === undefined ? {} : { DATABASE_URL: database.url };
  const all: StartFigures[] = [];
  try {
    const first = kind === 'embedded, first';
    for (let count = first ? 1 : 0; count <= times; count += 1) {
      if (first) rmSync(folder, { recursive: true, force: true });
      const figures = await startAndStop({ DATA_DIR: folder, ...url });
      if (count > 0) all.push(figures);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await database?.drop();
  }
  const median = (of: keyof StartFigures): number => {
    const values = all.map((figures) => figures[of]);
    return quantile(values, 0.5);
  };
  return {
    startMs: median('startMs'),
    processorMs: median('processorMs'),
    residentBytes: median('residentBytes'),
    stopMs: median('stopMs'),
  };
}

async function startAndStop(environment: Readonly<Record<string, string>>): Promise<StartFigures> {
  const gateway = await StartedGateway.start(environment);
  await delay(SETTLE_DOWN_MS);
  const { startMs, processorMs, residentBytes } = gateway;
  return { startMs, processorMs, residentBytes, stopMs: await gateway.stop(IDLE_CONNECTIONS) };
}

export interface Installation {
  readonly packages: number;
  readonly megabytes: number;
}

/** What `npm ci --omit=dev --omit=optional` installs. */
export function installation(): Installation {
  const folder = mkdtempSync(join(tmpdir(), 'bench-install-'));
  try {
    for (const file of ['package.json', 'package-lock.json']) cpSync(file, join(folder, file));
    const omitted = ['--omit=dev', '--omit=optional', '--ignore-scripts', '--silent'];
    execFileSync('npm', ['ci', ...omitted], { cwd: folder, stdio: 'inherit' });
    const modules = join(folder, 'node_modules');
    const lock = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8')) as {
      readonly packages: Readonly<Record<string, unknown>>;
    };
    const [bytes = ''] = execFileSync('du', ['-s', '--block-size=1', modules], {
      encoding: 'utf8',
    }).split('\t');
    return { packages: Object.keys(lock.packages).length, megabytes: Number(bytes) / MB };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
