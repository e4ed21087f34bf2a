import type { MutationFigures } from './mutation-measures.js';
import type { Throughput } from './measures.js';
import { atLeast, atMost, table, type Aim } from './table.js';

export function mutationTable({ bare, sent, queued, latency }: MutationFigures): readonly string[] {
  const { gateway, sdk, twoCommits } = latency;
  return table(
    ['paid mutations', 'measured'],
    [
      ['a bare relay', speed(bare)],
      ['the gateway: accepted, sent at once, read and settled', speed(sent)],
      ['the gateway: accepted to a durable row', speed(queued)],
      ['one client, p50 / p99: the SDK alone', both(sdk)],
      ['the same by the gateway', both(gateway)],
      ['two commits of this disk', both(twoCommits)],
    ],
  );
}

export function mutationAims({ bare, sent, queued, latency }: MutationFigures): readonly Aim[] {
  const { gateway, sdk, twoCommits } = latency;
  return [
    atLeast(
      'paid mutation accepted and sent / bare relay',
      sent.acceptedPerSecond / bare.acceptedPerSecond,
      0.5,
    ),
    atLeast('paid mutations to a durable row a second', queued.acceptedPerSecond, 500),
    atMost(
      'one paid mutation minus the SDK alone, p50: two commits of this disk + 2 ms',
      gateway.p50Ms - sdk.p50Ms,
      twoCommits.p50Ms + 2,
      'ms',
    ),
    atMost(
      'one paid mutation minus the SDK alone, p99: two commits of this disk + 8 ms',
      gateway.p99Ms - sdk.p99Ms,
      twoCommits.p99Ms + 8,
      'ms',
    ),
  ];
}

function speed({ acceptedPerSecond, cpuMs }: Throughput): string {
  const processor = cpuMs === null ? '' : `, ${cpuMs.toFixed(2)} ms of processor each`;
  return `${acceptedPerSecond.toFixed(0)}/s${processor}`;
}

function both({ p50Ms, p99Ms }: { readonly p50Ms: number; readonly p99Ms: number }): string {
  return `${p50Ms.toFixed(1)} / ${p99Ms.toFixed(1)} ms`;
}
