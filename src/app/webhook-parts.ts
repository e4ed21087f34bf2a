import { UndiciGuardedHttp } from '../adapters/outward/undici-guarded-http.js';
import { standardWebhookSigner as signer } from '../adapters/standard-webhooks/standard-webhook-signer.js';
import { toldTask } from '../api/webhooks/told-task.js';
import { WebhookLoop } from '../pollers/webhook-loop.js';
import { noDeliveryCrashPoints } from '../ports/webhooks/delivery-crash-points.js';
import type { OutputAddresses } from '../services/archive/output-addresses.js';
import type { TaskEvents } from '../services/events/task-events.js';
import { Deliveries } from '../services/webhooks/deliveries.js';
import { DeliverySender } from '../services/webhooks/delivery-sender.js';
import { WebhookEvents } from '../services/webhooks/webhook-events.js';
import type { ShowTask } from '../services/webhooks/webhook-payloads.js';
import { Webhooks } from '../services/webhooks/webhooks.js';
import type { BackgroundLoop, Base } from './base.js';
import type { Machine } from './machine.js';
import type { Storage } from './storage.js';

const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;

interface ToldOf {
  readonly taskEvents: TaskEvents;
  readonly outputAddresses: OutputAddresses;
}

/** Webhooks: kept, told of events, and their deliveries sent. */
export function buildWebhooks(
  { config, clock, log, signals, metrics, shutdown }: Base,
  { stores }: Pick<Storage, 'stores'>,
  { taskEvents, outputAddresses }: ToldOf,
  {
    random = Math.random,
    version = 'unknown',
    resolveName: resolve,
    deliveryCrashPoints: crashPoints = noDeliveryCrashPoints,
  }: Machine,
) {
  const { max, timeoutSeconds, retentionDays, loopback: mayReachLoopback } = config.webhooks;
  const { openMax, perTenantMax, perTenantSecond } = config.webhooks;
  const deadlineMs = timeoutSeconds * SECOND_MS;
  const http = new UndiciGuardedHttp({ mayReachLoopback, ...(resolve && { resolve }) });
  shutdown.add(() => http.close());
  const userAgent = `runway-graphql-gateway/${version}`;
  const show: ShowTask = (task) => toldTask(task, outputAddresses);
  const sender = new DeliverySender({
    ...{ http, signer, show, clock, random, userAgent, deadlineMs },
  });
  const onWork = (): void => {
    signals.wake('webhooks');
  };
  const deliveries = new Deliveries({
    ...{ store: stores.deliveries, sender, clock, log, metrics, crashPoints, onWork },
    ...{ openMax, perTenantMax, perTenantSecond, deadlineMs },
    keptMs: retentionDays * DAY_MS,
  });
  const { defaultSecrets } = stores;
  const webhooks = new Webhooks({
    ...{ store: stores.webhooks, defaultSecrets, deliveries: stores.tenantDeliveries },
    ...{ signer, clock, log, max, mayReachLoopback, onWork },
  });
  const webhookEvents = new WebhookEvents({ taskEvents, defaultSecrets, signer, show, clock });
  const loop = new WebhookLoop({ deliveries, clock, log });
  signals.on('events', () => {
    loop.wake();
  });
  signals.on('webhooks', () => {
    deliveries.expectDue();
    loop.wake();
  });
  // A copy of a store, without webhooks, tells no receiver of what the original told.
  const loops: readonly BackgroundLoop[] = max === 0 ? [] : [loop];
  return { webhooks, webhookEvents, deliveries, loops };
}
