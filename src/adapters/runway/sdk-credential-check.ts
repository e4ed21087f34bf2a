import type { MadeThing } from '../../domain/account/runway-credential.js';
import { resourceKinds } from '../../domain/resource/kinds.js';
import { GatewayError } from '../../errors.js';
import type { SdkMethod } from '../../generated/facts/sdk-methods.js';
import type { CredentialCheck } from '../../ports/accounts/credential-check.js';
import type { Clock } from '../../ports/clock.js';
import type { OutwardHttp } from '../../ports/outward/outward-http.js';
import { RunwayClient } from './client/runway-client.js';
import type { SdkCall } from './client/sdk-call.js';

const ACCOUNT = 'candidate';

interface CheckOptions {
  readonly baseUrl: string;
  readonly outward: OutwardHttp;
  readonly clock: Clock;
}

function readMethodOf(kind: MadeThing['kind']): SdkMethod {
  return kind === 'task' ? 'tasks.retrieve' : resourceKinds[kind].sdk.retrieve;
}

/** Reads alone, past the breakers: a bad candidate says nothing about an account that is in use. */
export class SdkCredentialCheck implements CredentialCheck {
  readonly #options: CheckOptions;

  constructor(options: CheckOptions) {
    this.#options = options;
  }

  async verify(secret: string): Promise<void> {
    await this.#ask(secret, [{ method: 'organization.retrieve', pathIds: [] }]);
  }

  async knowsAny(secret: string, things: readonly MadeThing[]): Promise<boolean> {
    const calls = things.map(({ kind, id }) => ({ method: readMethodOf(kind), pathIds: [id] }));
    return await this.#ask(secret, calls);
  }

  /** Whether any call finds what it asks for. */
  async #ask(secret: string, calls: readonly SdkCall[]): Promise<boolean> {
    const accounts = { [ACCOUNT]: { secret } };
    const client = new RunwayClient({ accounts: () => accounts, ...this.#options });
    try {
      for (const call of calls) {
        const exchange = await client.read(ACCOUNT, call);
        if (exchange.kind === 'answered') {
          const { status } = exchange;
          if (status === 401 || status === 403) {
            throw new GatewayError('RUNWAY_CREDENTIAL_REFUSED', {
              detail: `status ${String(status)}`,
            });
          }
          // 400: an id of another form.
          if (status === 404 || status === 400) continue;
        }
        client.orThrow(exchange);
        return true;
      }
      return false;
    } finally {
      await client.close();
    }
  }
}
