/** Requests of the load on the walls between tenants; `npm run test:isolation` sends the full 10,000. */
export const LOAD_REQUESTS = Number(process.env.ISOLATION_REQUESTS ?? '1000');

/** Idempotency keys that are each used ten times at once; `npm run test:keys` takes the full 1,000. */
export const LOAD_KEYS = Number(process.env.IDEMPOTENCY_KEYS ?? '20');
