import { SharedRuns } from '../../concurrency/shared-runs.js';
import { unawaited } from '../../concurrency/unawaited.js';
import { RETRIED_FOR_MS } from '../../domain/webhooks/delivery-retries.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import type { Metrics } from '../../ports/telemetry/metrics.js';
import type { DeliveryCrashPoints } from '../../ports/webhooks/delivery-crash-points.js';
import type {
  AttemptOutcome,
  DeliveryStore,
  LeasedDelivery,
  WebhookTrouble,
} from '../../ports/webhooks/delivery-store.js';
import type { DeliverySender } from './delivery-sender.js';

/** Longer than an attempt and its record take. */
const LEASE_MARGIN_MS = 30_000;

/** Deliveries that one statement takes, and outcomes that one writes. */
const BATCH_MAX = 200;

/** 20 ms between two rounds: places that become free one by one are filled together. */
const ROUND_GAP_MS = 20;

/** 1 s between two looks for what is due where nothing tells of any: retries, and what nodes have let go. */
const DUE_LOOK_MS = 1_000;

/** Pages of events between two looks at what is due. */
const PAGES_MAX = 20;

const HOUR_MS = 3_600_000;

const SECOND_MS = 1_000;

/** Deliveries of one statement that deletes. */
const FORGOTTEN_MAX = 1_000;

export interface DeliveriesOptions {
  readonly store: DeliveryStore;
  readonly sender: DeliverySender;
  readonly clock: Clock;
  readonly log: Logger;
  readonly metrics: Pick<Metrics, 'count' | 'observe'>;
  readonly crashPoints: DeliveryCrashPoints;
  /** Deliveries that this node sends at once. */
  readonly openMax: number;
  readonly perTenantMax: number;
  readonly perTenantSecond: number;
  readonly deadlineMs: number;
  readonly keptMs: number;
  /** A place is free, or something may be due. */
  readonly onWork: () => void;
}

/**
 * Makes deliveries of events, and sends those that are due: each at least once, and those of one task
 * to one receiver in their order. What a node that dies has taken is sent again when its lease ends.
 */
export class Deliveries {
  readonly #options: DeliveriesOptions;
  readonly #open = new Set<Promise<void>>();
  readonly #records = new SharedRuns(() => this.#record());
  #outcomes: AttemptOutcome[] = [];
  #forgetDueAtMs = 0;
  #roundAtMs = -Infinity;
  #dueLookAtMs = -Infinity;

  constructor(options: DeliveriesOptions) {
    this.#options = options;
  }

  /** Deliveries that this node sends at this moment. */
  get openCount(): number {
    return this.#open.size;
  }

  /** With the embedded database: what the process before had taken is due again at once. */
  async recoverAfterCrash(): Promise<void> {
    await this.#options.store.releaseAll();
  }

  /** The next round looks for what is due, also where it makes nothing. */
  expectDue(): void {
    this.#dueLookAtMs = -Infinity;
  }

  /** Makes and begins what there is. The deliveries themselves go on after it. Returns when the next round is due. */
  async round(signal: AbortSignal): Promise<Date> {
    const { clock } = this.#options;
    await this.#rest(signal);
    const isDueLook = this.#roundAtMs >= this.#dueLookAtMs;
    if (isDueLook) this.#putOffDueLook();
    const { hasEvents, hasOpen } = await this.#options.store.look();
    const isMade = hasEvents && (await this.#make(signal));
    if (isMade || (isDueLook && hasOpen)) await this.#beginDue(signal);
    await this.#forgetWhenDue();
    const untilLookMs = Math.max(0, Math.ceil(this.#dueLookAtMs - clock.monotonicMs()));
    return new Date(clock.now().getTime() + untilLookMs);
  }

  /** Resolves when all that was begun is recorded. */
  async drain(): Promise<void> {
    while (this.#open.size > 0) await Promise.all(this.#open);
  }

  async #rest(signal: AbortSignal): Promise<void> {
    const { clock } = this.#options;
    const restMs = this.#roundAtMs + ROUND_GAP_MS - clock.monotonicMs();
    if (restMs > 0) await clock.sleep(restMs, signal);
    this.#roundAtMs = clock.monotonicMs();
  }

  /** Whether there were events of a tenant that has webhooks. */
  async #make(signal: AbortSignal): Promise<boolean> {
    const { store, clock } = this.#options;
    for (let page = 0; page < PAGES_MAX && !signal.aborted; page += 1) {
      const now = clock.now();
      const looked = await store.makeDeliveries(now, new Date(now.getTime() + RETRIED_FOR_MS));
      if (looked === 0) return page > 0;
    }
    this.#options.onWork();
    return true;
  }

  /** Until nothing is due, or all places are taken. */
  async #beginDue(signal: AbortSignal): Promise<void> {
    this.#putOffDueLook();
    for (;;) {
      const { openMax } = this.#options;
      const limit = Math.min(openMax - this.#open.size, BATCH_MAX);
      if (limit <= 0 || signal.aborted) return;
      const leased = await this.#lease(limit);
      if (leased.length === 0) return;
    }
  }

  /** Before the look: a delivery that becomes due meanwhile asks for another one. */
  #putOffDueLook(): void {
    this.#dueLookAtMs = this.#roundAtMs + DUE_LOOK_MS;
  }

  async #lease(limit: number): Promise<readonly LeasedDelivery[]> {
    const { store, clock, deadlineMs, perTenantMax, perTenantSecond, crashPoints } = this.#options;
    const now = clock.now();
    const until = new Date(now.getTime() + deadlineMs + LEASE_MARGIN_MS);
    crashPoints.reach('beforeLease');
    const leased = await store.lease({ now, until, limit, perTenantMax, perTenantSecond });
    if (leased.length > 0) crashPoints.reach('afterLease');
    for (const delivery of leased) {
      const sending = this.#send(delivery).finally(() => {
        this.#open.delete(sending);
        this.#options.onWork();
      });
      this.#open.add(sending);
      unawaited(sending, { name: 'delivery of a webhook', log: this.#options.log });
    }
    return leased;
  }

  /** What could not be recorded is sent again when the lease ends. */
  async #send(delivery: LeasedDelivery): Promise<void> {
    const { sender, log, metrics, crashPoints } = this.#options;
    try {
      const outcome = await sender.send(delivery);
      crashPoints.reach('afterAnswer');
      metrics.count('gateway_webhook_attempts_total', { delivery: resultOf(outcome) });
      metrics.observe(
        'gateway_webhook_attempt_duration_seconds',
        {},
        outcome.durationMs / SECOND_MS,
      );
      this.#outcomes.push(outcome);
      await this.#records.run();
    } catch (error) {
      log.error({ deliveryId: delivery.id, error }, 'an attempt of a webhook was not recorded');
    }
  }

  async #record(): Promise<void> {
    const { store, clock, crashPoints } = this.#options;
    while (this.#outcomes.length > 0) {
      const outcomes = this.#outcomes.splice(0, BATCH_MAX);
      crashPoints.reach('beforeRecord');
      const troubles = await store.record(outcomes, clock.now());
      crashPoints.reach('afterRecord');
      for (const outcome of outcomes) this.#tellLoss(outcome);
      for (const trouble of troubles) this.#tellTrouble(trouble);
    }
  }

  #tellLoss({ id, tenantId, error, nextAt }: AttemptOutcome): void {
    if (error === null || nextAt !== null) return;
    const { log, metrics } = this.#options;
    metrics.count('gateway_webhook_deliveries_lost_total', {});
    log.warn({ deliveryId: id, tenantId, error }, 'a delivery of a webhook was given up');
  }

  #tellTrouble({ event, ...trouble }: WebhookTrouble): void {
    const message =
      event === 'webhook_disabled' ? 'a webhook was disabled' : 'a webhook is failing';
    this.#options.log.warn({ event, ...trouble }, message);
  }

  async #forgetWhenDue(): Promise<void> {
    const { store, clock, keptMs, log, metrics } = this.#options;
    const now = clock.now();
    if (now.getTime() < this.#forgetDueAtMs) return;
    const before = new Date(now.getTime() - keptMs);
    const expired = await store.expire(before, now, FORGOTTEN_MAX);
    if (expired > 0) {
      metrics.count('gateway_webhook_deliveries_lost_total', {}, expired);
      log.warn({ count: expired }, 'deliveries of paused webhooks were given up');
    }
    const count = await store.forgetBefore(before, FORGOTTEN_MAX);
    const isDone = Math.max(count, expired) < FORGOTTEN_MAX;
    if (isDone) this.#forgetDueAtMs = now.getTime() + HOUR_MS;
  }
}

function resultOf({ error, nextAt }: AttemptOutcome): 'delivered' | 'retried' | 'lost' {
  if (error === null) return 'delivered';
  return nextAt === null ? 'lost' : 'retried';
}
