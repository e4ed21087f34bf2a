import type { BareSide, ComparedReads, ReadKind } from './read-measures.js';
import { atLeast, table, type Aim } from './table.js';

const OWN = 'gateway, everything on';

/** Every side, and how many requests the gateway answers for one of it. */
export function readTable(kind: ReadKind, compared: ComparedReads): readonly string[] {
  const rows = [...(compared.get(kind) ?? [])].map(([name, { perSecond, cpuMs, p99Ms }]) => [
    name,
    perSecond.toFixed(0),
    cpuMs.toFixed(2),
    p99Ms.toFixed(0),
    ratio(compared, kind, name).toFixed(2),
  ]);
  const head = ['requests/s', 'processor, ms each', 'p99, ms', 'gateway / this'];
  return table([`\`${kind}\``, ...head], rows);
}

const AIMS: readonly (readonly [kind: ReadKind, beside: BareSide, least: number])[] = [
  ['task(id)', 'Apollo, the same rows', 1],
  ['task(id)', 'Apollo, no store', 0.75],
  ['tasks(first: 20)', 'Apollo, the same rows', 1],
];

export function readAims(compared: ComparedReads): readonly Aim[] {
  return AIMS.map(([kind, beside, least]) =>
    atLeast(`\`${kind}\` / ${beside}, requests a second`, ratio(compared, kind, beside), least),
  );
}

function ratio(compared: ComparedReads, kind: ReadKind, beside: BareSide | typeof OWN): number {
  const figures = compared.get(kind);
  return (
    (figures?.get(OWN)?.perSecond ?? Number.NaN) / (figures?.get(beside)?.perSecond ?? Number.NaN)
  );
}
