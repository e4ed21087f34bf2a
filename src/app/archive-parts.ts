import { PostgresAddressKey } from '../adapters/postgres/archive/postgres-address-key.js';
import type { Stores } from '../adapters/postgres/stores.js';
import { ByteRate } from '../concurrency/byte-rate.js';
import type { Loop } from '../concurrency/loop.js';
import { Archiver, archiveUpkeepLoop } from '../pollers/archiver.js';
import type { OutputVault } from '../ports/archive/output-vault.js';
import { ArchiveUpkeep } from '../services/archive/archive-upkeep.js';
import { OutputAddresses } from '../services/archive/output-addresses.js';
import { OutputAdmission } from '../services/archive/output-admission.js';
import { OutputArchive } from '../services/archive/output-archive.js';
import { OutputBytes } from '../services/archive/output-bytes.js';
import { OutputCopies } from '../services/archive/output-copies.js';
import type { FreshOutputs } from '../services/tasks/fresh-outputs.js';
import type { BackgroundLoop, Base } from './base.js';
import type { Machine } from './machine.js';
import { outputsOrigin } from './outputs-address.js';
import { PublicAddress } from './public-address.js';
import type { Runway } from './runway.js';
import type { Storage } from './storage.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const MEGABYTE = 1_000_000;

/** Outputs as clients get them: their addresses, the bytes behind these, and the copies of them. */
export function buildArchive(
  base: Base,
  {
    database,
    stores,
    vault,
  }: Pick<Storage, 'database' | 'stores'> & Partial<Pick<Storage, 'vault'>>,
  { source }: Pick<Runway, 'source'>,
  fresh: FreshOutputs,
  machine: Machine,
) {
  const { config, clock, log } = base;
  const publicAddress = new PublicAddress(config.publicUrl);
  const outputsUrl = (): string => outputsOrigin(config.outputs.url, publicAddress);
  const outputAddresses = new OutputAddresses({
    key: new PostgresAddressKey(database),
    clock,
    origin: outputsUrl,
    validMs: config.outputs.linkMinutes * MINUTE_MS,
  });
  const { tasks, archive } = stores;
  const outputBytes = new OutputBytes({ archive, vault, tasks, fresh, source, log });
  const outputDoor = new OutputAdmission(archive, outputAddresses, outputBytes);
  const outputArchive = new OutputArchive(archive, vault !== undefined);
  return {
    ...{ publicAddress, outputsUrl, outputAddresses, outputArchive, outputBytes, outputDoor },
    loops: vault === undefined ? [] : archiveLoops(base, { stores, source, fresh, vault }, machine),
  };
}

function archiveLoops(
  { config, clock, log, metrics, signals }: Base,
  parts: {
    readonly stores: Stores;
    readonly source: Runway['source'];
    readonly fresh: FreshOutputs;
    readonly vault: OutputVault;
  },
  { random = Math.random, copyPoints }: Machine,
): readonly (BackgroundLoop | Loop)[] {
  const { stores, source, fresh, vault } = parts;
  const { openMax, fileMegabytesMax, tenantMegabytesMax, megabytesPerSecond, retentionDays } =
    config.archive;
  const copies = new OutputCopies({
    ...{ store: stores.archive, tasks: stores.tasks, fresh, source, vault },
    ...{ clock, log, metrics, random, points: copyPoints },
    fileBytesMax: fileMegabytesMax * MEGABYTE,
    tenantBytesMax: tenantMegabytesMax === undefined ? null : tenantMegabytesMax * MEGABYTE,
    rate:
      megabytesPerSecond === undefined
        ? undefined
        : new ByteRate(clock, megabytesPerSecond * MEGABYTE),
  });
  const archiver = new Archiver({ copies, clock, log, openMax });
  signals.on('archive', () => {
    archiver.wake();
  });
  const keptMs = retentionDays === undefined ? null : retentionDays * DAY_MS;
  const upkeep = new ArchiveUpkeep({ store: stores.archive, vault, clock, log, keptMs });
  return [archiver, archiveUpkeepLoop({ upkeep, clock, log })];
}
