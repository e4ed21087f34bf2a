import { retryAfterMs } from '../../domain/back-off.js';
import { GONE, isDelivered, nextAttemptAt } from '../../domain/webhooks/delivery-retries.js';
import type { Clock } from '../../ports/clock.js';
import type { GuardedAnswer, GuardedHttp } from '../../ports/outward/guarded-http.js';
import type { AttemptOutcome, LeasedDelivery } from '../../ports/webhooks/delivery-store.js';
import type { WebhookSigner } from '../../ports/webhooks/webhook-signer.js';
import { payloadOf, type ShowTask } from './webhook-payloads.js';

/** Bytes of an answer that are read and kept. */
export const ANSWER_BYTES_MAX = 1_024;

/** Control characters, and what is no character: a store of texts takes none of them. */
const NO_TEXT = /[\p{Cc}\p{Cs}]/gu;

export interface DeliverySenderOptions {
  readonly http: GuardedHttp;
  readonly signer: WebhookSigner;
  readonly show: ShowTask;
  readonly clock: Clock;
  readonly random: () => number;
  readonly userAgent: string;
  readonly deadlineMs: number;
}

/** One attempt of one delivery. */
export class DeliverySender {
  readonly #options: DeliverySenderOptions;

  constructor(options: DeliverySenderOptions) {
    this.#options = options;
  }

  /** Its outcome. Never rejects for what the receiver does. */
  async send(delivery: LeasedDelivery): Promise<AttemptOutcome> {
    const { http, deadlineMs, clock, signer, show, userAgent } = this.#options;
    const { id, type, eventAt, task, url, secrets } = delivery;
    const at = clock.now();
    const body = await payloadOf({ id, type, at: eventAt, task }, show);
    const answer = await http.post({
      ...{ url, body, deadlineMs, answerBytesMax: ANSWER_BYTES_MAX },
      headers: {
        'content-type': 'application/json',
        'user-agent': userAgent,
        ...signer.headersFor({ id, at, body }, secrets),
      },
    });
    return this.#outcomeOf(delivery, at, answer);
  }

  #outcomeOf(delivery: LeasedDelivery, at: Date, answer: GuardedAnswer): AttemptOutcome {
    const { id, tenantId, fence, attempts, retryUntil } = delivery;
    const now = this.#options.clock.now();
    const base = { id, tenantId, fence, at, durationMs: now.getTime() - at.getTime() };
    const random = this.#options.random();
    const rules = { now, attempts, retryUntil, random };
    if (answer.kind === 'failed') {
      const nextAt = nextAttemptAt({ ...rules, askedMs: null }) ?? null;
      const { failure: error } = answer;
      return { ...base, status: null, error, response: null, nextAt, isGone: false };
    }
    const { status, body } = answer;
    const told = { ...base, status, response: body.replaceAll(NO_TEXT, '�') };
    if (isDelivered(status)) return { ...told, error: null, nextAt: null, isGone: false };
    const error = `HTTP_${String(status)}`;
    if (status === GONE) return { ...told, error, nextAt: null, isGone: true };
    const asked = { retryAfter: answer.retryAfter, retryAfterMs: null };
    const askedMs = retryAfterMs(asked, now);
    const nextAt = nextAttemptAt({ ...rules, askedMs }) ?? null;
    return { ...told, error, nextAt, isGone: false };
  }
}
