import { GraphQLError, buildSchema, type GraphQLSchema, type ValueNode } from 'graphql';
import { memoryRateLimits } from '../../../src/adapters/memory/memory-rate-limits.js';
import { Authenticator } from '../../../src/auth/authenticate.js';
import { hashSecret } from '../../../src/domain/tenant/api-key.js';
import { SCOPES, type Scope } from '../../../src/domain/tenant/scope.js';
import { GatewayError } from '../../../src/errors.js';
import type { HttpLimits } from '../../../src/http/http-limits.js';
import { createHttpServer, type HttpServerOptions } from '../../../src/http/server.js';
import type { HttpServer } from '../../../src/http/server-life.js';
import type {
  RateLimitOptions,
  RateLimitSettings,
} from '../../../src/http/throttling/rate-limits.js';
import type { TrustedDocuments } from '../../../src/policy/document/trusted-document-list.js';
import { guardSchema } from '../../../src/policy/permissions.js';
import type { Context } from '../../../src/ports/context.js';
import type { ApiKey, KeyCredential, KeyStore } from '../../../src/ports/keys/key-store.js';
import type { Logger } from '../../../src/ports/logger.js';
import { anApiKey } from '../auth/an-api-key.js';
import { FakeClock } from '../time/fake-clock.js';

/** The doors in front of a graph small enough to be read at a glance; its root fields have rows. */
const SDL = /* GraphQL */ `
  type Query {
    viewer: Viewer!
    task(id: ID, idempotencyKey: String): Task
    tasks(filter: TaskFilterInput, first: Int! = 20, after: String): TaskConnection!
    models(operation: String): [String!]!
    unlisted: String
  }
  type Mutation {
    createTextToVideo(input: CreateTextToVideoInput!, idempotencyKey: String): TaskPayload!
    createTextToImage(input: CreateTextToVideoInput!): TaskPayload!
    cancelTask(id: ID!): TaskPayload!
  }
  type Subscription {
    taskUpdated(id: ID!): TaskEvent!
    tasksUpdated(after: String): TaskEvent!
  }
  type Viewer {
    tenant: ID!
    subject: String!
    tasks: [Task!]!
  }
  type Task {
    id: ID!
    owner: Viewer
    parent: Task
  }
  type TaskConnection {
    nodes: [Task!]!
  }
  type TaskPayload {
    task: Task
  }
  type TaskEvent {
    cursor: String!
    task: Task!
  }
  enum Ratio {
    RATIO_1280_720
    RATIO_720_1280
  }
  scalar MediaUri
  input TaskFilterInput {
    labels: [String!]
  }
  input Keyframe {
    uri: MediaUri!
    at: Float
  }
  input TextModelInput {
    promptText: String!
    ratio: Ratio!
    duration: Int
    keyframes: [Keyframe!]
  }
  input CreateTextToVideoInput @oneOf {
    gen4_5: TextModelInput
    veo3_1: TextModelInput
  }
`;

/** Where an event source waits; the test emits and counts. */
export class EventSource {
  readonly open = new Set<(event: object | undefined) => void>();
  /** A test may put one here that resolves later: so long a subscription is being set up. */
  opening: Promise<void> = Promise.resolve();

  emit(event: object): void {
    for (const push of this.open) push(event);
  }

  /** The source of every open stream comes to its end, or fails. */
  end(failure?: Error): void {
    for (const push of this.open) push(failure);
    this.open.clear();
  }

  stream(): AsyncGenerator<object, void, undefined> {
    const queue: (object | undefined)[] = [];
    let wake = (): void => undefined;
    const push = (event: object | undefined): void => {
      queue.push(event);
      wake();
    };
    this.open.add(push);
    const close = (): void => {
      this.open.delete(push);
      push(undefined);
    };
    const next = async (): Promise<IteratorResult<object, void>> => {
      while (queue.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const value = queue.shift();
      if (value instanceof Error) throw value;
      return value === undefined ? { done: true, value } : { done: false, value };
    };
    const generator = {
      next,
      return: async () => {
        close();
        return { done: true as const, value: undefined };
      },
      throw: async (error: unknown) => {
        close();
        throw error;
      },
      [Symbol.asyncIterator]: () => generator,
      [Symbol.asyncDispose]: async () => {
        close();
      },
    };
    return generator;
  }
}

/** Closed until the test opens it. */
export class Gate {
  open: () => void = () => undefined;
  readonly passed = new Promise<void>((resolve) => {
    this.open = resolve;
  });
}

class MemoryKeys implements Omit<KeyStore, 'findKey' | 'listKeys' | 'changeKey'> {
  readonly keys = new Map<string, KeyCredential>();
  readonly suspended = new Set<string>();
  isDown = false;
  /** How often many were looked up together. */
  looks = 0;
  /** What a look-up fails with while it is down. */
  failure = new Error('connect ECONNREFUSED 10.0.0.1:5432');

  async findCredential(id: string): Promise<KeyCredential | undefined> {
    if (this.isDown) throw this.failure;
    return this.keys.get(id);
  }

  async listCredentials(ids: readonly string[]): Promise<readonly KeyCredential[]> {
    this.looks += 1;
    if (this.isDown) throw this.failure;
    return ids.flatMap((id) => this.keys.get(id) ?? []);
  }

  async listActiveTenants(ids: readonly string[]): Promise<readonly string[]> {
    if (this.isDown) throw this.failure;
    return ids.filter((id) => !this.suspended.has(id));
  }

  async revokeKey(id: string, at: Date): Promise<KeyCredential | undefined> {
    const key = this.keys.get(id);
    if (key === undefined) return undefined;
    const revoked = { ...key, revokedAt: key.revokedAt ?? at };
    this.keys.set(id, revoked);
    return revoked;
  }

  async createKey(key: ApiKey): Promise<ApiKey> {
    this.keys.set(key.id, { ...key, tenantPolicy: null });
    return key;
  }

  async hasKeys(): Promise<boolean> {
    return this.keys.size > 0;
  }
}

export interface LogLine {
  readonly level: keyof Logger;
  readonly fields: object;
  readonly message: string;
}

export interface TinyGateway {
  readonly url: string;
  readonly clock: FakeClock;
  readonly keys: MemoryKeys;
  readonly events: EventSource;
  readonly server: HttpServer;
  /** Root fields that ran, in order: the attacks below must add none. */
  readonly ran: string[];
  readonly log: LogLine[];
  /** A credential, as it stands behind `Bearer `. */
  key(
    id?: string,
    options?: {
      readonly scopes?: readonly Scope[];
      readonly expiresAt?: Date;
      readonly tenantId?: string;
    },
  ): string;
  /** Lets the task with the id `slow` be answered. */
  release(): void;
  stop(): Promise<void>;
}

const WIDE = { operations: 1_000_000, points: 100_000_000 };

/** So wide that only tests of limits meet one. */
const WIDE_RATES: RateLimitSettings = {
  addressRequests: 1_000_000,
  wrongCredentials: 1_000_000,
  viewerRequests: 1_000_000,
  tenantRequests: 1_000_000,
  viewerWindowMs: 1_000,
  outputAddressRequests: 1_000_000,
  outputTenantRequests: 1_000_000,
  classes: { reads: WIDE, uploads: WIDE, generations: WIDE, admin: WIDE },
};

const SECRET = 'Abcdefghijklmnopqrstuvwxyz';

/** Thrown by resolvers of the tiny graph, by task id: everything that must not reach a client. */
const FAILURES: Readonly<Record<string, () => unknown>> = {
  database: () => new Error('connect ECONNREFUSED db at 10.0.0.1 failed: select * from keys'),
  library: () => Object.assign(new TypeError('token key_live_123'), { code: 'ERR_SECRET' }),
  text: () => 'password=hunter2',
  nested: () =>
    new GraphQLError('inner /etc/passwd', { extensions: { code: 'LEAK', stacktrace: ['at x'] } }),
  ours: () => new GatewayError('NOT_FOUND', { detail: 'task of tenant bob' }),
};

export async function startTinyGateway(
  options: {
    readonly limits?: Partial<HttpLimits>;
    readonly sandbox?: boolean;
    readonly trustedDocuments?: TrustedDocuments;
    readonly isReady?: () => Promise<boolean>;
    readonly loggedPercent?: number;
    /** Where it listens: all addresses with 0.0.0.0. */
    readonly host?: string;
    /** How requests must come. */
    readonly face?: Pick<HttpServerOptions, 'tls' | 'requireHttps' | 'trustedProxies' | 'origins'>;
    readonly rates?: Partial<RateLimitSettings>;
    /** Default: of this process. */
    readonly rateStores?: Pick<RateLimitOptions, 'counters' | 'requestStore'>;
  } = {},
): Promise<TinyGateway> {
  const clock = new FakeClock();
  const keys = new MemoryKeys();
  const events = new EventSource();
  const ran: string[] = [];
  const lines: LogLine[] = [];
  const slow = new Gate();
  const server = await createHttpServer({
    schema: guardSchema(graph(ran, events, slow)),
    authenticator: new Authenticator({ keys, clock }),
    clock,
    log: recordingLog(lines),
    isReady: options.isReady ?? (() => Promise.resolve(true)),
    sandbox: options.sandbox ?? false,
    loggedPercent: options.loggedPercent ?? 100,
    ...(options.trustedDocuments !== undefined && { trustedDocuments: options.trustedDocuments }),
    rateLimits: {
      ...(options.rateStores ?? memoryRateLimits(clock)),
      settings: { ...WIDE_RATES, ...options.rates },
      tenantRates: { percentOf: () => 100 },
      throttles: {
        requestsPerMinute: 1,
        isCallerThrottled: () => false,
        isAddressThrottled: () => false,
      },
    },
    limits: { idleGraceMs: 0, ...options.limits },
    ...options.face,
  });
  const { host = '127.0.0.1' } = options;
  const url = (await server.listen(0, host)).replace('0.0.0.0', '127.0.0.1');
  return {
    url,
    clock,
    keys,
    events,
    server,
    ran,
    log: lines,
    key: (
      id = 'alice',
      { scopes = SCOPES, expiresAt = null as Date | null, tenantId = `tenant-${id}` } = {},
    ) => {
      const secretHash = hashSecret(SECRET);
      const createdAt = clock.now();
      const key = anApiKey({ id, tenantId, secretHash, scopes, createdAt, expiresAt });
      keys.keys.set(id, key);
      return `rgk_${id}_${SECRET}`;
    },
    release: () => {
      slow.open();
    },
    stop: () => server.stop(),
  };
}

function recordingLog(lines: LogLine[]): Logger {
  const at = (level: keyof Logger) => (fields: object, message: string) => {
    lines.push({ level, fields, message });
  };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

type Answer = (args: object, context: Context) => unknown;

function graph(ran: string[], events: EventSource, slow: Gate): GraphQLSchema {
  const schema = buildSchema(SDL);
  const resolve = (typeName: string, field: string, answer: Answer): void => {
    const type = schema.getType(typeName);
    if (type === undefined || !('getFields' in type)) throw new Error(typeName);
    const definition = type.getFields()[field];
    if (definition === undefined || !('resolve' in definition)) throw new Error(field);
    definition.resolve = (_root: unknown, args: object, context: Context): unknown => {
      ran.push(field);
      return answer(args, context);
    };
  };
  const task = { id: 't1', owner: { tenant: 'a', subject: 's', tasks: [] } };
  resolve('Query', 'viewer', (_args, { viewer }) => ({
    tenant: viewer.tenantId,
    subject: viewer.subject,
    tasks: [],
  }));
  resolve('Query', 'task', (args) => {
    const failure = 'id' in args ? FAILURES[String(args.id)] : undefined;
    if (failure !== undefined) throw failure();
    if ('id' in args && args.id === 'slow') return slow.passed.then(() => task);
    return 'id' in args && args.id === 'never' ? new Promise(() => undefined) : task;
  });
  resolve('Query', 'tasks', () => ({ nodes: [task] }));
  // An operation of digits is answered with a text of so many characters.
  resolve('Query', 'models', (args) => {
    const length = 'operation' in args ? Number(args.operation) : Number.NaN;
    return [Number.isInteger(length) ? 'x'.repeat(length) : 'gen4.5'];
  });
  resolve('Query', 'unlisted', () => 'no caller may read this');
  for (const field of ['createTextToVideo', 'createTextToImage', 'cancelTask']) {
    resolve('Mutation', field, () => ({ task }));
  }
  const subscriptions = schema.getSubscriptionType()?.getFields() ?? {};
  for (const field of Object.values(subscriptions)) {
    field.subscribe = async () => {
      ran.push(field.name);
      await events.opening;
      return events.stream();
    };
    field.resolve = (event: unknown) => event;
  }
  const uri = schema.getType('MediaUri');
  if (uri !== undefined && 'parseValue' in uri) {
    const parse = (value: unknown): string => {
      if (typeof value === 'string' && value.startsWith('https://')) return value;
      const extensions = { rule: 'mediaUri', allowed: ['https://…'] };
      throw new GraphQLError('Must be an https URL.', { extensions });
    };
    uri.parseValue = parse;
    uri.parseLiteral = (node: ValueNode) => parse('value' in node ? node.value : undefined);
  }
  return schema;
}

/** A task event for the streams of the tiny graph. */
export function anEvent(cursor: string): object {
  return { cursor, task: { id: 't1' } };
}
