import type { JsonObject, JsonValue } from '../../../domain/input/json.js';
import type { TaskState } from '../../../domain/task/task.js';
import { toJson, toJsonLeniently } from '../connection/json-text.js';
import type { Tables } from '../tables.js';
import { dataKeyIdOf, isSealed, type Cipher, type Place } from './cipher.js';
import { PLACES } from './places.js';
import { openJson, openState, openText, sealJson, sealState, type Stored } from './sealed-forms.js';

/** A column whose values are encrypted, and what it takes to encrypt one of them again. */
export interface SealedColumn {
  readonly table: keyof Tables;
  readonly column: string;
  /** The primary key, in the order of its index. All these tables have a `tenant_id`. */
  readonly key: readonly string[];
  /** The column that holds the identity that a value is bound to. */
  readonly boundTo: string;
  /** `whole`: the value is nothing but ciphertext. `members`: what statements look at is clear. */
  readonly form: 'whole' | 'members';
  /** The id of the data key that a stored value is encrypted with; undefined: it is not. */
  readonly dataKeyOf: (stored: unknown) => string | undefined;
  /** Whether a stored value holds something in clear that is to be encrypted. */
  readonly isClear: (stored: unknown) => boolean;
  /** What to write in the place of a stored value, as text: sealed by the current data key. */
  readonly reseal: (stored: unknown, cipher: Cipher, boundTo: string) => string;
}

type Form = Pick<SealedColumn, 'form' | 'dataKeyOf' | 'isClear' | 'reseal'>;

function wholeJson(place: (id: string) => ReturnType<(typeof PLACES)['taskInput']>): Form {
  return {
    form: 'whole',
    dataKeyOf: (stored) => dataKeyIdOf(stored),
    isClear: (stored) => stored !== null && !isSealed(stored),
    reseal: (stored, cipher, id) => {
      const value = openJson(stored as Stored<JsonValue>, cipher, place(id));
      return sealJson(value, cipher, place(id));
    },
  };
}

const stateForm: Form = {
  form: 'members',
  dataKeyOf: (stored) => dataKeyIdOf((stored as JsonObject)['sealed']),
  isClear: (stored) => {
    const { sealed, output, failure } = stored as JsonObject;
    return !isSealed(sealed) && ((Array.isArray(output) && output.length > 0) || failure != null);
  },
  reseal: (stored, cipher, id) => {
    const place = PLACES.taskState(id);
    const state = openState(stored as Stored<TaskState>, cipher, place);
    return toJsonLeniently(sealState(state, cipher, place));
  },
};

const stateOf = (snapshot: unknown): unknown => (snapshot as { readonly state: unknown }).state;

const snapshotForm: Form = {
  form: 'members',
  dataKeyOf: (stored) => stateForm.dataKeyOf(stateOf(stored)),
  isClear: (stored) => stateForm.isClear(stateOf(stored)),
  reseal: (stored, cipher, id) => {
    const state = JSON.parse(stateForm.reseal(stateOf(stored), cipher, id)) as JsonObject;
    return toJson({ ...(stored as JsonObject), state });
  },
};

function wholeText(place: (id: string) => Place): Form {
  return {
    form: 'whole',
    dataKeyOf: (stored) => dataKeyIdOf(stored),
    isClear: (stored) => stored !== null && !isSealed(stored),
    reseal: (stored, cipher, id) =>
      cipher.seal(openText(stored as Stored<string>, cipher, place(id)), place(id)),
  };
}

/** Every encrypted column. Rotation, the list in the documentation and its tests go by it. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  {
    table: 'tasks',
    column: 'input',
    key: ['id'],
    boundTo: 'id',
    ...wholeJson(PLACES.taskInput),
  },
  { table: 'tasks', column: 'state', key: ['id'], boundTo: 'id', ...stateForm },
  {
    table: 'task_events',
    column: 'snapshot',
    key: ['tenant_id', 'number'],
    boundTo: 'task_id',
    ...snapshotForm,
  },
  {
    table: 'submissions',
    column: 'request',
    key: ['id'],
    boundTo: 'id',
    ...wholeJson(PLACES.submissionRequest),
  },
  {
    table: 'submissions',
    column: 'reduced_request',
    key: ['id'],
    boundTo: 'id',
    ...wholeJson(PLACES.submissionRequest),
  },
  {
    table: 'submissions',
    column: 'detail',
    key: ['id'],
    boundTo: 'id',
    ...wholeText(PLACES.submissionDetail),
  },
  {
    table: 'archived_outputs',
    column: 'file_key',
    key: ['id'],
    boundTo: 'id',
    ...wholeText(PLACES.outputKey),
    // As of secrets.
    isClear: () => false,
  },
  {
    table: 'runway_credentials',
    column: 'secret',
    key: ['account'],
    boundTo: 'account',
    ...wholeText(PLACES.runwaySecret),
    // It was never stored in clear: one that is was put there by another hand, and stays unused.
    isClear: () => false,
  },
  {
    table: 'tasks',
    column: 'webhook_url',
    key: ['id'],
    boundTo: 'id',
    ...wholeText(PLACES.taskWebhook),
  },
  { table: 'webhooks', column: 'url', key: ['id'], boundTo: 'id', ...wholeText(PLACES.webhookUrl) },
  ...['secret', 'old_secret'].flatMap((column): SealedColumn[] => [
    {
      table: 'webhooks',
      column,
      key: ['id'],
      boundTo: 'id',
      ...wholeText(PLACES.webhookSecret),
      isClear: () => false,
    },
    {
      table: 'webhook_tenants',
      column,
      key: ['tenant_id'],
      boundTo: 'tenant_id',
      ...wholeText(PLACES.tenantWebhookSecret),
      isClear: () => false,
    },
  ]),
  {
    table: 'webhook_deliveries',
    column: 'snapshot',
    key: ['id'],
    boundTo: 'task_id',
    ...snapshotForm,
  },
  {
    table: 'webhook_deliveries',
    column: 'response',
    key: ['id'],
    boundTo: 'id',
    ...wholeText(PLACES.deliveryResponse),
  },
];
