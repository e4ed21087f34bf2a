import { randomUUID } from 'node:crypto';

import type { KeyStore } from '../../src/ports/key-store.js';
import type { NewTask } from '../../src/ports/task-store.js';

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
    idempotency: null,
    ...overrides,
  };
}

/** An idempotency key that is valid for a day from `now`. */
export function aKey(key: string, now: Date, fingerprint = 'f'.repeat(64)): NewTask['idempotency'] {
  return { key, fingerprint, expiresAt: new Date(now.getTime() + 86_400_000) };
}

export async function createTenants(keys: KeyStore, ...ids: readonly string[]): Promise<void> {
  for (const id of ids) await keys.createTenant({ id, name: id, createdAt: new Date(0) });
}
