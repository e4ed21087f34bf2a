/**
 * `npm run bench` measures everything that the gateway promises of its speed, every side in one run, prints
 * the tables, and writes them into docs/benchmarks.md. Flags, with their defaults:
 *
 *   --seconds 5 --rounds 3    each side of a comparison has so many seconds in each round
 *   --live 10000 --streams 5000
 *   --no-write                leaves docs/benchmarks.md as it is
 *
 * Postgres and Linux only; about 15 minutes. The sides share the cores, so only ratios of one run compare.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { killStartedWithThisProcess } from '../test/config/started-processes.cjs';
import { buildGateway } from '../test/support/gateway/build-gateway.js';
import { machine } from './machine.js';
import { mutationFigures } from './mutation-measures.js';
import { mutationAims, mutationTable } from './mutation-report.js';
import { compareReads, READ_KINDS } from './read-measures.js';
import { readAims, readTable } from './read-report.js';
import { allStarts, installation } from './start-measures.js';
import { installationAims, startAims, startTable } from './start-report.js';
import { onPostgres } from './stores.js';
import { fanOuts, streamMemory } from './stream-measures.js';
import { fanOutAims, fanOutTable, streamMemoryAims, streamMemoryTable } from './stream-report.js';
import { aimTable, type Aim } from './table.js';

killStartedWithThisProcess();

const PAGE = 'docs/benchmarks.md';
const CLIENTS = 32;
const LATENCY_CALLS = 1_000;
const STARTS = 3;
/** How long events are timed, and how many tasks change meanwhile. */
const STREAM_SECONDS = 30;
const CHANGING_TASKS = 40;

const { values } = parseArgs({
  allowNegative: true,
  options: {
    seconds: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '3' },
    live: { type: 'string', default: '10000' },
    streams: { type: 'string', default: '5000' },
    write: { type: 'boolean', default: true },
  },
});
const sizes = { rounds: Number(values.rounds), seconds: Number(values.seconds), clients: CLIENTS };

interface Part {
  readonly tables: readonly (readonly string[])[];
  readonly aims: readonly Aim[];
}

async function reads(built: string): Promise<Part> {
  const compared = await compareReads(built, sizes);
  return { tables: READ_KINDS.map((kind) => readTable(kind, compared)), aims: readAims(compared) };
}

async function mutations(built: string): Promise<Part> {
  const figures = await mutationFigures(built, { ...sizes, rounds: 1, calls: LATENCY_CALLS });
  return { tables: [mutationTable(figures)], aims: mutationAims(figures) };
}

async function streams(built: string): Promise<Part> {
  const compiled = { folder: built, flags: [] };
  const streamSizes = {
    subscribers: 500,
    changing: CHANGING_TASKS,
    seconds: STREAM_SECONDS,
    live: Number(values.live),
    streams: Number(values.streams),
  };
  const fannedOut = await fanOuts(compiled, streamSizes);
  const memory = await onPostgres((store) => streamMemory(store, compiled, streamSizes));
  return {
    tables: [fanOutTable(fannedOut, streamSizes), streamMemoryTable(memory, streamSizes)],
    aims: [...fanOutAims(fannedOut, streamSizes), ...streamMemoryAims(memory, streamSizes)],
  };
}

async function starts(): Promise<Part> {
  execFileSync('node', ['scripts/build-if-stale.mjs'], { stdio: 'inherit' });
  const started = await allStarts(STARTS);
  return {
    tables: [startTable(started)],
    aims: [...startAims(started), ...installationAims(installation())],
  };
}

/** Puts `text` between the page's marks. */
async function write(text: string): Promise<void> {
  const page = readFileSync(PAGE, 'utf8');
  const marked = /(?<=<!-- bench: all -->\n).*(?=<!-- end: bench -->)/s;
  if (!marked.test(page)) throw new Error(`${PAGE} has no place for the tables.`);
  const written = page.replace(marked, () => `\n${text}\n`);
  writeFileSync(PAGE, await format(written, { ...(await resolveConfig(PAGE)), filepath: PAGE }));
}

const built = await buildGateway('src', 'bench', 'test/support');
const from = `${machine()}; ${String(CLIENTS)} clients; medians of ${values.rounds} rounds of ${values.seconds} s for reads, one round for the others.`;
console.log(`${from}\n`);
const parts: Part[] = [];
for (const measure of [reads, mutations, streams, starts]) {
  const part = await measure(built);
  for (const lines of part.tables) console.log(`${lines.join('\n')}\n`);
  parts.push(part);
}
const aims = aimTable(parts.flatMap((part) => part.aims));
console.log(aims.join('\n'));
if (values.write) {
  const tables = [aims, ...parts.flatMap((part) => part.tables)];
  await write([`${from}\n`, ...tables.map((lines) => `${lines.join('\n')}\n`)].join('\n'));
}
