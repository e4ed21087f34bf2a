import { createHash } from 'node:crypto';
import { Submitter } from '../pollers/submitter.js';
import { sweeper } from '../pollers/sweeper.js';
import { noCrashPoints } from '../ports/crash-points.js';
import { Estimates, knownPrice } from '../services/submission/estimates.js';
import { OPEN_BYTES_LIMITS } from '../services/submission/open-bytes.js';
import type { BackgroundLoop, Base } from './base.js';
import type { Machine } from './machine.js';
import { joinPaidRequests, type PaidRequestOptions } from './paid-requests.js';
import type { Runway } from './runway.js';
import type { Storage } from './storage.js';

const HOUR_MS = 3_600_000;

/** How the configuration wants paid requests to be checked and sent. */
export function paidRequestOptions(
  { config, clock, log, tracer, signals, metrics }: Base,
  { stores }: Pick<Storage, 'stores'>,
  { accounts, api, breakers, slots }: Runway,
  uses: Pick<PaidRequestOptions, 'policies' | 'ownership' | 'inputs'>,
  { crashPoints = noCrashPoints, random = Math.random }: Machine,
): PaidRequestOptions {
  return {
    ...uses,
    stores,
    runway: api,
    breakers,
    slots,
    liveTasksMax: config.liveTasksPerTenantMax,
    queuedTasksMax: config.queuedTasksPerTenantMax,
    storedBytesMax: config.storedBytesPerTenantMax,
    clock,
    log,
    tracer,
    metrics,
    estimates: new Estimates({ priceOf: knownPrice, creditsMax: config.unknownPriceCreditsMax }),
    refusesUnpriced: config.unpriced === 'refuse',
    accounts,
    submitTimeoutMs: config.runway.timeoutMs,
    crashPoints,
    random,
    openBytes: OPEN_BYTES_LIMITS,
    idempotencyTtlMs: config.idempotencyHours * HOUR_MS,
    onBehalfOf: config.runway.onBehalfOf === 'tenant' ? hashOf : () => null,
    onWork: () => {
      signals.wake('submission');
    },
  };
}

/** Paid requests: checked, accepted, and sent once each. */
export function buildSubmissions({ clock, log, signals }: Base, options: PaidRequestOptions) {
  const { submissions, queued, notes, open } = joinPaidRequests(options);
  const submitter = new Submitter({ store: options.stores.queue, queued, notes, clock, log });
  signals.on('submission', () => {
    submitter.wake();
  });
  signals.on('accountChanged', () => {
    submitter.wake();
  });
  const leaseSweeper = sweeper({ store: options.stores.submissions, clock, log });
  const loops: readonly BackgroundLoop[] = [submitter, leaseSweeper];
  return { submissions, queued, openSubmissions: open, submitter, leaseSweeper, loops };
}

/** `X-Runway-On-Behalf-Of`: tells tenants apart at Runway without naming them. */
function hashOf(tenantId: string): string {
  return createHash('sha256').update(tenantId).digest('hex');
}
