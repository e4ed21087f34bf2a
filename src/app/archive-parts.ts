import { PostgresAddressKey } from '../adapters/postgres/archive/postgres-address-key.js';
import { OutputAddresses } from '../services/archive/output-addresses.js';
import { OutputAdmission } from '../services/archive/output-admission.js';
import { OutputBytes } from '../services/archive/output-bytes.js';
import type { FreshOutputs } from '../services/tasks/fresh-outputs.js';
import type { Base } from './base.js';
import { outputsOrigin } from './outputs-address.js';
import { PublicAddress } from './public-address.js';
import type { Runway } from './runway.js';
import type { Storage } from './storage.js';

const MINUTE_MS = 60_000;

/** Outputs as clients get them: their addresses, and the bytes behind these. */
export function buildArchive(
  { config, clock, log }: Base,
  { database, stores }: Pick<Storage, 'database' | 'stores'>,
  { source }: Pick<Runway, 'source'>,
  fresh: FreshOutputs,
) {
  const publicAddress = new PublicAddress(config.publicUrl);
  const outputsUrl = (): string => outputsOrigin(config.outputs.url, publicAddress);
  const outputAddresses = new OutputAddresses({
    key: new PostgresAddressKey(database),
    clock,
    origin: outputsUrl,
    validMs: config.outputs.linkMinutes * MINUTE_MS,
  });
  const outputBytes = new OutputBytes({ tasks: stores.tasks, fresh, source, log });
  const outputDoor = new OutputAdmission(stores.archive, outputAddresses, outputBytes);
  return { publicAddress, outputsUrl, outputAddresses, outputBytes, outputDoor };
}
