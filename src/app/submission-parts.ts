import { createHash } from 'node:crypto';
import { Submitter } from '../pollers/submitter.js';
import { sweeper } from '../pollers/sweeper.js';
import { noCrashPoints } from '../ports/crash-points.js';
import type { Policies } from '../services/keys/policies.js';
import type { Ownership } from '../services/resources/ownership.js';
import { Estimates, knownPrice } from '../services/submission/estimates.js';
import { Submissions } from '../services/submission/submissions.js';
import type { BackgroundLoop, Base } from './base.js';
import type { Machine } from './machine.js';
import type { Runway } from './runway.js';
import type { Storage } from './storage.js';

const HOUR_MS = 3_600_000;

export type SubmissionParts = ReturnType<typeof buildSubmissions>;

/** Paid requests: checked, accepted, and sent once each. */
export function buildSubmissions(
  { config, clock, log, signals }: Base,
  { stores }: Pick<Storage, 'stores'>,
  { accounts, api, breakers, slots }: Runway,
  { policies, ownership }: { readonly policies: Policies; readonly ownership: Ownership },
  { crashPoints = noCrashPoints }: Machine,
) {
  const submissions = new Submissions({
    policies,
    stores,
    runway: api,
    ownership,
    breakers,
    slots,
    liveTasksMax: config.liveTasksPerTenantMax,
    queuedTasksMax: config.queuedTasksPerTenantMax,
    storedBytesMax: config.storedBytesPerTenantMax,
    clock,
    log,
    estimates: new Estimates({ priceOf: knownPrice, creditsMax: config.unknownPriceCreditsMax }),
    refusesUnpriced: config.unpriced === 'refuse',
    accounts,
    submitTimeoutMs: config.runway.timeoutMs,
    crashPoints,
    idempotencyTtlMs: config.idempotencyHours * HOUR_MS,
    onBehalfOf: config.runway.onBehalfOf === 'tenant' ? hashOf : () => null,
    onWork: signals.wake,
  });
  const submitter = new Submitter({ store: stores.queue, submissions, clock, log });
  signals.on('submission', () => {
    submitter.wake();
  });
  signals.on('accountChanged', () => {
    submitter.wake();
  });
  const loops: readonly BackgroundLoop[] = [
    submitter,
    sweeper({ store: stores.submissions, clock, log }),
  ];
  return { submissions, loops };
}

/** `X-Runway-On-Behalf-Of`: tells tenants apart at Runway without naming them. */
function hashOf(tenantId: string): string {
  return createHash('sha256').update(tenantId).digest('hex');
}
