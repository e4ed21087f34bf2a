import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from 'node:tls';
import type { ClientConfig } from 'pg';

/** Parameters of a URL that speak of TLS. They are read here, because the driver's rules change. */
const TLS_PARAMETERS = [
  'ssl',
  'sslmode',
  'sslnegotiation',
  'sslcert',
  'sslkey',
  'sslrootcert',
  'uselibpqcompat',
] as const;

/** libpq's name for the authorities that Node trusts by itself. */
const SYSTEM_AUTHORITIES = 'system';

/** Values of `sslmode`, and of `ssl`, which stands for it where there is none. */
const NO_TLS: ReadonlySet<string> = new Set(['disable', 'false', '0']);
const UNVERIFIED: ReadonlySet<string> = new Set(['no-verify']);
const VERIFIED: ReadonlySet<string> = new Set([
  'allow',
  'prefer',
  'require',
  'verify-ca',
  'verify-full',
  'true',
  '1',
]);

type Connecting = Pick<ClientConfig, 'connectionString' | 'ssl' | 'sslnegotiation'>;

/**
 * How the driver is to connect. TLS, once asked for, is never given up, and the server's certificate
 * and name are checked: with every mode but `disable` and `no-verify`, whatever the environment holds.
 * Throws, naming the parameter, for a mode or a file that cannot be read.
 */
export function connectionTo(url: string): Connecting {
  // What is no URL has no parameters; the driver says what is wrong with it.
  const address = URL.canParse(url) ? new URL(url) : undefined;
  const given = new Map(
    TLS_PARAMETERS.flatMap((name) => {
      const value = address?.searchParams.get(name) ?? '';
      return value === '' ? [] : [[name, value] as const];
    }),
  );
  if (address === undefined || given.size === 0) return { connectionString: url };
  for (const name of TLS_PARAMETERS) address.searchParams.delete(name);
  return {
    connectionString: address.href,
    ssl: tlsOf(given),
    ...(given.get('sslnegotiation') === 'direct' && { sslnegotiation: 'direct' }),
  };
}

/** Whether TLS is used without a check of the server's certificate. */
export function isUnverified(url: string): boolean {
  const { ssl } = connectionTo(url);
  return typeof ssl === 'object' && ssl.rejectUnauthorized === false;
}

function tlsOf(given: ReadonlyMap<string, string>): false | ConnectionOptions {
  const mode = given.get('sslmode') ?? given.get('ssl') ?? 'verify-full';
  if (NO_TLS.has(mode)) return false;
  if (!VERIFIED.has(mode) && !UNVERIFIED.has(mode)) {
    throw new Error('sslmode must be disable, require, verify-ca, verify-full or no-verify.');
  }
  const [cert, key, ca] = ['sslcert', 'sslkey', 'sslrootcert'].map((name) => {
    const path = given.get(name);
    return path === undefined || path === SYSTEM_AUTHORITIES
      ? undefined
      : readFileSync(path, 'utf8');
  });
  return {
    minVersion: 'TLSv1.2',
    // Explicit, so that NODE_TLS_REJECT_UNAUTHORIZED cannot switch it off.
    rejectUnauthorized: !UNVERIFIED.has(mode),
    ...(cert !== undefined && { cert }),
    ...(key !== undefined && { key }),
    ...(ca !== undefined && { ca }),
  };
}
