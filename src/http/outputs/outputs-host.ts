import type { Request } from 'express';
import { OUTPUTS_PATH, type OutputsOptions } from './output-route.js';

/**
 * Whether a request came to the wrong host: it keeps outputs and the gateway on origins apart, by the
 * Host header. No file is served beside the graph, and nothing but files where files are.
 */
export function outputsHost({
  origin,
  isApart,
}: Pick<OutputsOptions, 'origin' | 'isApart'>): (request: Request) => boolean {
  const isOutputsHost = lastHost(origin);
  return (request) => {
    const isThere = isOutputsHost(request.headers.host ?? '');
    return request.path.startsWith(`${OUTPUTS_PATH}/`) ? !isThere : isThere && isApart;
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
