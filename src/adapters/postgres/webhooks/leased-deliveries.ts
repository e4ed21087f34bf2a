import { sql, type SqlBool } from 'kysely';

import type { LeasedDelivery } from '../../../ports/webhooks/delivery-store.js';
import type { Encrypted } from '../connection/database.js';
import { UnreadableValue, type Cipher } from '../encryption/cipher.js';
import { PLACES } from '../encryption/places.js';
import { openText, type Stored } from '../encryption/sealed-forms.js';
import { taskAt, type Db } from '../tasks/task-rows.js';

export interface Opened {
  readonly leased: readonly LeasedDelivery[];
  /** Those that can never be sent, and why. */
  readonly unsendable: readonly { readonly id: string; readonly error: string }[];
}

type Row = Awaited<ReturnType<typeof read>>[number];

/** Leased deliveries with what it takes to send them. */
export async function openLeased(
  { kysely, ciphers, log }: Encrypted,
  ids: readonly string[],
  now: Date,
): Promise<Opened> {
  const leased: LeasedDelivery[] = [];
  const unsendable: { id: string; error: string }[] = [];
  for (const row of await read(kysely, ids)) {
    if (row.task_deleted_at !== null) {
      unsendable.push({ id: row.id, error: 'TASK_DELETED' });
      continue;
    }
    try {
      leased.push(await ciphers.openedOne(kysely, row, (one, cipher) => open(one, cipher, now)));
    } catch (error) {
      if (!(error instanceof UnreadableValue)) throw error;
      log.error({ deliveryId: row.id, error }, 'a delivery of a webhook cannot be decrypted');
      unsendable.push({ id: row.id, error: 'STORED_DATA_UNREADABLE' });
    }
  }
  return { leased, unsendable };
}

async function read(db: Db, ids: readonly string[]) {
  return await db
    .selectFrom('webhook_deliveries as sent')
    .innerJoin('webhook_tenants as hooked', 'hooked.tenant_id', 'sent.tenant_id')
    .leftJoin('webhooks', 'webhooks.id', 'sent.webhook_id')
    .leftJoin('tasks', 'tasks.id', 'sent.task_id')
    .select([
      'sent.id',
      'sent.tenant_id',
      'sent.webhook_id',
      'sent.task_id',
      'sent.type',
      'sent.event_at',
      'sent.snapshot',
      'sent.attempts',
      'sent.retry_until',
      'sent.fence',
      'webhooks.url',
      'webhooks.secret',
      'webhooks.old_secret',
      'webhooks.old_secret_until',
      'hooked.secret as default_secret',
      'hooked.old_secret as old_default_secret',
      'hooked.old_secret_until as old_default_secret_until',
      'tasks.operation',
      'tasks.model',
      'tasks.label',
      'tasks.runway_account',
      'tasks.runway_task_id',
      'tasks.runway_task_kind',
      'tasks.estimate_credits',
      'tasks.estimate_source',
      'tasks.cost_credits',
      'tasks.cancel_requested_at',
      'tasks.created_at as task_created_at',
      'tasks.settled_at',
      'tasks.deleted_at as task_deleted_at',
      'tasks.traceparent',
      'tasks.webhook_url as task_url',
    ])
    .where(sql<SqlBool>`sent.id = any(${[...ids]}::uuid[])`)
    .orderBy('sent.number')
    .execute();
}

function open(row: Row, cipher: Cipher, now: Date): LeasedDelivery {
  return {
    id: row.id,
    tenantId: row.tenant_id,
    webhookId: row.webhook_id,
    ...receiverOf(row, cipher, now),
    type: row.type,
    eventAt: row.event_at,
    task: taskOf(row, cipher),
    attempts: row.attempts,
    retryUntil: row.retry_until,
    fence: row.fence,
  };
}

function receiverOf(row: Row, cipher: Cipher, now: Date): Pick<LeasedDelivery, 'url' | 'secrets'> {
  const { webhook_id: id, url, task_id: taskId, task_url: taskUrl } = row;
  if (id !== null && url !== null) {
    const secrets = secretsOf([row.secret, row.old_secret, row.old_secret_until], now);
    return {
      url: openText(url, cipher, PLACES.webhookUrl(id)),
      secrets: secrets.map((secret) => openText(secret, cipher, PLACES.webhookSecret(id))),
    };
  }
  const place = PLACES.tenantWebhookSecret(row.tenant_id);
  const secrets = secretsOf(
    [row.default_secret, row.old_default_secret, row.old_default_secret_until],
    now,
  );
  return {
    url:
      taskUrl === null || taskId === null
        ? ''
        : openText(taskUrl, cipher, PLACES.taskWebhook(taskId)),
    secrets: secrets.map((secret) => openText(secret, cipher, place)),
  };
}

type StoredSecret = Stored<string> | null;

function secretsOf(
  [secret, old, oldUntil]: readonly [StoredSecret, StoredSecret, Date | null],
  now: Date,
): readonly Stored<string>[] {
  const isOldValid = oldUntil !== null && oldUntil > now;
  return [secret, isOldValid ? old : null].filter((one) => one !== null);
}

/** Its input is not told, and stays encrypted. */
function taskOf(row: Row, cipher: Cipher): LeasedDelivery['task'] {
  const { task_id: id, operation, runway_account: account, runway_task_kind: kind } = row;
  const { estimate_credits: credits, estimate_source: source, task_created_at: createdAt } = row;
  if (id === null || operation === null || account === null || kind === null) return null;
  if (credits === null || source === null || createdAt === null) return null;
  const shown = {
    ...{ id, operation, runway_account: account, runway_task_kind: kind, created_at: createdAt },
    ...{ estimate_credits: credits, estimate_source: source, input: null },
    tenant_id: row.tenant_id,
    model: row.model,
    label: row.label,
    state: { status: 'QUEUED', waitingFor: null } as const,
    runway_task_id: row.runway_task_id,
    cost_credits: row.cost_credits,
    cancel_requested_at: row.cancel_requested_at,
    settled_at: row.settled_at,
    traceparent: row.traceparent,
  };
  return taskAt(shown, row.snapshot, cipher);
}
