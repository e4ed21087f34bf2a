import type { FanOut, StreamMemory, StreamSizes } from './stream-measures.js';
import type { StreamTransport } from './stream-client-messages.js';
import { atMost, table, type Aim } from './table.js';

/** Of SECURITY.md, D17: a live task is read this long after it is due at the latest. */
const LATE_MS_MAX = 7_500;
const MB = 1_048_576;

export type FannedOut = ReadonlyMap<StreamTransport, FanOut>;

export function fanOutTable(fannedOut: FannedOut, { subscribers }: StreamSizes): readonly string[] {
  const rows = [...fannedOut].map(([transport, { events, p50Ms, p99Ms, cpuMs }]) => [
    `${transport}, ${String(events)} events`,
    p50Ms.toFixed(0),
    p99Ms.toFixed(0),
    (cpuMs * 1_000).toFixed(0),
  ]);
  const title = `an event to the last of ${String(subscribers)} subscribers`;
  return table([title, 'p50, ms', 'p99, ms', 'processor, µs each'], rows);
}

export function fanOutAims(fannedOut: FannedOut, { subscribers }: StreamSizes): readonly Aim[] {
  return [...fannedOut].map(([transport, { p99Ms }]) => {
    const title = `an event to the last of ${String(subscribers)} subscribers, ${transport}, p99`;
    return atMost(title, p99Ms, 50, 'ms');
  });
}

export function streamMemoryTable(
  { residentBytes, withoutStreamsBytes, lateMs }: StreamMemory,
  sizes: StreamSizes,
): readonly string[] {
  return table(
    [titleOf(sizes), ''],
    [
      ['resident memory', `${(residentBytes / MB).toFixed(0)} MB`],
      ['of it before the streams', `${(withoutStreamsBytes / MB).toFixed(0)} MB`],
      ['latest read of a live task after it was due', `${(lateMs / 1_000).toFixed(2)} s`],
    ],
  );
}

export function streamMemoryAims(
  { residentBytes, lateMs }: StreamMemory,
  sizes: StreamSizes,
): readonly Aim[] {
  return [
    atMost(`${titleOf(sizes)}, resident memory`, residentBytes / MB, 512, 'MB'),
    atMost(
      `${titleOf(sizes)}, latest read after it was due`,
      lateMs / 1_000,
      LATE_MS_MAX / 1_000,
      's',
    ),
  ];
}

function titleOf({ live, streams }: StreamSizes): string {
  return `a node with ${String(live)} live tasks and ${String(streams)} streams`;
}
