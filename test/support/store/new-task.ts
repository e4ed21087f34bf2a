import { randomUUID } from 'node:crypto';

import type { NewTask } from '../../../src/ports/submission/new-task.js';
import type { SubmissionLease } from '../../../src/ports/submission/submission-lease.js';
import type { SubmissionStore, TakeRules } from '../../../src/ports/submission/submission-store.js';
import type { OutcomeStore } from '../../../src/ports/submission/outcome-store.js';
import type { TenantStore } from '../../../src/ports/tenants/tenant-store.js';

export function aNewTask(overrides: Partial<NewTask> = {}): NewTask {
  return {
    id: randomUUID(),
    tenantId: 'acme',
    createdBy: 'key:abcd',
    operation: 'createTextToVideo',
    sdkMethod: 'textToVideo.create',
    runwayTaskKind: 'task',
    runwayAccount: 'default',
    model: 'gen4.5',
    label: null,
    input: { promptText: 'a fox' },
    request: { pathIds: [], body: { promptText: 'a fox' } },
    estimate: { credits: 60, source: 'PRICES' },
    creates: null,
    idempotency: null,
    ...overrides,
  };
}

/** Accepts a request that goes out at once, and returns its right to be sent. */
export async function acceptToSend(
  { submissions }: { readonly submissions: SubmissionStore },
  task: NewTask,
  rules: TakeRules,
): Promise<SubmissionLease> {
  const { lease } = await submissions.accept(task, rules.now, rules);
  if (lease === undefined) throw new Error('The submission was not taken');
  return lease;
}

type Answer = Parameters<OutcomeStore['recordAccepted']>[1];

/** Runway's answer to a generation, whose task is first read at `pollDueAt`. */
export function anAnswer(pollDueAt: Date, overrides: Partial<Answer> = {}): Answer {
  return {
    runwayTaskId: randomUUID(),
    estimate: null,
    model: null,
    state: { status: 'PENDING' },
    cost: null,
    pollDueAt,
    resource: null,
    ...overrides,
  };
}

/** An idempotency key that is valid for a day from `now`. */
export function aKey(key: string, now: Date, fingerprint = 'f'.repeat(64)): NewTask['idempotency'] {
  return { key, fingerprint, expiresAt: new Date(now.getTime() + 86_400_000) };
}

export async function createTenants(
  tenants: Pick<TenantStore, 'create'>,
  ...ids: readonly string[]
): Promise<void> {
  for (const id of ids) await tenants.create({ id, name: id, createdAt: new Date(0) });
}
