import type { IncomingMessage } from 'node:http';
import type { Response } from 'express';
import type { Store } from 'express-rate-limit';
import type { Viewer } from '../../domain/tenant/viewer.js';
import { GatewayError } from '../../errors.js';
import type { DocumentUsage } from '../../policy/document/document-usage.js';
import {
  OperationLimits,
  WINDOW_MS,
  type Admission,
  type ClassLimits,
  type Cost,
} from '../../policy/limits/operation-limits.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import type { Metrics } from '../../ports/telemetry/metrics.js';
import type { RateCounters } from '../../ports/limits/rate-counters.js';
import type { TenantRates } from '../../ports/limits/tenant-rates.js';
import type { Throttles } from '../../ports/limits/throttles.js';
import type { ClientAddresses } from '../connections/client-address.js';
import { AlertThrottle } from './alert-throttle.js';
import { addRateLines } from './rate-lines.js';
import { RequestLimit } from './request-limit.js';
import { WRONG_CREDENTIALS, WrongCredentials } from './wrong-credentials.js';

/** How much callers may ask in a time; see .env.example. */
export interface RateLimitSettings {
  /** Requests a minute of one address that shows no credential, or one not known yet. */
  readonly addressRequests: number;
  /** Wrong credentials of one address in 10 minutes. */
  readonly wrongCredentials: number;
  /** Requests of one credential in each of its windows. */
  readonly viewerRequests: number;
  readonly viewerWindowMs: number;
  /** Requests of one tenant, over all its credentials, in each of the same windows. */
  readonly tenantRequests: number;
  /** Requests a minute for outputs, of one address and of one tenant. */
  readonly outputAddressRequests: number;
  readonly outputTenantRequests: number;
  /** By tenant and class, a minute. */
  readonly classes: ClassLimits;
}

export interface RateLimitOptions {
  readonly settings: RateLimitSettings;
  readonly counters: RateCounters;
  /** A new store of express-rate-limit for the limit of that name. */
  readonly requestStore: (name: string) => Store;
  readonly tenantRates: TenantRates;
  readonly throttles: Throttles;
}

type Authenticate = () => Promise<Viewer>;

/**
 * The limits in the order in which a request meets them: its address (until it has shown a good
 * credential), wrong credentials of that address, its credential, and what its tenant may execute.
 */
export class RateLimits {
  readonly #addresses: ClientAddresses;
  readonly #address: RequestLimit;
  readonly #wrong: WrongCredentials;
  readonly #viewer: RequestLimit;
  /** However many keys and tokens it makes for itself. */
  readonly #tenant: RequestLimit;
  readonly #outputAddress: RequestLimit;
  readonly #outputTenant: RequestLimit;
  readonly #operations: OperationLimits;
  readonly #alerts: AlertThrottle;
  readonly #log: Logger;
  readonly #countHit: (limit: string) => void;
  #hasWarned = false;

  constructor(
    options: RateLimitOptions & {
      readonly clock: Clock;
      readonly log: Logger;
      readonly addresses: ClientAddresses;
      readonly metrics?: Metrics | undefined;
    },
  ) {
    const { settings, counters, requestStore, clock, metrics } = options;
    const countHit = (limit: string): void => {
      metrics?.count('gateway_limit_hits_total', { limit });
    };
    this.#countHit = countHit;
    const requestLimit = (name: string, limit: number, windowMs: number): RequestLimit =>
      new RequestLimit({
        ...{ name, limit, windowMs, clock },
        store: requestStore(name),
        onHit: () => {
          countHit(name);
        },
      });
    this.#addresses = options.addresses;
    this.#log = options.log;
    this.#address = requestLimit('address', settings.addressRequests, WINDOW_MS);
    this.#wrong = new WrongCredentials({
      counters,
      clock,
      limit: settings.wrongCredentials,
      holderOf,
      onHit: () => {
        countHit(WRONG_CREDENTIALS);
      },
    });
    this.#viewer = requestLimit('viewer', settings.viewerRequests, settings.viewerWindowMs);
    this.#tenant = requestLimit('tenant', settings.tenantRequests, settings.viewerWindowMs);
    this.#outputAddress = requestLimit(
      'outputs-address',
      settings.outputAddressRequests,
      WINDOW_MS,
    );
    this.#outputTenant = requestLimit('outputs-tenant', settings.outputTenantRequests, WINDOW_MS);
    this.#alerts = new AlertThrottle(options.throttles, counters);
    this.#operations = new OperationLimits({
      counters,
      limits: settings.classes,
      rates: options.tenantRates,
    });
  }

  /**
   * Authenticates an HTTP request. What is anonymous or unknown counts for its address first, and
   * for no tenant. Throws RATE_LIMITED and what `authenticate` throws.
   */
  async authenticateRequest(
    response: Response,
    authorization: string | undefined,
    authenticate: Authenticate,
  ): Promise<Viewer> {
    const address = this.#addresses.of(response.req);
    const name = authorization === undefined ? undefined : this.#wrong.nameOf(authorization);
    const holder = name === undefined ? undefined : this.#wrong.findHolder(name);
    if (holder === undefined) {
      await this.#countAddress(response, address);
      await this.#alerts.countAddress(address);
    }
    // A flood by a holder who is over the limit costs the store not even a look-up.
    else if (this.#viewer.isFull(holder)) {
      await this.#viewer.countRequest(response, holder);
    }
    if (name === undefined) return await authenticate();
    return await this.#wrong.attempt(address, name, authenticate);
  }

  async #countAddress(response: Response, address: string): Promise<void> {
    try {
      await this.#address.countRequest(response, address);
    } catch (error) {
      if (!this.#hasWarned && this.#addresses.isForwardedByStranger(response.req)) {
        this.#hasWarned = true;
        this.#log.warn(
          { address },
          'an address is over its limit whose requests name others (X-Forwarded-For): a proxy that TRUSTED_PROXIES does not list?',
        );
      }
      throw error;
    }
  }

  /** Counts a request for an output, before its address is looked at. Throws RATE_LIMITED. */
  async countOutputAddress(request: IncomingMessage): Promise<void> {
    await this.#outputAddress.count(this.#addresses.of(request));
  }

  /** Counts a request for an output of the tenant. Throws RATE_LIMITED. */
  async countOutputTenant(tenantId: string): Promise<void> {
    await this.#outputTenant.count(tenantId);
  }

  /** Counts a WebSocket that is asked for. Throws RATE_LIMITED. */
  async countUpgrade(request: IncomingMessage): Promise<void> {
    await this.#address.count(this.#addresses.of(request));
  }

  /** Authenticates on a WebSocket that `request` has asked for. Throws as for a request. */
  async authenticateSocket(
    request: IncomingMessage,
    authorization: string | undefined,
    authenticate: Authenticate,
  ): Promise<Viewer> {
    if (authorization === undefined) return await authenticate();
    const address = this.#addresses.of(request);
    const name = this.#wrong.nameOf(authorization);
    if (this.#wrong.findHolder(name) === undefined) await this.#alerts.countAddress(address);
    return await this.#wrong.attempt(address, name, authenticate);
  }

  /**
   * Throws RATE_LIMITED for a viewer who is known to be over the limit, or whose tenant is, before the
   * body costs any work; counts nothing, and asks no store.
   */
  async requireRoomForRequest(response: Response, viewer: Viewer): Promise<void> {
    const holder = holderOf(viewer);
    if (this.#viewer.isFull(holder)) await this.#viewer.countRequest(response, holder);
    this.#tenant.requireRoom(viewer.tenantId);
  }

  /** Counts a request that comes to nothing for its viewer and its tenant. Throws RATE_LIMITED. */
  async countRequest(response: Response, viewer: Viewer): Promise<void> {
    await Promise.all([
      this.#viewer.countRequest(response, holderOf(viewer)),
      this.#tenant.count(viewer.tenantId),
      this.#alerts.countViewer(viewer),
    ]);
  }

  /**
   * Counts a request whose document was refused for its viewer, and says what its tenant has left.
   * Throws RATE_LIMITED.
   */
  async countRefused(response: Response, viewer: Viewer): Promise<Cost> {
    const [cost] = await Promise.all([
      this.#operations.look(viewer),
      this.countRequest(response, viewer),
    ]);
    return cost;
  }

  /** The same for a viewer on a WebSocket. */
  requireRoom(viewer: Viewer): void {
    this.#viewer.requireRoom(holderOf(viewer));
    this.#tenant.requireRoom(viewer.tenantId);
  }

  /** Counts a message that was refused before it could be executed. Never rejects. */
  async countRefusedMessage(viewer: Viewer): Promise<void> {
    await this.#countMessage(viewer).catch(() => undefined);
  }

  async #countMessage(viewer: Viewer): Promise<void> {
    await Promise.all([
      this.#viewer.count(holderOf(viewer)),
      this.#tenant.count(viewer.tenantId),
      this.#alerts.countViewer(viewer),
    ]);
  }

  /** Counts a checked document that came on a WebSocket. Throws RATE_LIMITED, LIMITS_UNAVAILABLE. */
  async admitMessage(viewer: Viewer, usage: DocumentUsage): Promise<Cost> {
    // Together: one round trip.
    const [admission] = await Promise.all([
      this.#operations.admit(viewer, usage),
      this.#countMessage(viewer),
    ]);
    if (!admission.isAdmitted) throw this.#refusalOf(admission);
    return admission.cost;
  }

  /**
   * Counts a checked document for its viewer and its tenant, and writes the headers. Throws
   * RATE_LIMITED where the viewer is over the limit, and LIMITS_UNAVAILABLE; a tenant's refusal comes
   * with what it has left.
   */
  async admit(
    response: Response,
    viewer: Viewer,
    usage: DocumentUsage,
  ): Promise<{ readonly cost: Cost; readonly refusal: GatewayError | undefined }> {
    // Together: one round trip.
    const [admission] = await Promise.all([
      this.#operations.admit(viewer, usage),
      this.countRequest(response, viewer),
    ]);
    for (const { rule, state } of admission.limits) {
      addRateLines(response, { ...rule, remaining: state.remaining, resetMs: state.resetMs });
    }
    const refusal = admission.isAdmitted ? undefined : this.#refusalOf(admission);
    return { cost: admission.cost, refusal };
  }

  #refusalOf({ limits, retryAfterMs }: Admission): GatewayError {
    const full = limits.filter(({ state }) => !state.isAllowed).map(({ rule }) => rule.name);
    for (const name of full) this.#countHit(name);
    return new GatewayError('RATE_LIMITED', { retryAfterMs, detail: `limit ${full.join(', ')}` });
  }
}

/** Several limits ask for the holder in each request, and requests share viewers. */
const holders = new WeakMap<Viewer, string>();

/**
 * One credential; of an external issuer's tokens, which change all the time, the person or program
 * that they are for.
 */
function holderOf(viewer: Viewer): string {
  const known = holders.get(viewer);
  if (known !== undefined) return known;
  const { tenantId, subject } = viewer;
  const { kind, id } = viewer.credential;
  const holder = JSON.stringify([tenantId, kind === 'issuer' ? subject : `${kind}:${id}`]);
  holders.set(viewer, holder);
  return holder;
}
