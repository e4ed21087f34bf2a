import { randomUUID } from 'node:crypto';
import type { Database } from '../../../src/adapters/postgres/connection/database.js';
import { storesOf } from '../../../src/adapters/postgres/stores.js';
import { acceptToSend, aNewTask } from './new-task.js';

/** A webhook of the tenant, and a failed task that it was told of: something stands in each column. */
export async function keepWebhook(
  database: Database,
  { tenantId, now, word }: { readonly tenantId: string; readonly now: Date; readonly word: string },
): Promise<void> {
  const stores = storesOf(database);
  const { webhooks, defaultSecrets, deliveries, outcomes } = stores;
  const until = new Date(now.getTime() + 60_000);
  const id = randomUUID();
  const url = `https://hooks.example.com/${word}`;
  const secret = `whsec_${word}`;
  await webhooks.create(
    {
      ...{ id, tenantId, url, operations: null, labels: null, createdAt: now },
      ...{ events: ['task.failed'], createdBy: 'key:abcd', secret },
    },
    1,
  );
  await webhooks.rotateSecret(tenantId, id, { secret, oldUntil: until });
  for (let time = 0; time < 2; time += 1) {
    await defaultSecrets.rotate(tenantId, { secret, oldUntil: until }, now);
  }
  const task = aNewTask({ tenantId, webhookUrl: url });
  const submission = await acceptToSend(stores, task, { now, until });
  const failure = { code: 'INTERNAL', message: word, retryable: true };
  await outcomes.recordRefused(submission, failure, now);
  while ((await deliveries.makeDeliveries(now, until)) > 0);
  const rules = { now, until, limit: 10, perTenantMax: 10, perTenantSecond: 10 };
  const leased = await deliveries.lease(rules);
  expect(leased.map((one) => [one.url, one.secrets])).toEqual([
    [url, [secret, secret]],
    [url, [secret, secret]],
  ]);
  const outcome = { at: now, status: 200, error: null, durationMs: 1, nextAt: null, isGone: false };
  await deliveries.record(
    leased.map(({ id: delivery, fence }) => ({
      ...{ id: delivery, fence, tenantId, response: word },
      ...outcome,
    })),
    now,
  );
}
