import type { RequestHandler } from 'express';
import { GatewayError } from '../../errors.js';
import { answerErrors } from '../answers/answer.js';
import type { RequestLog } from '../requests/request-log.js';
import { OUTPUTS_PATH, type OutputsOptions } from './output-route.js';

/**
 * Keeps outputs and the gateway on origins apart, by the Host header: no file is served beside the
 * graph, and nothing but files where files are.
 */
export function outputsHost(
  { origin, isApart }: Pick<OutputsOptions, 'origin' | 'isApart'>,
  requestLog: RequestLog,
): RequestHandler {
  const isOutputsHost = lastHost(origin);
  return (request, response, next) => {
    const isFile = request.path.startsWith(`${OUTPUTS_PATH}/`);
    const isThere = isOutputsHost(request.headers.host ?? '');
    if (isFile ? isThere : !isThere || !isApart) {
      next();
      return;
    }
    answerErrors(response, [new GatewayError('NOT_FOUND')], requestLog.exchangeOf(response));
  };
}

/** Remembers what it said last: most requests name the host of the request before. */
function lastHost(origin: () => string): (host: string) => boolean {
  let last: { readonly host: string; readonly at: string; readonly isThere: boolean } | undefined;
  return (host) => {
    const at = origin();
    if (last?.host !== host || last.at !== at) {
      last = { host, at, isThere: hostOf(`//${host}`, at) === hostOf(at) };
    }
    return last.isThere;
  };
}

/** Host and port, without the port that the scheme implies; undefined for what is no host. */
function hostOf(address: string, base?: string): string | undefined {
  return URL.canParse(address, base) ? new URL(address, base).host : undefined;
}
