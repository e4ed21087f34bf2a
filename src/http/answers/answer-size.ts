import { GraphQLError, type ExecutionResult } from 'graphql';
import { GatewayError } from '../../errors.js';

/** 8 MB of JSON, whatever the transport. */
export const ANSWER_BYTES_MAX = 8 * 1_024 * 1_024;

/** A character of a text is six bytes of JSON at most (`\u001f`), any other value this many. */
const BYTES_PER_CHARACTER = 6;
const BYTES_PER_VALUE = 32;

/**
 * The result, or in its place the error that it is too large. Every transport asks before it writes
 * the JSON of a result: what is far too large is never rendered.
 */
export function boundedResult<Result extends Pick<ExecutionResult, 'data'>>(
  result: Result,
  bytesMax = ANSWER_BYTES_MAX,
): Result | ExecutionResult {
  const size = sizeOf(result, bytesMax);
  if (size.least > bytesMax) return tooLarge();
  if (size.most <= bytesMax) return result;
  return Buffer.byteLength(JSON.stringify(result)) > bytesMax ? tooLarge() : result;
}

/** Bounds of the JSON's length. Stops counting where the lower one has passed `bytesMax`. */
function sizeOf(
  result: object,
  bytesMax: number,
): { readonly least: number; readonly most: number } {
  let least = 0;
  let most = 0;
  const open: object[] = [result];
  const count = (characters: number, value: unknown): void => {
    const all = characters + (typeof value === 'string' ? value.length + 2 : 0);
    least += all + 1;
    most += BYTES_PER_CHARACTER * all + BYTES_PER_VALUE;
    if (typeof value === 'object' && value !== null) open.push(value);
  };
  for (let parent = open.pop(); parent !== undefined; parent = open.pop()) {
    if (Array.isArray(parent)) {
      for (const value of parent) count(0, value);
    } else {
      // Results and JSON have no members but their own; a list of them would be made for each object.
      for (const name in parent) count(name.length + 3, (parent as Members)[name]);
    }
    if (least > bytesMax) break;
  }
  return { least, most };
}

type Members = Readonly<Record<string, unknown>>;

/** A result, not a refusal: what it tells of has happened. */
function tooLarge(): ExecutionResult {
  const originalError = new GatewayError('ANSWER_TOO_LARGE');
  return { data: null, errors: [new GraphQLError(originalError.message, { originalError })] };
}
