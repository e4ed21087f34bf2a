import { GraphQLError } from 'graphql';
import { formatError, toGatewayError, type FormattedError } from '../../api/errors/format-error.js';
import type { Exchange } from '../requests/exchange.js';

/** The error as its client sees it; the log line of its request says the code and the detail. */
export function tellError(error: unknown, exchange: Exchange): FormattedError {
  const formatted = formatError(error, exchange);
  const { record } = exchange;
  // What a field throws is told by policy/audit.
  if (!(error instanceof GraphQLError && error.path !== undefined)) exchange.tellRefusal?.(error);
  if (record !== undefined && record.code === undefined) {
    record.code = formatted.extensions.code;
    record.detail = toGatewayError(error).detail;
  }
  return formatted;
}
