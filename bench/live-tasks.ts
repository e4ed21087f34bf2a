import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { openDatabase } from '../src/adapters/postgres/connection/database.js';
import { RunwayAccounts } from '../src/adapters/runway/accounts.js';
import { testKeys } from '../test/support/store/key-ring.js';
import { silentLog } from '../test/support/store/database.js';

/** Of Linux's USER_HZ, which is 100 on every architecture that Node runs on. */
const CLOCK_TICK_MS = 10;

/** What a read of a task says of its state. Called at the moment of the answer. */
export type StateOfTask = () => object;

/** A Runway that answers each read of a task after a while, and as a rule never lets one go on. */
export class StandingRunway {
  /** When each task was read, by its id at Runway. */
  readonly reads = new Map<string, number[]>();
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(
    latencyMs: number,
    stateOf: StateOfTask = () => ({ status: 'THROTTLED' }),
  ): Promise<StandingRunway> {
    const server = createServer();
    const runway = new StandingRunway(server);
    server.on('request', (request, response) => {
      const [, id = ''] = /^\/v1\/tasks\/([^/?]+)/.exec(request.url ?? '') ?? [];
      if (id !== '') runway.reads.set(id, [...(runway.reads.get(id) ?? []), performance.now()]);
      const createdAt = '2026-01-01T00:00:00.000Z';
      setTimeout(() => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ id, createdAt, ...stateOf() }));
      }, latencyMs);
    });
    server.keepAliveTimeout = 60_000;
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return runway;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

/**
 * Tasks of the tenant `bench`, or of these tenants in turn, live in the account of `secret` and due at
 * once, or one after the other within `spreadMs`.
 */
export async function fillWithLiveTasks(
  url: string,
  live: number,
  secret: string,
  {
    tenants = ['bench'],
    spreadMs = 0,
  }: { readonly tenants?: readonly string[]; readonly spreadMs?: number } = {},
): Promise<void> {
  const database = await openDatabase({ url, log: silentLog, keys: testKeys });
  const account = new RunwayAccounts([secret]).current;
  await sql`insert into tenants (id, name, created_at, live_tasks)
    select id, id, now(), ${Math.ceil(live / tenants.length)} from unnest(${tenants}::text[]) as id
    on conflict (id) do update set live_tasks = excluded.live_tasks`.execute(database.kysely);
  await sql`
    insert into tasks (id, tenant_id, created_by, operation, model, runway_account, runway_task_id,
      runway_task_kind, input, state, estimate_credits, estimate_source, reserved_credits,
      created_at, poll_due_at)
    select gen_random_uuid(), (${tenants}::text[])[1 + at % ${tenants.length}], 'key:bench',
      'createTextToVideo', 'gen4.5', ${account},
      gen_random_uuid()::text, 'task', '{}', '{"status": "THROTTLED"}', 60, 'PRICES', 60, now(),
      now() + at * ${spreadMs / live} * interval '1 millisecond'
    from generate_series(1, ${live}::int) as at`.execute(database.kysely);
  await sql`analyze tasks`.execute(database.kysely);
  await database.close();
}

/** Processor time of a process so far, in ms. Linux only. */
export function processorMs(pid: number): number {
  const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
  // After the name, which may hold spaces: utime and stime are the 14th and 15th field (proc(5)).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * CLOCK_TICK_MS;
}
