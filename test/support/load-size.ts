/** Requests of the load on the walls between tenants; `npm run test:isolation` sends the full 10,000. */
export const LOAD_REQUESTS = Number(process.env.ISOLATION_REQUESTS ?? '2000');
