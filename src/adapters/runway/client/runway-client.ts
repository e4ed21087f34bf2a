import { ADDED_FIELDS, type AddedField } from '../../../generated/facts/added-fields.js';
import { GatewayError } from '../../../errors.js';
import type { Clock } from '../../../ports/clock.js';
import { isOwnAccount } from '../../../domain/account/runway-account.js';
import type { OutwardHttp } from '../../../ports/outward/outward-http.js';
import type { Metrics } from '../../../ports/telemetry/metrics.js';
import { openGate, type GatedCall, type RunwayGate } from '../../../ports/upstream/runway-gate.js';
import { answerBody, shapedAnswer } from '../outcomes/answer-body.js';
import type { Shape } from '../outcomes/answer-shapes.js';
import { healthOf } from '../outcomes/call-health.js';
import { withoutSecret } from './hidden-secret.js';
import type { SdkMethod } from '../../../generated/facts/sdk-methods.js';
import { resultOf } from '../outcomes/call-result.js';
import { throughSdk, uploadSlotThroughSdk, type SdkCall, type SdkOptions } from './sdk-call.js';
import {
  RESPONSE_BYTES_MAX,
  RunwayTransport,
  type Exchange,
  type HttpRequest,
} from './transport.js';

/**
 * 120 s for a submission. Runway fetches the input's media inside the POST, so that a minute can
 * pass honestly; cutting one off makes a task UNCONFIRMED, which costs more than waiting.
 */
export const SUBMIT_TIMEOUT_MS = 120_000;

/** 10 s for everything that can be asked again: a read and a delete end within a node's stop. */
export const READ_TIMEOUT_MS = 10_000;

/** 10 s for TCP and TLS together; through a proxy, for the tunnel and for TLS each. */
export const CONNECT_TIMEOUT_MS = 10_000;

export interface RunwayClientOptions {
  /**
   * The operator's, by account name, asked for each call. The first serves for names of the operator's
   * that are not (or no longer) among them, and never for a tenant's own account.
   */
  readonly accounts: () => Readonly<Record<string, { readonly secret: string }>>;
  /** The secret of a tenant's own account; undefined: it is not known, and nothing is sent. */
  readonly ownSecretOf?: (account: string) => string | undefined;
  readonly baseUrl: string;
  /** How Runway is reached. */
  readonly outward: OutwardHttp;
  readonly clock: Clock;
  /** What every call but a submission and the read of a task passes; without it nothing is held. */
  readonly gate?: RunwayGate;
  /** Total deadline of a submission over connecting, headers and body. */
  readonly timeoutMs?: number;
  readonly readTimeoutMs?: number;
  readonly connectTimeoutMs?: number;
  /** Fields for values that no schema of an answer names. */
  readonly addedFields?: readonly AddedField[];
  /** PEM of the authorities to trust for Runway; without it those of Node. */
  readonly ca?: string | undefined;
  readonly metrics?: Metrics | undefined;
}

/** Runway behind its own SDK, held at arm's length: one request a call, and every answer judged here. */
export class RunwayClient {
  /** Whether `http:` media pass: only where Runway itself is spoken to without TLS. */
  readonly mayBePlain: boolean;
  readonly addedFields: readonly AddedField[];
  readonly #options: RunwayClientOptions;
  readonly #transport: RunwayTransport;
  readonly #timeoutMs: number;
  readonly #readTimeoutMs: number;

  constructor(options: RunwayClientOptions) {
    const { protocol, origin } = new URL(options.baseUrl);
    this.mayBePlain = protocol === 'http:';
    this.addedFields = options.addedFields ?? ADDED_FIELDS;
    this.#options = options;
    this.#timeoutMs = options.timeoutMs ?? SUBMIT_TIMEOUT_MS;
    this.#readTimeoutMs = options.readTimeoutMs ?? READ_TIMEOUT_MS;
    this.#transport = new RunwayTransport({
      clock: options.clock,
      outward: options.outward,
      origin,
      connectTimeoutMs: options.connectTimeoutMs ?? CONNECT_TIMEOUT_MS,
      ca: options.ca,
    });
  }

  /** Ends kept-alive connections and open reads. */
  async close(): Promise<void> {
    await this.#transport.close();
  }

  now(): Date {
    return this.#options.clock.now();
  }

  /**
   * A call that changes nothing, over kept-alive connections. Throws what the gate throws, and
   * DEADLINE_EXCEEDED when `ended` aborts, which says nothing about Runway.
   */
  async read(
    account: string,
    call: SdkCall,
    responseBytesMax = RESPONSE_BYTES_MAX,
    ended?: AbortSignal,
  ): Promise<Exchange> {
    const make = async (): Promise<Exchange> => {
      assertAwaited(ended);
      const exchange = await this.#read(account, call, responseBytesMax, ended);
      assertAwaited(ended);
      return exchange;
    };
    assertAwaited(ended);
    return await this.#pass(account, 'read', call, make);
  }

  /**
   * A call that changes something, over one connection of its own. Throws what the gate throws.
   * Where Runway fetches media meanwhile, the deadline is that of a submission.
   */
  async send(
    account: string,
    call: SdkCall,
    { fetchesMedia = false }: { readonly fetchesMedia?: boolean } = {},
  ): Promise<Exchange> {
    const timeoutMs = fetchesMedia ? this.#timeoutMs : this.#readTimeoutMs;
    return await this.#pass(account, 'change', call, () => this.#send(account, call, timeoutMs));
  }

  /** As `send`. */
  async sendUploadSlot(account: string, filename: string): Promise<Exchange> {
    const options = this.#sdkOptions(account, this.#readTimeoutMs);
    if (options === undefined) return NO_SECRET;
    const call = { method: 'uploads.createEphemeral', pathIds: [] } as const;
    return await this.#pass(account, 'change', call, () =>
      this.#exchange(
        { method: call.method, secret: options.secret },
        (send) => uploadSlotThroughSdk(filename, options, send),
        (request) => this.#transport.send(request),
      ),
    );
  }

  /** A paid call. Whether it may be made was decided before: it passes no gate. */
  async submit(account: string, call: SdkCall, onBehalfOf: string | null): Promise<Exchange> {
    return await this.#send(account, call, this.#timeoutMs, onBehalfOf);
  }

  /** As `read`, but whether it may be made was decided before: it passes no gate. */
  async readTask(
    account: string,
    call: SdkCall,
    responseBytesMax = RESPONSE_BYTES_MAX,
  ): Promise<Exchange> {
    return await this.#read(account, call, responseBytesMax);
  }

  async #read(
    account: string,
    call: SdkCall,
    responseBytesMax: number,
    ended?: AbortSignal,
  ): Promise<Exchange> {
    const options = this.#sdkOptions(account, this.#readTimeoutMs);
    if (options === undefined) return NO_SECRET;
    return await this.#exchange(
      { method: call.method, secret: options.secret },
      (send) => throughSdk(call, { ...options, responseBytesMax }, send),
      (request) => this.#transport.read(request, ended),
    );
  }

  async #send(
    account: string,
    call: SdkCall,
    timeoutMs: number,
    onBehalfOf: string | null = null,
  ): Promise<Exchange> {
    const options = this.#sdkOptions(account, timeoutMs, onBehalfOf);
    if (options === undefined) return NO_SECRET;
    return await this.#exchange(
      { method: call.method, secret: options.secret },
      (send) => throughSdk(call, options, send),
      (request) => this.#transport.send(request),
    );
  }

  async #exchange(
    { method, secret }: { readonly method: SdkMethod; readonly secret: string },
    ...how: ExchangeSteps
  ): Promise<Exchange> {
    const { clock, metrics } = this.#options;
    const startedAtMs = clock.monotonicMs();
    const exchange = await exchangeOf(secret, ...how);
    const seconds = (clock.monotonicMs() - startedAtMs) / 1_000;
    const labels = { method, result: resultOf(exchange) };
    metrics?.observe('gateway_runway_call_duration_seconds', labels, seconds);
    return exchange;
  }

  async #pass(
    account: string,
    kind: GatedCall<Exchange>['kind'],
    { method, pathIds }: SdkCall,
    make: () => Promise<Exchange>,
  ): Promise<Exchange> {
    const { gate = openGate } = this.#options;
    const subject = [method, ...pathIds].join(' ');
    return await gate.pass({ account, kind, subject, make, healthOf });
  }

  /** As `answerBody` says. */
  orThrow(exchange: Exchange): unknown {
    return answerBody(exchange, this.now());
  }

  /** As `shapedAnswer` says. */
  answerIn<T>(exchange: Exchange, shape: Shape<T>, name: string): T {
    return shapedAnswer(exchange, this.now(), shape, name);
  }

  /** Undefined while the secret of the account is not known. */
  #sdkOptions(
    account: string,
    timeoutMs: number,
    onBehalfOf: string | null = null,
  ): SdkOptions | undefined {
    const { baseUrl } = this.#options;
    const secret = this.#secretOf(account);
    if (secret === undefined) return undefined;
    return { baseUrl, secret, onBehalfOf, timeoutMs, responseBytesMax: RESPONSE_BYTES_MAX };
  }

  #secretOf(account: string): string | undefined {
    if (isOwnAccount(account)) return this.#options.ownSecretOf?.(account);
    const accounts = this.#options.accounts();
    const [first] = Object.values(accounts);
    return (Object.hasOwn(accounts, account) ? accounts[account] : first)?.secret;
  }
}

const NO_SECRET: Exchange = { kind: 'unsent', detail: 'the secret of the account is not known' };

/** A read whose caller has its answer already is not sent; if it was, its result is dropped. */
function assertAwaited(ended: AbortSignal | undefined): void {
  if (ended?.aborted === true) {
    throw new GatewayError('DEADLINE_EXCEEDED', { detail: 'the caller of this read has gone' });
  }
}

/** A call through the SDK, and what sends the request that it makes. */
type ExchangeSteps = readonly [
  call: (send: (request: HttpRequest) => Promise<void>) => Promise<void>,
  transmit: (request: HttpRequest) => Promise<Exchange>,
];

/**
 * The exchange of one SDK call, without the secret that it was made with. The SDK cannot fail after
 * it; before it, nothing was sent.
 */
async function exchangeOf(secret: string, ...[call, transmit]: ExchangeSteps): Promise<Exchange> {
  let exchange: Exchange | undefined;
  await call(async (request) => {
    exchange = await transmit(request);
  });
  if (exchange === undefined) throw new Error('The SDK made no request.');
  return withoutSecret(exchange, secret);
}
