import type { Base } from './base.js';
import { buildGatewayGraph } from './build-gateway-graph.js';
import { buildServer } from './build-server.js';
import { readSettingsFiles } from './files/settings-files.js';
import { joinParts } from './gateway-parts.js';
import type { Machine } from './machine.js';
import { RestoredSubmissions } from '../services/submission/restored-submissions.js';
import { QueuedTasks } from './queued-tasks.js';
import { openRateLimits } from './rate-limit-parts.js';
import { connectRunway } from './runway.js';
import { DRAIN_MS } from './shutdown.js';
import { openStorage } from './storage.js';
import { studioOptions } from './studio-parts.js';
import { buildTokens } from './tokens.js';

export type Gateway = Awaited<ReturnType<typeof assemble>>;

/** Every part of the gateway, joined. No loop runs yet, and no port of the gateway is open. */
export async function assemble(base: Base, machine: Machine) {
  const { clock, log } = base;
  const files = await readSettingsFiles(base);
  const storage = await openStorage(base, files, machine);
  const rateLimits = await openRateLimits(base);
  const runway = await connectRunway(base, files, storage, machine);
  const parts = joinParts(base, storage, runway, machine);
  const queued = new QueuedTasks(base, storage.stores.queue, files.secrets.accounts);

  await parts.tenants.checkTenancy();
  if (storage.database.kind === 'pglite') {
    await parts.openSubmissions.recoverAfterCrash();
    await parts.poller.recoverAfterCrash();
    await parts.removal.recoverAfterCrash();
    await parts.deliveries.recoverAfterCrash();
    await parts.outputUploads.recoverAfterCrash();
    await storage.stores.archive.releaseCopies(clock.now());
  }
  await new RestoredSubmissions({ store: storage.stores.restored, clock, log }).hold();
  await runway.accounts.read();
  await queued.move();
  await parts.taskEvents.start();
  base.shutdown.add(() => parts.taskEvents.stop());
  base.shutdown.add(() => {
    parts.alertEvents.stop();
    return Promise.resolve();
  });
  await parts.tenantRates.read();
  await parts.throttles.read();

  const loops = [...storage.audit.loops, ...parts.loops];
  const tokens = buildTokens(base, files, storage, parts.publicAddress);
  const { tokenIssuer } = tokens;
  const graph = buildGatewayGraph(base, storage, runway, { ...parts, tokenIssuer }, machine);
  const studio = studioOptions(base, runway, machine, parts.outputsUrl);
  const server = await buildServer(base, storage, files, machine, {
    graph,
    keyUsage: parts.keyUsage,
    tokens,
    studio,
    outputs: parts,
    rateLimits: { ...rateLimits, tenantRates: parts.tenantRates, throttles: parts.throttles },
    isReady: async () => {
      await storage.database.check();
      return loops.every((loop) => loop.isRunning);
    },
  });
  // Together, because requests wait for their submissions, and the deadline is one.
  base.shutdown.add(async () => {
    parts.settlementWaits.stop();
    const ends = [...loops.map((loop) => loop.stop()), parts.openSubmissions.drain(DRAIN_MS)];
    await Promise.all([server.stop(DRAIN_MS), ...ends]);
  });
  const { keys, books, settlementWaits, openSubmissions } = parts;
  const open = { settlementWaits, openSubmissions };
  return {
    files,
    storage,
    runway,
    keys,
    books,
    ...open,
    queued,
    loops,
    tokens,
    graph,
    server,
    studio,
  };
}
