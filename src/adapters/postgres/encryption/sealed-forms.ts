import type { JsonObject, JsonValue } from '../../../domain/input/json.js';
import type { Failure, Output, TaskState } from '../../../domain/task/task.js';
import { toJson, toJsonLeniently } from '../connection/json-text.js';
import { isSealed, type Cipher, type Place } from './cipher.js';

declare const STORED: unique symbol;

/** A value as its column holds it: sealed, or clear where it was written before there were keys. */
export interface Stored<Value> {
  readonly [STORED]: Value;
}

/** jsonb that is sealed as a whole: a JSON string. Nothing clear that is stored so is a string. */
export function sealJson(value: JsonValue, cipher: Cipher, place: Place): string {
  return toJson(cipher.seal(toJson(value), place));
}

export function openJson<Value>(stored: Stored<Value>, cipher: Cipher, place: Place): Value {
  if (!isSealed(stored)) return stored as unknown as Value;
  return JSON.parse(cipher.open(stored, place)) as Value;
}

/** The same, opened when it is asked for. */
export function openJsonLater<Value>(
  stored: Stored<Value>,
  cipher: Cipher,
  place: Place,
): () => Value {
  if (isSealed(stored)) cipher.requireKeyOf(stored, place);
  let known: { readonly value: Value } | undefined;
  return () => (known ??= { value: openJson(stored, cipher, place) }).value;
}

/**
 * The state of a task, as JSON: outputs and the messages of a failure are in one member `sealed`,
 * and the rest is clear, because statements look at it.
 */
export function sealState(state: TaskState, cipher: Cipher, place: Place): JsonObject {
  const [clear, secret] = splitState(state);
  if (secret === undefined) return clear;
  return { ...clear, sealed: cipher.seal(toJsonLeniently(secret), place) };
}

export function openState(stored: Stored<TaskState>, cipher: Cipher, place: Place): TaskState {
  const { sealed, ...clear } = stored as unknown as JsonObject;
  if (!isSealed(sealed)) return clear as unknown as TaskState;
  const secret = JSON.parse(cipher.open(sealed, place)) as Partial<Secret>;
  const { failure, ...rest } = { ...clear, ...secret } as JsonObject & Partial<Secret>;
  if (failure === undefined) return rest as unknown as TaskState;
  return {
    ...rest,
    failure: { ...(clear['failure'] as object), ...failure },
  } as unknown as TaskState;
}

/** The same, opened when its output or failure is looked at. */
export function openStateLater(stored: Stored<TaskState>, cipher: Cipher, place: Place): TaskState {
  const { sealed, ...clear } = stored as unknown as JsonObject;
  if (!isSealed(sealed)) return clear as unknown as TaskState;
  cipher.requireKeyOf(sealed, place);
  let known: TaskState | undefined;
  const open = (): TaskState => (known ??= openState(stored, cipher, place));
  const state =
    clear['status'] === 'FAILED'
      ? {
          ...clear,
          get failure() {
            return (open() as { readonly failure: Failure }).failure;
          },
        }
      : {
          ...clear,
          get output() {
            return (open() as { readonly output: readonly Output[] }).output;
          },
        };
  return state as unknown as TaskState;
}

interface Secret {
  readonly output: JsonValue;
  readonly failure: Pick<Failure, 'message' | 'runwayMessage'>;
}

function splitState(state: TaskState): readonly [JsonObject, object | undefined] {
  if ('output' in state && state.output.length > 0) {
    const { output, ...clear } = state;
    return [clear, { output }];
  }
  if (state.status === 'FAILED') {
    const { message, runwayMessage, ...failure } = state.failure;
    const words = runwayMessage === undefined ? {} : { runwayMessage };
    return [{ ...state, failure }, { failure: { message, ...words } }];
  }
  return [state as unknown as JsonObject, undefined];
}

/** Text that is sealed as a whole. */
export function openText(stored: Stored<string>, cipher: Cipher, place: Place): string {
  return isSealed(stored) ? cipher.open(stored, place) : (stored as unknown as string);
}
