import type { FormattedExecutionResult } from 'graphql';
import type { Exchange } from '../requests/exchange.js';
import { tellError } from './tell-error.js';

/** A result as a stream sends it: its errors are ours, not graphql-js's own. */
export function formatResult(
  result: object & { readonly errors?: readonly unknown[] | undefined },
  exchange: Exchange,
): FormattedExecutionResult {
  const { errors, ...rest } = result;
  if (errors === undefined) return rest;
  return { ...rest, errors: errors.map((error) => tellError(error, exchange)) };
}
