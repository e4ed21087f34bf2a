import { buildAlerts } from './alert-parts.js';
import { buildArchive } from './archive-parts.js';
import type { BackgroundLoop, Base } from './base.js';
import { buildBooks } from './book-parts.js';
import { buildKeys } from './key-parts.js';
import { buildInputs, buildOutputUploads } from './lineage-parts.js';
import type { Machine } from './machine.js';
import { buildResources } from './resource-parts.js';
import type { Runway } from './runway.js';
import type { Storage } from './storage.js';
import { buildSubmissions, paidRequestOptions } from './submission-parts.js';
import { buildTasks } from './task-parts.js';
import { buildTenants } from './tenant-parts.js';
import { buildWebhooks } from './webhook-parts.js';

export type GatewayParts = ReturnType<typeof joinParts>;

/** The use cases of the gateway and their loops, over its store and Runway. No loop runs yet. */
export function joinParts(
  base: Base,
  storage: Pick<Storage, 'database' | 'stores'> & Partial<Pick<Storage, 'vault'>>,
  runway: Runway,
  machine: Machine,
) {
  const keys = buildKeys(base, storage);
  const tenants = buildTenants(base, storage, runway);
  const inputs = buildInputs(base, storage);
  const resources = buildResources(base, storage, runway, inputs);
  const { policies } = keys;
  const { ownership } = resources;
  const uses = { policies, ownership, ...inputs };
  const paidRequests = paidRequestOptions(base, storage, runway, uses, machine);
  const submissions = buildSubmissions(base, paidRequests);
  const tasks = buildTasks(base, storage, runway, submissions.submissions, machine);
  const archive = buildArchive(base, storage, runway, tasks.freshOutputs, machine);
  const { outputBytes } = archive;
  const lineage = buildOutputUploads(base, storage, runway, outputBytes, machine);
  const webhooks = buildWebhooks(base, storage, { ...tasks, ...archive }, machine);
  const books = buildBooks(base, storage);
  const alerts = buildAlerts(base, storage);
  const loops: readonly BackgroundLoop[] = [
    keys,
    tenants,
    submissions,
    tasks,
    lineage,
    archive,
    books,
    alerts,
    webhooks,
  ].flatMap((part): readonly BackgroundLoop[] => part.loops);
  return {
    ...keys,
    ...tenants,
    ...resources,
    ...submissions,
    ...tasks,
    ...archive,
    ...inputs,
    ...lineage,
    ...books,
    ...alerts,
    ...webhooks,
    paidRequests,
    loops,
  };
}
