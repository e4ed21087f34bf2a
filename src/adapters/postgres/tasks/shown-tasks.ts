import type { JsonValue } from '../../../domain/input/json.js';
import type { Estimate, RunwayTaskKind, Task, TaskState } from '../../../domain/task/task.js';
import { parseTime } from '../connection/value-parsers.js';
import type { Cipher } from '../encryption/cipher.js';
import { PLACES } from '../encryption/places.js';
import { openJsonLater, openStateLater, type Stored } from '../encryption/sealed-forms.js';
import { AT, textAt, timeAt, valueAt, type ReadRow } from './read-columns.js';

/**
 * The task of a whole row that is only to be shown. Many requests ask for its output and not for its
 * input, so these are decrypted when they are looked at, and what does not open is an error of the
 * field that asks for it. Throws `UnknownDataKey` at once, for a cipher that may be old.
 */
export function toShownTask(row: ReadRow, cipher: Cipher): Task {
  const id = textAt(row, AT.id);
  const state = JSON.parse(textAt(row, AT.state)) as Stored<TaskState>;
  const stored = JSON.parse(textAt(row, AT.input)) as Stored<JsonValue>;
  const input = openJsonLater(stored, cipher, PLACES.taskInput(id));
  const cost = valueAt(row, AT.cost);
  return {
    id,
    tenantId: row.tenant_id,
    operation: textAt(row, AT.operation),
    model: valueAt(row, AT.model),
    label: valueAt(row, AT.label),
    state: openStateLater(state, cipher, PLACES.taskState(id)),
    runwayAccount: textAt(row, AT.runwayAccount),
    runwayTaskId: valueAt(row, AT.runwayTaskId),
    runwayTaskKind: textAt(row, AT.runwayTaskKind) as RunwayTaskKind,
    get input(): JsonValue {
      return input();
    },
    estimate: {
      credits: Number(textAt(row, AT.estimateCredits)),
      source: textAt(row, AT.estimateSource) as Estimate['source'],
    },
    cost: cost === null ? null : Number(cost),
    cancelRequestedAt: timeAt(row, AT.cancelRequestedAt),
    createdAt: parseTime(textAt(row, AT.createdAt)),
    settledAt: timeAt(row, AT.settledAt),
    traceparent: valueAt(row, AT.traceparent),
  };
}
