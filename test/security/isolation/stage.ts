import { createHash, randomBytes } from 'node:crypto';
import type { GraphQLSchema } from 'graphql';
import type { Machine } from '../../../src/app/machine.js';
import { buildGraph, type Services } from '../../../src/api/schema.js';
import type { Environment } from '../../../src/config/config.js';
import { SCOPES } from '../../../src/domain/tenant/scope.js';
import type { Clock } from '../../../src/ports/clock.js';
import type { Scope } from '../../../client/src/generated/graphql.js';
import {
  CreateApiKeyDocument,
  CreateTenantDocument,
} from '../../../client/src/generated/graphql.js';
import { Addressed, Canaries } from '../canaries.js';
import { Line } from '../../support/store/line.js';
import { RecordedLog } from '../../support/gateway/recorded-log.js';
import { startGateway, type TestGateway } from '../../support/gateway/start-gateway.js';
import { ask, type WireAnswer } from '../../support/client/wire.js';
import { documentOf } from './graph-calls.js';
import { rootFields, type RootField } from './graph-slots.js';
import type { Variables } from './variables.js';

/** A tenant with a key of its own, that reaches the gateway on a line of its own. */
export interface Tenant {
  readonly id: string;
  readonly key: string;
  readonly keyId: string;
  readonly url: string;
  /** What has come to it on that line. */
  readonly addressed: Addressed;
}

/** Everything that a tenant's credential may carry. */
const TENANT_SCOPES = SCOPES.filter((scope) => scope !== 'operator').map(
  (scope) => scope.toUpperCase().replace(':', '_') as Scope,
);

/**
 * Entries of a page, more than a tenant has here. With every field, in nodes and in edges, 100 would cost
 * more than a document may.
 */
export const WHOLE_PAGE = 50;

/** One gateway over one Runway account, its tenants, and a watch on everything that leaves it. */
export class Stage {
  readonly fields: ReadonlyMap<string, RootField>;
  readonly tenants: Tenant[] = [];
  readonly #lines: Line[] = [];

  private constructor(
    readonly gateway: TestGateway,
    readonly canaries: Canaries,
    readonly log: RecordedLog,
    schema: GraphQLSchema,
  ) {
    this.fields = new Map(rootFields(schema).map((field) => [field.name, field]));
  }

  static async start(
    clock?: Clock,
    environment: Environment = {},
    machine: Machine = {},
  ): Promise<Stage> {
    const log = new RecordedLog();
    const gateway = await startGateway(
      // So that it is seen whose an upstream request is; few reads at once, because the clock may not
      // run past their deadlines.
      { RUNWAY_ON_BEHALF_OF: 'tenant', RUNWAY_READS_OPEN_MAX: '16', ...environment },
      { log, ...(clock === undefined ? {} : { clock }), ...machine },
    );
    Object.assign(gateway.emulator.settings, {
      concurrency: null,
      taskSeconds: 0,
      processingSeconds: 0,
      provisioningSeconds: 0,
      sessionKeySeconds: 31_536_000,
      outputSeconds: 31_536_000,
      credits: 1_000_000_000,
    });
    const schema = buildGraph({} as Services, { relaxedBounds: [], requireIdempotencyKey: false });
    return new Stage(gateway, new Canaries(), log, schema);
  }

  /** Its id is longer than `name`, so that it is known wherever it appears. */
  async addTenant(name: string): Promise<Tenant> {
    const { gateway, canaries } = this;
    const id = `${name}-${randomBytes(8).toString('hex')}`;
    canaries.own(id, id);
    await gateway.data(CreateTenantDocument, { input: { id, name: canaries.word(id) } });
    const { createApiKey } = await gateway.data(CreateApiKeyDocument, {
      input: { tenant: id, scopes: TENANT_SCOPES, name: canaries.word(id) },
    });
    const addressed = new Addressed(canaries, id);
    const line = await Line.open(gateway.url, () => addressed.connection());
    this.#lines.push(line);
    const keyId = createApiKey.apiKey.id;
    const tenant = { id, key: createApiKey.credential, keyId, url: line.url, addressed };
    this.tenants.push(tenant);
    return tenant;
  }

  field(name: string): RootField {
    const field = this.fields.get(name);
    if (field === undefined) throw new Error(`There is no ${name}`);
    return field;
  }

  /** All of what a query or mutation answers, over HTTP. */
  async call(tenant: Tenant, name: string, variables: Variables = {}): Promise<WireAnswer> {
    const query = documentOf(this.field(name));
    return await ask(tenant.url, tenant.key, { query, variables });
  }

  /** The same where it must succeed. */
  async data(tenant: Tenant, name: string, variables: Variables = {}): Promise<unknown> {
    const { data, text, errors } = await this.call(tenant, name, variables);
    if (errors.length > 0) throw new Error(`${name}: ${text}`);
    return data?.[name];
  }

  /** A new word of the tenant's. */
  word(tenant: Tenant): string {
    return this.canaries.word(tenant.id);
  }

  /** Throws when a tenant was told something of another one, or when the log has a tenant's word. */
  check(): void {
    const told = this.tenants.flatMap(({ id, addressed }) =>
      addressed.findings.splice(0).map(({ canary }) => `${id} was told ${canary}`),
    );
    const logged = this.log.lines
      .splice(0)
      .filter((line) => this.canaries.wordsIn(line).length > 0)
      .map((line) => `The log tells ${line}`);
    expect([...told, ...logged, ...this.#mixedUpstream()]).toEqual([]);
  }

  /** Requests to Runway that are of two tenants, or on behalf of another than they speak of. */
  #mixedUpstream(): string[] {
    const behalves = new Map(this.tenants.map(({ id }) => [hashOf(id), id]));
    return this.gateway.emulator.requests().flatMap(({ method, path, query, headers, body }) => {
      const text = JSON.stringify({ path, query, headers, body });
      const spokenOf = new Set(this.canaries.findIn(text).map(({ tenant }) => tenant));
      const behalf = behalves.get(headers['x-runway-on-behalf-of'] ?? '');
      if (behalf !== undefined) spokenOf.add(behalf);
      return spokenOf.size > 1 ? [`${method} ${path} is of ${[...spokenOf].join(' and ')}`] : [];
    });
  }

  async stop(): Promise<void> {
    await Promise.all(this.#lines.map((line) => line.cut()));
    await this.gateway.stop();
  }
}

/** What the gateway calls a tenant to Runway. */
function hashOf(tenantId: string): string {
  return createHash('sha256').update(tenantId).digest('hex');
}
