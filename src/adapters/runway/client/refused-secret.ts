import type { Clock } from '../../../ports/clock.js';
import type { OutwardHttp } from '../../../ports/outward/outward-http.js';
import { RunwayClient } from './runway-client.js';

const ACCOUNT = 'candidate';

/**
 * Whether Runway says that a secret is none of its own. False also where Runway cannot be asked now:
 * that is no reason to keep another one.
 */
export async function isRefusedByRunway(
  secret: string,
  options: {
    readonly baseUrl: string;
    readonly outward: OutwardHttp;
    readonly clock: Clock;
  },
): Promise<boolean> {
  const accounts = { [ACCOUNT]: { secret } };
  const client = new RunwayClient({ accounts: () => accounts, ...options });
  try {
    const call = { method: 'organization.retrieve', pathIds: [] } as const;
    const exchange = await client.read(ACCOUNT, call);
    return exchange.kind === 'answered' && exchange.status === 401;
  } finally {
    await client.close();
  }
}
