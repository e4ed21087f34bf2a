import type { Installation, StartFigures, StartKind } from './start-measures.js';
import { atMost, table, type Aim } from './table.js';

const MB = 1_048_576;

/** Seconds, and megabytes of memory. */
const AIMS: Readonly<Record<StartKind, readonly [start: number, memory: number]>> = {
  Postgres: [1, 120],
  'embedded, warm': [2, 350],
  'embedded, first': [3, 350],
};
const STOP_AIM_S = 0.3;

export type Starts = ReadonlyMap<StartKind, StartFigures>;

export function startTable(starts: Starts): readonly string[] {
  const rows = [...starts].map(([kind, { startMs, processorMs, residentBytes, stopMs }]) => [
    kind,
    `${(startMs / 1_000).toFixed(2)} s`,
    `${processorMs.toFixed(0)} ms`,
    `${(residentBytes / MB).toFixed(0)} MB`,
    `${(stopMs / 1_000).toFixed(2)} s`,
  ]);
  const head = ['start to first answer', 'processor', 'memory after it', 'SIGTERM to exit'];
  return table(['store', ...head], rows);
}

export function startAims(starts: Starts): readonly Aim[] {
  return [...starts].flatMap(([kind, { startMs, residentBytes, stopMs }]) => {
    const [start, memory] = AIMS[kind];
    return [
      atMost(`${kind}: start to first answer`, startMs / 1_000, start, 's'),
      atMost(`${kind}: memory after start`, residentBytes / MB, memory, 'MB'),
      atMost(`${kind}: SIGTERM to exit, beside idle connections`, stopMs / 1_000, STOP_AIM_S, 's'),
    ];
  });
}

export function installationAims({ packages, megabytes }: Installation): readonly Aim[] {
  const command = '`npm ci --omit=dev --omit=optional`';
  return [
    atMost(`${command}: packages`, packages, 240, 'packages'),
    atMost(`${command}: size`, megabytes, 130, 'MB'),
  ];
}
