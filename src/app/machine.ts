import type { Database, WrapPool } from '../adapters/postgres/connection/database.js';
import type { StartPglite } from '../adapters/postgres/connection/start-pglite.js';
import type { ResolveAll } from '../adapters/outward/undici-guarded-http.js';
import type { Stores } from '../adapters/postgres/stores.js';
import type { AddedField } from '../generated/facts/added-fields.js';
import type { HttpLimits } from '../http/http-limits.js';
import type { Clock } from '../ports/clock.js';
import type { CopyPoints } from '../ports/archive/copy-points.js';
import type { CrashPoints } from '../ports/crash-points.js';
import type { Logger } from '../ports/logger.js';
import type { DeliveryCrashPoints } from '../ports/webhooks/delivery-crash-points.js';

/** What tests put in place of the machine's own. */
export interface Machine {
  /** Of the gateway, for the metrics. */
  readonly version?: string;
  readonly clock?: Clock;
  /** Of the deadlines of calls to Runway, where they must not end with the time of `clock`. */
  readonly callClock?: Clock;
  /** In [0, 1). */
  readonly random?: () => number;
  readonly log?: Logger;
  /** A migrated data directory to start the embedded database from. */
  readonly databaseTemplate?: Blob;
  /** The studio's build, in place of the one beside the gateway's. */
  readonly studioFolder?: string;
  /** Starts the embedded database. */
  readonly startPglite?: StartPglite;
  /** Told how far each submission has come. */
  readonly crashPoints?: CrashPoints;
  /** Told how far each copy of an output has come. */
  readonly copyPoints?: CopyPoints;
  /** Told how far deliveries of webhooks have come. */
  readonly deliveryCrashPoints?: DeliveryCrashPoints;
  /** Resolves the names of addresses that tenants give. */
  readonly resolveName?: ResolveAll;
  /** Looks at the database when all else has ended. */
  readonly audit?: (database: Database) => Promise<void>;
  /** Fields for values of Runway's answers, in place of the generated ones. */
  readonly addedFields?: readonly AddedField[];
  readonly httpLimits?: Partial<HttpLimits>;
  /** Sees every statement. */
  readonly wrapPool?: WrapPool;
  /** Sees every call of a store. */
  readonly wrapStores?: (stores: Stores) => Stores;
}
