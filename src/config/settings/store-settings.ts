import { optionalText, text, urlCheck } from '../setting-types.js';

/** PostgreSQL truncates no such name, and none needs a quotation mark inside. */
const SCHEMA_NAME = /^(?!pg_)[A-Za-z_][A-Za-z0-9_$]{0,62}$/;

const redisProtocol = urlCheck(['redis:', 'rediss:']);

/** Options in the URL are refused: nothing reads them. */
function isRedisAddress(text: string): boolean {
  const { hostname, pathname, search, hash } = new URL(text);
  return hostname !== '' && /^(?:\/\d*)?$/.test(pathname) && search === '' && hash === '';
}

export const storeSettings = {
  dataDir: text('DATA_DIR', {
    type: 'path of a folder',
    default: './.data',
    text: 'Folder of the embedded database (PGlite), its lock, operator.key and the keys that the gateway makes for itself.',
  }),
  databaseUrl: optionalText('DATABASE_URL', {
    type: 'URL',
    check: urlCheck(['postgres:', 'postgresql:']),
    isSecret: true,
    whenEmpty: 'the embedded database in DATA_DIR',
    text: 'postgres://user:password@host:5432/database. Several gateways share one Postgres; the embedded database serves one process.',
  }),
  databaseSchema: optionalText('DATABASE_SCHEMA', {
    type: 'name of up to 63 letters, digits, _ and $',
    check: {
      accepts: (name) => SCHEMA_NAME.test(name),
      error: 'must be a name of up to 63 letters, digits, _ and $.',
    },
    whenEmpty: 'public, unless the tables are in another schema already',
    text: "Schema of the database that holds the gateway's tables; created if it is missing. Every session sets it, so a search_path of the server or the role has no effect.",
  }),
  redisUrl: optionalText('REDIS_URL', {
    type: 'URL',
    check: [
      redisProtocol,
      {
        // A bad protocol has a message of its own.
        accepts: (url) => !redisProtocol.accepts(url) || isRedisAddress(url),
        error: 'must end with the host, its port, or the number of a database.',
      },
    ],
    isSecret: true,
    whenEmpty: 'each gateway counts alone',
    text: 'redis://user:password@host:6379/0, or rediss:// for TLS. All gateways then share the counters of their limits. The certificate is always verified; NODE_EXTRA_CA_CERTS adds an authority.',
  }),
  redisPrefix: text('REDIS_PREFIX', {
    default: 'runway-gateway',
    text: 'Prefix of every Redis key. Gateways with the same prefix in the same Redis database share their counters.',
  }),
};
