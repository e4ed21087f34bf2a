/** Requests of the load on the walls between tenants: 1,000 where all samples are tried; `npm run test:isolation`
 * sends the full 10,000. */
export const LOAD_REQUESTS = Number(
  process.env.ISOLATION_REQUESTS ?? (process.env.SAMPLES === 'all' ? '1000' : '500'),
);

/** Idempotency keys that are each used ten times at once; `npm run test:keys` takes the full 1,000. */
export const LOAD_KEYS = Number(process.env.IDEMPOTENCY_KEYS ?? '20');

/** Times that a rotation of keys is killed; `ROTATION_KILLS=30 ROTATION_CLIENTS=16` makes it larger. */
export const ROTATION_KILLS = Number(process.env.ROTATION_KILLS ?? '6');

/** Clients that are served meanwhile, each of a tenant of its own. */
export const ROTATION_CLIENTS = Number(process.env.ROTATION_CLIENTS ?? '4');

/** Decides when what is killed; printed, so that a run can be repeated. */
export const ROTATION_SEED = Number(
  process.env.ROTATION_SEED ?? String(Math.floor(Math.random() * 1_000_000)),
);
