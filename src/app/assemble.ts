import type { BackgroundLoop, Base } from './base.js';
import { buildGatewayGraph } from './build-gateway-graph.js';
import { buildKeys } from './key-parts.js';
import type { Machine } from './machine.js';
import { QueuedTasks } from './queued-tasks.js';
import { openRateLimits } from './rate-limit-parts.js';
import { buildResources } from './resource-parts.js';
import { connectRunway } from './runway.js';
import { DRAIN_MS } from './shutdown.js';
import { buildServer } from './build-server.js';
import { readSettingsFiles } from './files/settings-files.js';
import { openStorage } from './storage.js';
import { buildSubmissions } from './submission-parts.js';
import { buildTasks } from './task-parts.js';
import { buildTenants } from './tenant-parts.js';
import { buildTokens } from './tokens.js';

export type Gateway = Awaited<ReturnType<typeof assemble>>;

/** Every part of the gateway, joined. No loop runs yet, and no port of the gateway is open. */
export async function assemble(base: Base, machine: Machine) {
  const files = await readSettingsFiles(base);
  const storage = await openStorage(base, files, machine);
  const rateLimits = await openRateLimits(base);
  const keys = buildKeys(base, storage);
  const runway = await connectRunway(base, files, storage);
  const tenants = buildTenants(base, storage, runway);
  await tenants.tenants.checkTenancy();
  const resources = buildResources(base, storage, runway);
  const { policies } = keys;
  const { ownership } = resources;
  const checks = { policies, ownership };
  const submissions = buildSubmissions(base, storage, runway, checks, machine);
  const tasks = buildTasks(base, storage, runway, submissions.submissions);
  const queued = new QueuedTasks(base, storage.stores.queue, files.secrets.accounts);

  if (storage.database.kind === 'pglite') {
    await submissions.submissions.recoverAfterCrash();
    await tasks.poller.recoverAfterCrash();
    await tenants.removal.recoverAfterCrash();
  }
  await runway.accounts.read();
  await queued.move();
  await tasks.taskEvents.start();
  base.shutdown.add(() => tasks.taskEvents.stop());
  await tenants.tenantRates.read();

  const background = [storage.audit, keys, tenants, submissions, tasks];
  const loops = background.flatMap((part): readonly BackgroundLoop[] => part.loops);
  const tokens = buildTokens(base, files, storage);
  const { tokenIssuer } = tokens;
  const parts = { ...keys, ...resources, ...submissions, ...tasks, ...tenants, tokenIssuer };
  const graph = buildGatewayGraph(base, storage, runway, parts);
  const server = await buildServer(base, storage, files, machine, {
    graph,
    keyUsage: keys.keyUsage,
    tokens,
    rateLimits: { ...rateLimits, tenantRates: tenants.tenantRates },
    isReady: async () => {
      await storage.database.check();
      return loops.every((loop) => loop.isRunning);
    },
  });
  // Together, because requests wait for their submissions, and the deadline is one.
  base.shutdown.add(async () => {
    const ends = [...loops.map((loop) => loop.stop()), submissions.submissions.drain(DRAIN_MS)];
    await Promise.all([server.stop(DRAIN_MS), ...ends]);
  });
  return { files, storage, runway, keys: keys.keys, queued, loops, tokens, graph, server };
}
