import { toGatewayClientError, unreachable, type GatewayClientError } from '../client-errors.js';
import type { GraphQLResult } from './graphql-request.js';
import { mayPass } from './repeating-fetch.js';

/** The data of an answer. Throws its first error. */
export async function readAnswer<Data>(response: Response): Promise<Data> {
  const { data, errors = [] } = await readResult<Data>(response);
  const [error] = errors;
  if (error !== undefined) throw toGatewayClientError(error);
  if (data === undefined || data === null) throw noAnswer(response);
  return data;
}

/** The error of a response that should have been a stream of events. */
export async function refusalOf(response: Response): Promise<GatewayClientError> {
  const { errors } = await readResult(response);
  const [error] = errors ?? [];
  return error === undefined ? noAnswer(response) : toGatewayClientError(error);
}

/** Throws UNREACHABLE for what is no answer of a gateway, e.g. a proxy's page. */
async function readResult<Data>(response: Response): Promise<GraphQLResult<Data>> {
  try {
    const result: unknown = await response.json();
    if (typeof result === 'object' && result !== null) return result;
  } catch (error) {
    throw noAnswer(response, error);
  }
  throw noAnswer(response);
}

function noAnswer({ status }: Response, cause?: unknown): GatewayClientError {
  return unreachable(`HTTP ${String(status)} without a GraphQL answer.`, cause, mayPass(status));
}
