import type { Health } from '../../../domain/submission/submission-decisions.js';
import { UnreachableCase } from '../../../domain/unreachable-case.js';
import type { Exchange } from '../client/transport.js';

/** A 403 may be about one thing alone, e.g. about a workspace: it says that the account works. */
export function healthOf(exchange: Exchange): Health {
  switch (exchange.kind) {
    case 'answered':
      if (exchange.status === 401) return 'unauthorized';
      return exchange.status >= 500 ? 'bad' : 'good';
    case 'untrusted':
      return 'broken';
    case 'unsent':
    case 'broken':
      return 'bad';
    default:
      throw new UnreachableCase(exchange);
  }
}
