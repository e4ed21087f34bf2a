import { print } from 'graphql';
import { sql } from 'kysely';

import {
  TaskDocument,
  TasksUpdatedDocument,
  ViewerDocument,
} from '../../client/src/generated/graphql.js';
import { describePostgres } from '../support/store/database.js';
import { eventually } from '../support/time/eventually.js';
import { Line } from '../support/store/line.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { openStream } from '../support/client/streams.js';

describePostgres('D25: a gateway whose database is away', (get) => {
  let line: Line;
  let gateway: TestGateway;

  beforeEach(async () => {
    const direct = new URL(get().url ?? '');
    line = await Line.open(`http://127.0.0.1:${direct.port === '' ? '5432' : direct.port}`);
    const through = new URL(direct);
    through.host = new URL(line.url).host;
    gateway = await startGateway({ DATABASE_URL: through.href });
  }, 60_000);
  afterEach(async () => {
    await line.mend();
    await gateway.stop();
    await line.cut();
  });

  it('says so, retryable, on every transport, and recovers by itself', async () => {
    await line.cut();
    const body = { query: print(ViewerDocument) };
    const response = await gateway.post(body);
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('2');
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'STORE_UNAVAILABLE', retryable: true } }],
    });

    const subscription = { query: print(TasksUpdatedDocument), variables: {} };
    const accept = { accept: 'text/event-stream' };
    const events = await gateway.post(subscription, gateway.operatorKey, accept);
    expect(events.status).toBe(503);
    await events.body?.cancel();

    const stream = openStream(gateway.url, gateway.operatorKey, TasksUpdatedDocument, {});
    await expect(stream.next()).rejects.toBeDefined();
    expect(await stream.closed).toBe(1013);

    expect((await fetch(`${gateway.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${gateway.url}/healthz`)).status).toBe(200);

    await line.mend();
    await eventually(async () => {
      expect((await gateway.post(body)).status).toBe(200);
      expect((await fetch(`${gateway.url}/readyz`)).status).toBe(200);
    });
  });

  it('says so of a field whose session the server ends', async () => {
    const { kysely } = get().database;
    const waiting = await kysely.transaction().execute(async (trx) => {
      await sql`lock table tasks in access exclusive mode`.execute(trx);
      let isAnswered = false;
      const answer = gateway
        .ask(TaskDocument, { id: '00000000-0000-4000-8000-000000000000' })
        .finally(() => {
          isAnswered = true;
        });
      // The loops of the gateway wait for the table too.
      await eventually(async () => {
        await sql`
          select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`.execute(kysely);
        expect(isAnswered).toBe(true);
      });
      return await answer;
    });
    expect(waiting.errors).toMatchObject([
      {
        path: ['task'],
        extensions: { code: 'STORE_UNAVAILABLE', retryable: true, retryAfterMs: 2_000 },
      },
    ]);
  });
});

describePostgres('D25: two transactions that lock in opposite orders', (get) => {
  it('both come to their end: the one that gave way is run again', async () => {
    const { kysely } = get().database;
    const tenants = ['acme', 'bolt'] as const;
    for (const id of tenants) {
      await kysely
        .insertInto('tenants')
        .values({ id, name: id, created_at: new Date(0) })
        .execute();
    }
    let met = 0;
    let meet: () => void = () => undefined;
    const both = new Promise<void>((resolve) => {
      meet = resolve;
    });
    let runs = 0;
    const inOrder = (first: string, second: string) =>
      kysely.transaction().execute(async (trx) => {
        runs += 1;
        const rename = (id: string) =>
          trx
            .updateTable('tenants')
            .set({ name: `${first} first` })
            .where('id', '=', id)
            .execute();
        await rename(first);
        met += 1;
        if (met === 2) meet();
        await both;
        await rename(second);
      });
    await Promise.all([inOrder('acme', 'bolt'), inOrder('bolt', 'acme')]);
    // Which of the two takes the free row next is Postgres's choice: they can meet once more.
    expect(runs).toBeGreaterThanOrEqual(3);
  });
});
