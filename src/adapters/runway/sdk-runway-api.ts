import type { ReadOutcome, SubmitOutcome } from '../../domain/runway-answer.js';
import type { RunwayTaskKind } from '../../domain/task.js';
import { GatewayError, type ErrorCode } from '../../errors.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import type { CreditsUsed, RunwayApi, UploadForm } from '../../ports/runway-api.js';
import type { RunwayAccountLimits } from '../../ports/runway-api.js';
import { retryAfterMs } from '../../domain/back-off.js';
import { isObject, textOf } from './json-shape.js';
import { readOutcome } from './read-outcome.js';
import { parseRefusal } from './refusal.js';
import { throughSdk, uploadSlotThroughSdk, type SdkCall, type SdkOptions } from './sdk-call.js';
import { creditsUsedIn } from './credits-used.js';
import { submitOutcome } from './submit-outcome.js';
import { RunwayTransport, type Exchange } from './transport.js';

/**
 * 120 s for a submission. Runway fetches the input's media inside the POST, so that a minute can
 * pass honestly; cutting one off makes a task UNCONFIRMED, which costs more than waiting.
 */
export const SUBMIT_TIMEOUT_MS = 120_000;

/** 10 s for everything that can be asked again: a read and a delete end within a node's stop. */
export const READ_TIMEOUT_MS = 10_000;

/** 10 s for TCP and TLS together. */
export const CONNECT_TIMEOUT_MS = 10_000;

export interface SdkRunwayApiOptions {
  /** By account name. The first serves for names that are not (or no longer) among them. */
  readonly accounts: Readonly<Record<string, { readonly secret: string }>>;
  readonly baseUrl: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** Total deadline of a submission over connecting, headers and body. */
  readonly timeoutMs?: number;
  readonly readTimeoutMs?: number;
  readonly connectTimeoutMs?: number;
  /** PEM of the authorities to trust for Runway; without it those of Node. */
  readonly ca?: string | undefined;
}

/** Runway behind its own SDK, held at arm's length: one request a call, and every answer judged here. */
export class SdkRunwayApi implements RunwayApi {
  readonly #options: SdkRunwayApiOptions;
  readonly #transport: RunwayTransport;
  readonly #timeoutMs: number;
  readonly #readTimeoutMs: number;

  constructor(options: SdkRunwayApiOptions) {
    this.#options = options;
    this.#timeoutMs = options.timeoutMs ?? SUBMIT_TIMEOUT_MS;
    this.#readTimeoutMs = options.readTimeoutMs ?? READ_TIMEOUT_MS;
    this.#transport = new RunwayTransport({
      clock: options.clock,
      connectTimeoutMs: options.connectTimeoutMs ?? CONNECT_TIMEOUT_MS,
      ca: options.ca,
    });
  }

  /** Ends kept-alive connections and open reads. */
  async close(): Promise<void> {
    await this.#transport.close();
  }

  async submit(call: Parameters<RunwayApi['submit']>[0]): Promise<SubmitOutcome> {
    const { account, method, request, onBehalfOf } = call;
    if (!request.pathIds.every(isPathId)) {
      return { kind: 'refused', refusal: parseRefusal(404, {}) };
    }
    const options = this.#sdkOptions(account, this.#timeoutMs, onBehalfOf);
    const exchange = await this.#send({ method, ...request }, options);
    const outcome = submitOutcome(exchange, this.#options.clock.now());
    this.#logSubmission(outcome, account, method);
    return outcome;
  }

  async readTask(
    account: string,
    kind: RunwayTaskKind,
    runwayTaskId: string,
  ): Promise<ReadOutcome> {
    const method = kind === 'task' ? 'tasks.retrieve' : 'workflowInvocations.retrieve';
    const exchange = await this.#read({ method, pathIds: [runwayTaskId] }, account);
    const mayBePlain = new URL(this.#options.baseUrl).protocol === 'http:';
    return readOutcome(exchange, { runwayTaskId, kind, mayBePlain }, this.#options.clock.now());
  }

  /** Throws RUNWAY_UNAUTHORIZED, RUNWAY_RATE_LIMITED and RUNWAY_UNAVAILABLE. */
  async deleteTask(account: string, runwayTaskId: string): Promise<void> {
    const call = { method: 'tasks.delete', pathIds: [runwayTaskId] } as const;
    const exchange = await this.#send(call, this.#sdkOptions(account, this.#readTimeoutMs, null));
    if (exchange.kind === 'answered' && exchange.status === 404) return;
    this.#orThrow(exchange);
  }

  /** Throws RUNWAY_REFUSED, RUNWAY_OUT_OF_CREDITS and the errors of deleteTask. */
  async createUpload(account: string, filename: string): Promise<UploadForm> {
    const options = this.#sdkOptions(account, this.#readTimeoutMs, null);
    const exchange = await exchangeOf((take) =>
      uploadSlotThroughSdk(filename, options, async (request) => {
        take(await this.#transport.send(request));
      }),
    );
    const form = uploadFormOf(this.#orThrow(exchange));
    if (form === null) throw new GatewayError('RUNWAY_UNAVAILABLE', { detail: 'upload slot' });
    return form;
  }

  /** Throws the errors of deleteTask. */
  async accountLimits(account: string): Promise<RunwayAccountLimits> {
    const exchange = await this.#read({ method: 'organization.retrieve', pathIds: [] }, account);
    const json = this.#orThrow(exchange);
    const tier = isObject(json) ? json['tier'] : undefined;
    const models = isObject(tier) ? tier['models'] : undefined;
    if (!isObject(models)) throw new GatewayError('RUNWAY_UNAVAILABLE', { detail: 'organization' });
    const limits = Object.entries(models).flatMap(([model, limit]) => {
      const concurrent = isObject(limit) ? limit['maxConcurrentGenerations'] : undefined;
      return concurrent === null || typeof concurrent === 'number' ? [[model, concurrent]] : [];
    });
    return {
      maxConcurrentGenerations: Object.fromEntries(limits) as Record<string, number | null>,
    };
  }

  /** Throws the errors of deleteTask. */
  async organizationUsage(
    account: string,
    from: Date,
    before: Date,
  ): Promise<readonly CreditsUsed[]> {
    const [startDate, beforeDate] = [from, before].map((at) => at.toISOString().slice(0, 10));
    const body = { startDate, beforeDate };
    const call = { method: 'organization.retrieveUsage', pathIds: [], body } as const;
    const used = creditsUsedIn(this.#orThrow(await this.#read(call, account)));
    if (used === null) throw new GatewayError('RUNWAY_UNAVAILABLE', { detail: 'usage' });
    return used;
  }

  #sdkOptions(account: string, timeoutMs: number, onBehalfOf: string | null): SdkOptions {
    const { accounts, baseUrl } = this.#options;
    const [first] = Object.values(accounts);
    const known = Object.hasOwn(accounts, account) ? accounts[account] : first;
    const secret = known?.secret;
    if (secret === undefined) {
      throw new GatewayError('INTERNAL', { detail: `no secret for the account ${account}` });
    }
    return { baseUrl, secret, onBehalfOf, timeoutMs };
  }

  async #send(call: SdkCall, options: SdkOptions): Promise<Exchange> {
    return await exchangeOf((take) =>
      throughSdk(call, options, async (request) => {
        take(await this.#transport.send(request));
      }),
    );
  }

  async #read(call: SdkCall, account: string): Promise<Exchange> {
    const options = this.#sdkOptions(account, this.#readTimeoutMs, null);
    return await exchangeOf((take) =>
      throughSdk(call, options, async (request) => {
        take(await this.#transport.read(request));
      }),
    );
  }

  /** The body of a 2xx; every other outcome as a GatewayError. */
  #orThrow(exchange: Exchange): unknown {
    if (exchange.kind !== 'answered') {
      throw new GatewayError('RUNWAY_UNAVAILABLE', { detail: exchange.detail });
    }
    const { status, json } = exchange;
    if (status >= 200 && status < 300) return json;
    const wait = retryAfterMs(exchange, this.#options.clock.now());
    throw new GatewayError(errorCodeOf(status, json), {
      detail: `status ${String(status)}`,
      ...(wait === null ? {} : { retryAfterMs: wait }),
    });
  }

  #logSubmission(outcome: SubmitOutcome, account: string, method: string): void {
    const { log } = this.#options;
    if (outcome.kind === 'untrusted') {
      log.error({ account, method, detail: outcome.detail }, 'Runway’s certificate does not check');
    } else if (outcome.kind === 'ambiguous') {
      log.error({ account, method, detail: outcome.detail }, 'a submission has no certain outcome');
    } else if (outcome.kind === 'refused' && [401, 403].includes(outcome.refusal.status)) {
      log.error({ account, method, status: outcome.refusal.status }, 'Runway refused the secret');
    }
  }
}

/** The exchange of one SDK call. The SDK cannot fail after it; before it, nothing was sent. */
async function exchangeOf(
  call: (take: (exchange: Exchange) => void) => Promise<void>,
): Promise<Exchange> {
  let exchange: Exchange | undefined;
  await call((taken) => {
    exchange = taken;
  });
  if (exchange === undefined) throw new Error('The SDK made no request.');
  return exchange;
}

function errorCodeOf(status: number, json: unknown): ErrorCode {
  switch (status) {
    case 400:
      return parseRefusal(400, json).isOutOfCredits ? 'RUNWAY_OUT_OF_CREDITS' : 'RUNWAY_REFUSED';
    case 401:
    case 403:
      return 'RUNWAY_UNAUTHORIZED';
    case 404:
      return 'RUNWAY_NOT_FOUND';
    case 429:
      return 'RUNWAY_RATE_LIMITED';
    default:
      return 'RUNWAY_UNAVAILABLE';
  }
}

/** The SDK throws for segments that a URL would swallow; we say 404, as Runway would. */
function isPathId(id: string): boolean {
  return id.length > 0 && !/^\.{1,2}$/.test(id);
}

function uploadFormOf(json: unknown): UploadForm | null {
  if (!isObject(json) || !isObject(json['fields'])) return null;
  const uploadUrl = textOf(json['uploadUrl']);
  const runwayUri = textOf(json['runwayUri']);
  const fields = Object.entries(json['fields']);
  if (uploadUrl === null || !URL.canParse(uploadUrl)) return null;
  if (runwayUri === null || !runwayUri.startsWith('runway://')) return null;
  if (!fields.every((field): field is [string, string] => typeof field[1] === 'string'))
    return null;
  return { uploadUrl, fields: Object.fromEntries(fields), runwayUri };
}
