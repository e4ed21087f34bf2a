import { HAS_POSTGRES } from '../store/database.js';
import { REDIS_SERVER_URL } from '../store/redis.js';
import { missingFirewall } from './firewall.js';

/** What of a firewall, a Postgres and a Redis is missing for two nodes behind it; undefined: nothing. */
export function missingBehindFirewall(): string | undefined {
  if (!HAS_POSTGRES) return 'TEST_DATABASE_URL';
  if (REDIS_SERVER_URL === undefined) return 'TEST_REDIS_URL';
  return missingFirewall();
}
