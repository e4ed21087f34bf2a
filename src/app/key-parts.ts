import { keyUsageWriter } from '../pollers/key-usage-writer.js';
import { AccessReviews } from '../services/keys/access-reviews.js';
import { KeyUsage } from '../services/keys/key-usage.js';
import { Keys } from '../services/keys/keys.js';
import { ManagedKeys } from '../services/keys/managed-keys.js';
import { Policies } from '../services/keys/policies.js';
import type { BackgroundLoop, Base } from './base.js';
import type { Storage } from './storage.js';

/** API keys: what they may do, who uses them, and their review. */
export function buildKeys({ clock, log, shutdown }: Base, { stores }: Pick<Storage, 'stores'>) {
  const keys = new Keys({ store: stores.keys, tenants: stores.tenants, clock });
  const keyUsage = new KeyUsage({ store: stores.keyUsage, clock, log });
  // When all requests have ended.
  shutdown.add(() => keyUsage.flush());
  const accessReviews = new AccessReviews({
    store: stores.accessReviews,
    usage: keyUsage,
    clock,
    log,
  });
  const managedKeys = new ManagedKeys({
    keys,
    store: stores.keys,
    authorities: { keys: stores.keys, budgets: stores.budgets, clock },
    usage: keyUsage,
    log,
  });
  const policies = new Policies(stores.policies);
  const loops: readonly BackgroundLoop[] = [keyUsageWriter({ usage: keyUsage, clock, log })];
  return { keys, keyUsage, accessReviews, managedKeys, policies, loops };
}
