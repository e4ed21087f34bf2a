import type { JsonValue } from '../../../domain/input/json.js';
import type { Task } from '../../../domain/task/task.js';
import type { Cipher } from '../encryption/cipher.js';
import { PLACES } from '../encryption/places.js';
import { openJsonLater, openStateLater } from '../encryption/sealed-forms.js';
import type { ShownTaskRow, StoredTaskRow } from './task-rows.js';

/** Of the table's columns those that a client can see. */
export const SHOWN_COLUMNS = [
  'id',
  'tenant_id',
  'operation',
  'model',
  'label',
  'state',
  'runway_account',
  'runway_task_id',
  'runway_task_kind',
  'input',
  'estimate_credits',
  'estimate_source',
  'cost_credits',
  'cancel_requested_at',
  'created_at',
  'settled_at',
  'traceparent',
] as const satisfies readonly (keyof ShownTaskRow)[];

/** A row of them, as the table holds it. */
export type StoredShownRow = Pick<StoredTaskRow, (typeof SHOWN_COLUMNS)[number]>;

/**
 * The task of a row that is only to be shown. Most requests ask for no input and no output, so these
 * are decrypted when they are looked at, and what does not open is an error of the field that asks
 * for it. Throws `UnknownDataKey` at once, for a cipher that may be old.
 */
export function toShownTask(row: StoredShownRow, cipher: Cipher): Task {
  const input = openJsonLater(row.input, cipher, PLACES.taskInput(row.id));
  return {
    id: row.id,
    tenantId: row.tenant_id,
    operation: row.operation,
    model: row.model,
    label: row.label,
    state: openStateLater(row.state, cipher, PLACES.taskState(row.id)),
    runwayAccount: row.runway_account,
    runwayTaskId: row.runway_task_id,
    runwayTaskKind: row.runway_task_kind,
    get input(): JsonValue {
      return input();
    },
    estimate: { credits: row.estimate_credits, source: row.estimate_source },
    cost: row.cost_credits,
    cancelRequestedAt: row.cancel_requested_at,
    createdAt: row.created_at,
    settledAt: row.settled_at,
    traceparent: row.traceparent,
  };
}
