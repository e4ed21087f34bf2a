import type { FormattedExecutionResult } from 'graphql';
import { formatError } from '../api/format-error.js';
import type { Exchange } from './exchange.js';

/** A result as a stream sends it. graphql-ws and graphql-sse would send graphql-js's own errors. */
export function formatResult(
  result: object & { readonly errors?: readonly unknown[] | undefined },
  exchange: Exchange,
): FormattedExecutionResult {
  const { errors, ...rest } = result;
  if (errors === undefined) return rest;
  return { ...rest, errors: errors.map((error) => formatError(error, exchange)) };
}
