import RunwayML from '@runwayml/sdk';
import { Client } from 'pg';
import { GatewayUnderLoad, quantile, type Store } from './gateway-under-load.js';

/** Calls that warm all sides up and are not counted. */
const WARM_UP_CALLS = 300;

export interface Spread {
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export interface PaidLatency {
  /** A paid mutation of one client, with nothing else under way: each task is cancelled, untimed, before the next. */
  readonly gateway: Spread;
  /** The same request by Runway's SDK to the same emulator. */
  readonly sdk: Spread;
  /** Two commits of one row, one after the other, over one connection to the gateway's Postgres. */
  readonly twoCommits: Spread;
}

/** One after the other in turn, so that all sides meet the same machine and the same disk. */
export async function paidLatency(
  store: Store,
  args: readonly string[],
  { calls }: { readonly calls: number },
): Promise<PaidLatency> {
  const settings = { taskSeconds: 600, concurrency: null };
  const gateway = await GatewayUnderLoad.start(store, { args, clients: 1, settings });
  const database = new Client({ connectionString: store.environment['DATABASE_URL'] });
  try {
    const [key = ''] = await gateway.tenants(1);
    await database.connect();
    await database.query('create schema bench');
    await database.query('create table bench.commits (id serial primary key, input text)');
    const sdk = new RunwayML({ apiKey: 'key_bench', baseURL: gateway.emulator.url, maxRetries: 0 });
    let bought: { readonly id: string } | undefined;
    const sides = {
      gateway: async () => {
        bought = await gateway.buy(key, 'A lighthouse at dawn');
      },
      sdk: () =>
        sdk.textToVideo.create({
          model: 'gen4.5',
          promptText: 'A lighthouse at dawn',
          ratio: '1280:720',
          duration: 5,
        }),
      twoCommits: async () => {
        await commit(database);
        await commit(database);
      },
    };
    const tookMs = { gateway: [] as number[], sdk: [] as number[], twoCommits: [] as number[] };
    const names = Object.keys(sides) as (keyof typeof sides)[];
    for (let call = -WARM_UP_CALLS; call < calls; call += 1) {
      for (const name of call % 2 === 0 ? names : names.toReversed()) {
        const startedAt = performance.now();
        await sides[name]();
        if (call >= 0) tookMs[name].push(performance.now() - startedAt);
      }
      if (bought !== undefined) await gateway.cancel(key, bought.id);
    }
    return {
      gateway: spreadOf(tookMs.gateway),
      sdk: spreadOf(tookMs.sdk),
      twoCommits: spreadOf(tookMs.twoCommits),
    };
  } finally {
    await database.end();
    await gateway.stop();
  }
}

async function commit(database: Client): Promise<void> {
  await database.query({
    name: 'commit',
    text: 'insert into bench.commits (input) values ($1)',
    values: ['A lighthouse at dawn'],
  });
}

function spreadOf(values: readonly number[]): Spread {
  return { p50Ms: quantile(values, 0.5), p99Ms: quantile(values, 0.99) };
}
