import { join } from 'node:path';
import { quantile } from './gateway-under-load.js';
import { throughput, type Throughput } from './measures.js';
import { paidLatency, type PaidLatency } from './paid-latency.js';
import { onPostgres } from './stores.js';

export interface MutationSizes {
  readonly rounds: number;
  readonly seconds: number;
  readonly clients: number;
  /** Whose latency is measured. */
  readonly calls: number;
}

/** A bare relay and the gateway, one after the other. */
interface Round {
  readonly bare: Throughput;
  readonly sent: Throughput;
  readonly queued: Throughput;
}

export interface MutationFigures extends Round {
  readonly latency: PaidLatency;
}

/** Medians of the rounds. `profileFolder`: the gateway writes CPU profiles there. */
export async function mutationFigures(
  built: string,
  sizes: MutationSizes,
  profileFolder?: string,
): Promise<MutationFigures> {
  const relay = [join(built, 'bench/bare-relay.js')];
  const gatewayFor = (measure: string): string[] => [
    ...(profileFolder === undefined
      ? []
      : ['--cpu-prof', `--cpu-prof-dir=${join(profileFolder, measure)}`]),
    join(built, 'src/main.js'),
  ];
  const all: Round[] = [];
  for (let index = 0; index < sizes.rounds; index += 1) {
    all.push({
      bare: await onPostgres((store) => throughput(store, relay, sizes, 'sent', 'bare_tasks')),
      sent: await onPostgres((store) => throughput(store, gatewayFor('sent'), sizes, 'sent')),
      queued: await onPostgres((store) => throughput(store, gatewayFor('queued'), sizes, 'queued')),
    });
  }
  const latency = await onPostgres((store) => paidLatency(store, gatewayFor('latency'), sizes));
  return {
    bare: median(all.map(({ bare }) => bare)),
    sent: median(all.map(({ sent }) => sent)),
    queued: median(all.map(({ queued }) => queued)),
    latency,
  };
}

/** The round whose speed is in the middle. */
function median(all: readonly Throughput[]): Throughput {
  const middle = quantile(
    all.map(({ acceptedPerSecond }) => acceptedPerSecond),
    0.5,
  );
  const found = all.find(({ acceptedPerSecond }) => acceptedPerSecond === middle);
  if (found === undefined) throw new Error('No round was measured.');
  return found;
}
