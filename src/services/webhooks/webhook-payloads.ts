import type { Task } from '../../domain/task/task.js';
import type { DeliveryType } from '../../domain/webhooks/webhook-event.js';

/** Of the form of a payload. What is added later does not change it. */
export const PAYLOAD_VERSION = 1;

/** The task as a client sees it, without its input. */
export type ShowTask = (task: Task) => Promise<object>;

/** What a payload tells. */
export interface Told {
  readonly id: string;
  readonly type: DeliveryType;
  readonly at: Date;
  readonly task: Task | null;
}

/** The body of a delivery: it holds no secret, and nothing of the input. */
export async function payloadOf({ id, type, at, task }: Told, show: ShowTask): Promise<string> {
  return JSON.stringify({
    version: PAYLOAD_VERSION,
    id,
    type,
    createdAt: at.toISOString(),
    task: task && (await show(task)),
  });
}
