import { createClient, type Client } from 'graphql-ws';
import { Agent, request } from 'undici';
import { WebSocket } from 'ws';
import type { Emulator } from '../../src/emulator/server/start-emulator.js';

/** An alert as the drill reads it. */
export interface SeenAlert {
  readonly rule: string;
  readonly subject: string;
  readonly tenant: string | null;
  readonly lastSeenAt: string;
}

interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string }[];
}

export interface DrillTarget {
  /** Base URL, e.g. `http://127.0.0.1:4000`. */
  readonly url: string;
  readonly operatorKey: string;
  /** Of the gateway that the drill has started itself: Runway can be played with it. */
  readonly emulator?: Emulator;
  /** A local address from which the drill can call, beside the usual one. */
  readonly secondAddress?: string;
}

const ALERT_FIELDS = 'rule subject tenant lastSeenAt';

/** A gateway on which the drill plays an attacker, with a tenant of its own. */
export class DrillStage {
  readonly tenant = `drill-${Date.now().toString(36)}`;
  readonly #target: DrillTarget;
  readonly #second: Agent | undefined;
  readonly #client: Client;

  constructor(target: DrillTarget) {
    this.#target = target;
    const { secondAddress, url, operatorKey } = target;
    this.#second =
      secondAddress === undefined
        ? undefined
        : new Agent({ connect: { localAddress: secondAddress } });
    this.#client = createClient({
      url: `${url.replace(/^http/, 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${operatorKey}` },
      retryAttempts: 3,
      lazy: true,
    });
  }

  get emulator(): Emulator | undefined {
    return this.#target.emulator;
  }

  /** Whether `fromElsewhere` reaches the gateway from another network. */
  get hasSecondAddress(): boolean {
    return this.#second !== undefined || this.emulator !== undefined;
  }

  /** The answer, whatever it is; `null`: without a credential. */
  async send(
    query: string,
    key: string | null,
    { variables = {}, fromElsewhere = false }: { variables?: object; fromElsewhere?: boolean } = {},
  ): Promise<Answer> {
    const { statusCode, body } = await request(`${this.#target.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(key !== null && { authorization: `Bearer ${key}` }),
        // The drill's own gateway trusts this machine as a proxy.
        ...(fromElsewhere && this.emulator !== undefined && { 'x-forwarded-for': '198.51.100.1' }),
      },
      body: JSON.stringify({ query, variables }),
      ...(fromElsewhere && this.#second !== undefined && { dispatcher: this.#second }),
    });
    const text = await body.text();
    try {
      return JSON.parse(text) as Answer;
    } catch {
      throw new Error(`The gateway answered ${String(statusCode)} without JSON.`);
    }
  }

  /** The data of an operator's request. Throws when there are errors. */
  async asOperator(query: string, variables: object): Promise<Readonly<Record<string, unknown>>> {
    const { data, errors } = await this.send(query, this.#target.operatorKey, { variables });
    if (errors !== undefined || data == null) {
      throw new Error(errors?.map(({ message }) => message).join(' ') ?? 'There is no data.');
    }
    return data;
  }

  async makeTenant(): Promise<void> {
    const input = { id: this.tenant, name: 'Security drill' };
    await this.asOperator(
      'mutation ($input: CreateTenantInput!) { createTenant(input: $input) { tenant { id } } }',
      { input },
    );
  }

  /** Everything that the drill has made goes with it. */
  async removeTenant(): Promise<void> {
    await this.asOperator('mutation ($id: ID!) { deleteTenant(id: $id) { __typename } }', {
      id: this.tenant,
    });
  }

  /** A new key of the drill's tenant. */
  async makeKey(
    scopes: readonly string[],
  ): Promise<{ readonly id: string; readonly text: string }> {
    const input = { tenant: this.tenant, scopes, name: 'security drill' };
    const data = await this.asOperator(
      'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { credential apiKey { id } } }',
      { input },
    );
    const made = data['createApiKey'] as { credential: string; apiKey: { id: string } };
    return { id: made.apiKey.id, text: made.credential };
  }

  /** Alerts as they come, until `close`. */
  alerts(): AsyncIterable<SeenAlert> {
    const query = `subscription { securityAlertRaised { alert { ${ALERT_FIELDS} } } }`;
    const events = this.#client.iterate<{ securityAlertRaised: { alert: SeenAlert } }>({ query });
    return (async function* () {
      for await (const { data, errors } of events) {
        if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join(' '));
        if (data != null) yield data.securityAlertRaised.alert;
      }
    })();
  }

  /** The newest alerts of a rule. */
  async listAlerts(rule: string): Promise<readonly SeenAlert[]> {
    const data = await this.asOperator(
      `query ($filter: SecurityAlertFilterInput) {
        securityAlerts(filter: $filter, first: 100) { nodes { ${ALERT_FIELDS} } }
      }`,
      { filter: { rule } },
    );
    return (data['securityAlerts'] as { nodes: readonly SeenAlert[] }).nodes;
  }

  async close(): Promise<void> {
    await this.#client.dispose();
    await this.#second?.close();
  }
}
