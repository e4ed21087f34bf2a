import type { Config } from '../config/config.js';
import { listenError } from '../config/listen-error.js';
import { GRANTED } from '../domain/tenant/tenant.js';
import { SEEDED } from '../emulator/resources/seeded.js';
import type { Emulator } from '../emulator/server/start-emulator.js';
import type { Clock } from '../ports/clock.js';
import type { ResourceStore } from '../ports/resources/resource-store.js';
import type { TenantStore } from '../ports/tenants/tenant-store.js';

/** The emulator takes any bearer. */
export const EMULATOR_SECRET = 'key_emulator';

/** The emulator that stands in for Runway; undefined where the configuration wants none. */
export async function startLocalEmulator(
  config: Config,
  clock: Clock,
): Promise<Emulator | undefined> {
  if (config.emulatorPort === undefined) return undefined;
  const address = { port: config.emulatorPort, host: '127.0.0.1' };
  const { startEmulator } = await import('../emulator/server/start-emulator.js');
  try {
    return await startEmulator({ ...address, clock });
  } catch (error) {
    throw listenError(error, 'EMULATOR_PORT', address);
  }
}

/** Gives what stands in the emulator from the start to a tenant; nothing when there is none. */
export async function grantSeeded(
  { resources, tenants }: { readonly resources: ResourceStore; readonly tenants: TenantStore },
  to: { readonly tenantId: string; readonly runwayAccount: string; readonly createdAt: Date },
): Promise<void> {
  const tenant = await tenants.find(to.tenantId);
  if (tenant === undefined || tenant.status === 'DELETING') return;
  const grant = { ...to, parentId: null, owner: GRANTED, grantedAt: to.createdAt };
  const { routerId, routerSlug, workflowId } = SEEDED;
  const router = { alias: routerSlug, runwaySlug: routerSlug, runwayId: routerId };
  const workflow = { alias: null, runwaySlug: null, runwayId: workflowId };
  await resources.record({ ...grant, kind: 'router', ...router });
  await resources.record({ ...grant, kind: 'workflow', ...workflow });
}
