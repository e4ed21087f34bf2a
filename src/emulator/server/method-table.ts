import { SDK_METHODS, type SdkMethod } from '../../generated/facts/sdk-methods.js';
import { DOC_URL, refuse, type AllHandlers, type Handler, type Refusal } from './handler.js';

const ROWS = Object.entries(SDK_METHODS).map(([method, { verb, path }]) => ({
  method: method as SdkMethod,
  verb,
  pattern: new RegExp(`^${path.replace(/\{[a-zA-Z]+\}/, '([^/]+)')}$`),
}));

export interface Match {
  readonly method: SdkMethod;
  readonly id: string;
  readonly handle: Handler;
}

/** Which method serves a call. Refuses with 405 a wrong verb, with 404 an unknown path. */
export function matchMethod(handlers: AllHandlers, verb: string, path: string): Match {
  const rows = ROWS.filter((row) => row.pattern.test(path));
  const row = rows.find((one) => one.verb === verb);
  if (!row) {
    throw rows.length > 0 ? wrongVerb() : refuse(404, 'No such path', { docUrl: DOC_URL });
  }
  const id = decoded(row.pattern.exec(path)?.[1] ?? '');
  return { method: row.method, id, handle: handlers[row.method] };
}

export function wrongVerb(): Refusal {
  return refuse(405, 'The path does not take this verb', { docUrl: DOC_URL });
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
