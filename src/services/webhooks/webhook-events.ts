import type { TaskStatus } from '../../domain/task/task.js';
import type { Viewer } from '../../domain/tenant/viewer.js';
import {
  OUTCOME_EVENTS,
  webhookEventOf,
  type WebhookEvent,
} from '../../domain/webhooks/webhook-event.js';
import { GatewayError } from '../../errors.js';
import type { Clock } from '../../ports/clock.js';
import type { StoredEvent } from '../../ports/events/event-store.js';
import type { DefaultSecretStore } from '../../ports/webhooks/default-secret-store.js';
import type { WebhookSigner } from '../../ports/webhooks/webhook-signer.js';
import type { TaskEvents } from '../events/task-events.js';
import { payloadOf, type ShowTask } from './webhook-payloads.js';

const NO_SECRET =
  'Your tenant has no secret for webhooks yet: the mutation rotateWebhookSecret, without an id, makes one.';

/** Tasks whose last status one stream remembers. */
const REMEMBERED_MAX = 1_000;

/** What a stream is to tell. Absent: the outcome of all tasks. */
export interface WantedEvents {
  readonly events?: readonly WebhookEvent[];
  readonly operations?: readonly string[];
  readonly labels?: readonly string[];
}

/** An event as a webhook would get it. */
export interface SignedEvent {
  /** Of the task's event. */
  readonly number: number;
  readonly id: string;
  readonly type: WebhookEvent;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface WebhookEventsOptions {
  readonly taskEvents: TaskEvents;
  readonly defaultSecrets: Pick<DefaultSecretStore, 'inForce'>;
  readonly signer: WebhookSigner;
  readonly show: ShowTask;
  readonly clock: Clock;
}

/** What webhooks would be told, as a stream: for receivers that have no public address. */
export class WebhookEvents {
  readonly #options: WebhookEventsOptions;

  constructor(options: WebhookEventsOptions) {
    this.#options = options;
  }

  /**
   * From now or from a cursor. Rejects, before the stream opens, with CURSOR_EXPIRED or BAD_USER_INPUT,
   * and with CONFLICT while the tenant has no secret.
   */
  async watch(
    viewer: Viewer,
    wanted: WantedEvents,
    after: number | null,
    ended?: AbortSignal,
  ): Promise<AsyncIterableIterator<SignedEvent>> {
    if ((await this.#secrets(viewer)).length === 0) {
      throw new GatewayError('CONFLICT', { message: NO_SECRET });
    }
    const source = await this.#options.taskEvents.watchTasks(viewer, after, ended);
    const statuses = new Map<string, TaskStatus>();
    // No generator: one that waits cannot be ended from outside.
    const stream: AsyncIterableIterator<SignedEvent> = {
      next: async () => {
        for (;;) {
          const result = await source.next();
          if (result.done === true) return { done: true, value: undefined };
          if (!isNewStatus(statuses, result.value) || !isWanted(wanted, result.value)) continue;
          return { done: false, value: await this.#signed(viewer, result.value) };
        }
      },
      return: async () => {
        await source.return?.();
        return { done: true, value: undefined };
      },
      [Symbol.asyncIterator]: () => stream,
    };
    return stream;
  }

  async #signed(viewer: Viewer, { number, task }: StoredEvent): Promise<SignedEvent> {
    const { clock, show, signer } = this.#options;
    const at = clock.now();
    const type = webhookEventOf(task.state.status);
    const id = `${task.id}.${String(number)}`;
    const body = await payloadOf({ id, type, at, task }, show);
    const headers = signer.headersFor({ id, at, body }, await this.#secrets(viewer));
    return { number, id, type, body, headers };
  }

  async #secrets({ tenantId }: Viewer): Promise<readonly string[]> {
    const { defaultSecrets, clock } = this.#options;
    return await defaultSecrets.inForce(tenantId, clock.now());
  }
}

/** A task has many events in one status, as its progress changes. */
function isNewStatus(statuses: Map<string, TaskStatus>, { task }: StoredEvent): boolean {
  const { status } = task.state;
  if (statuses.get(task.id) === status) return false;
  // The one that changed longest ago goes first.
  statuses.delete(task.id);
  statuses.set(task.id, status);
  const [oldest] = statuses.keys();
  if (statuses.size > REMEMBERED_MAX && oldest !== undefined) statuses.delete(oldest);
  return true;
}

function isWanted(
  { events = OUTCOME_EVENTS, operations, labels }: WantedEvents,
  { task }: StoredEvent,
): boolean {
  const { label, operation, state } = task;
  if (!events.includes(webhookEventOf(state.status))) return false;
  if (operations?.includes(operation) === false) return false;
  return labels === undefined || (label !== null && labels.includes(label));
}
