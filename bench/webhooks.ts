/**
 * `npm run bench:webhooks` measures how many deliveries of webhooks one process makes, signs, posts to
 * receivers on this machine and records in a second, when one receiver's answer in ten is a 500; and, in the
 * same run, plain posts of the same bodies to the same receivers. Flags, with their defaults:
 *
 *   --deliveries 5000    deliveries of the run, of as many tasks
 *   --tenants 10         tenants with a webhook each
 *   --open 200           deliveries, and posts, at once
 */
import { randomUUID } from 'node:crypto';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { Agent } from 'undici';
import { UndiciGuardedHttp } from '../src/adapters/outward/undici-guarded-http.js';
import { openDatabase } from '../src/adapters/postgres/connection/database.js';
import { storesOf } from '../src/adapters/postgres/stores.js';
import { standardWebhookSigner } from '../src/adapters/standard-webhooks/standard-webhook-signer.js';
import { systemClock } from '../src/adapters/system-clock.js';
import { concurrently } from '../src/concurrency/concurrently.js';
import { noMetrics } from '../src/ports/telemetry/metrics.js';
import { noDeliveryCrashPoints } from '../src/ports/webhooks/delivery-crash-points.js';
import { Deliveries } from '../src/services/webhooks/deliveries.js';
import { DeliverySender } from '../src/services/webhooks/delivery-sender.js';
import { createPostgresDatabase, silentLog } from '../test/support/store/database.js';
import { testKeys } from '../test/support/store/key-ring.js';
import { aNewTask, createTenants } from '../test/support/store/new-task.js';

const AIM = 1_000;
const DEADLINE_MS = 10_000;
const DAY_MS = 86_400_000;

const { values } = parseArgs({
  options: {
    deliveries: { type: 'string', default: '5000' },
    tenants: { type: 'string', default: '10' },
    open: { type: 'string', default: '200' },
  },
});
const count = Number(values.deliveries);
const openMax = Number(values.open);
const tenants = Array.from({ length: Number(values.tenants) }, (_, at) => `tenant-${String(at)}`);

/** A receiver in a thread of its own: each tenth answer is a 500. */
const RECEIVER = `
  const { createServer } = require('node:http');
  const { parentPort } = require('node:worker_threads');
  let count = 0;
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      count += 1;
      response.writeHead(count % 10 === 0 ? 500 : 204).end();
    });
  });
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
`;

const receiver = new Worker(RECEIVER, { eval: true });
const port = await new Promise<number>((resolve) => receiver.once('message', resolve));
const url = `http://127.0.0.1:${String(port)}/hook`;

const created = await createPostgresDatabase();
const database = await openDatabase({
  ...{ keys: testKeys, url: created.url, schema: undefined, dataDir: '', log: silentLog },
});
const http = new UndiciGuardedHttp({ mayReachLoopback: true });
try {
  const stores = storesOf(database);
  const now = new Date();
  await createTenants(stores.tenants, ...tenants);
  for (const tenantId of tenants) {
    await stores.webhooks.create(
      {
        ...{ id: randomUUID(), tenantId, url, events: ['task.queued'], operations: null },
        ...{ labels: null, createdAt: now, createdBy: 'key:bench' },
        secret: standardWebhookSigner.newSecret(),
      },
      1,
    );
  }
  const tasks = Array.from({ length: count }, (_, at) =>
    aNewTask({ tenantId: tenants[at % tenants.length] ?? '' }),
  );
  await concurrently(tasks, 8, async (task) => {
    await stores.submissions.accept(task, now);
  });

  const posted = await plainPosts();
  const { made, attempts } = await delivered(stores);
  const share = Math.round((attempts.perSecond / posted) * 100);
  console.table({
    'plain posts a second': Math.round(posted),
    'deliveries made of events, a second': Math.round(made),
    [`deliveries posted and recorded, a second (aim ${String(AIM)})`]: Math.round(
      attempts.perSecond,
    ),
    'share of plain posts, %': share,
    'of them delivered': attempts.delivered,
    'to be sent again': attempts.waiting,
  });
  const [core] = cpus();
  console.log(
    `${String(cpus().length)} cores of ${core?.model ?? 'an unknown model'}, shared with Postgres and the receiver; Node ${process.version}; load ${loadavg()[0]?.toFixed(1) ?? ''}; ${values.deliveries} deliveries of ${values.tenants} tenants, ${values.open} at once.`,
  );
} finally {
  await http.close();
  await database.close();
  await created.drop();
  await receiver.terminate();
}

/** Bodies of the same size, unsigned and unrecorded. */
async function plainPosts(): Promise<number> {
  const agent = new Agent({ connections: 32 });
  const { origin, pathname: path } = new URL(url);
  const body = 'x'.repeat(700);
  const begin = performance.now();
  await concurrently(Array.from({ length: count }), openMax, async () => {
    const answer = await agent.request({ origin, path, method: 'POST', body });
    await answer.body.dump();
  });
  const seconds = (performance.now() - begin) / 1_000;
  await agent.close();
  return count / seconds;
}

async function delivered({ deliveries: store }: ReturnType<typeof storesOf>) {
  const begin = performance.now();
  const until = new Date(Date.now() + 3 * DAY_MS);
  while ((await store.makeDeliveries(new Date(), until)) > 0);
  const made = count / ((performance.now() - begin) / 1_000);

  let sent = 0;
  let wake: () => void = () => undefined;
  const sender = new DeliverySender({
    ...{ http, signer: standardWebhookSigner, clock: systemClock, random: Math.random },
    ...{ userAgent: 'bench', deadlineMs: DEADLINE_MS },
    // With as much in it as the graph shows.
    show: ({ id, operation, state, createdAt, estimate }) => {
      sent += 1;
      const filling = 'x'.repeat(400);
      return Promise.resolve({ id, operation, state, createdAt, estimate, filling });
    },
  });
  const deliveries = new Deliveries({
    ...{ store, sender, clock: systemClock, log: silentLog, metrics: noMetrics },
    ...{ crashPoints: noDeliveryCrashPoints, openMax, deadlineMs: DEADLINE_MS, keptMs: DAY_MS },
    ...{ perTenantMax: openMax, perTenantSecond: 100_000 },
    onWork: () => {
      wake();
    },
  });
  const start = performance.now();
  const { signal } = new AbortController();
  for (;;) {
    const woken = new Promise<void>((resolve) => {
      wake = resolve;
    });
    await deliveries.round(signal);
    if (sent >= count && deliveries.openCount === 0) break;
    await woken;
  }
  const seconds = (performance.now() - start) / 1_000;
  const { waiting } = await store.figures(new Date());
  const attempts = { perSecond: count / seconds, delivered: count - waiting, waiting };
  return { made, attempts };
}
