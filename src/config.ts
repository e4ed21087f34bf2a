import { isIPv4, isIPv6 } from 'node:net';
import proxyAddr from 'proxy-addr';
import { parseApiKey } from './domain/tenant/api-key.js';
import { parseIssuers, type IssuerSettings } from './domain/tenant/issuer-settings.js';
import { isWebOrigin } from './domain/origin.js';
import { isHttpsOrLocal } from './domain/web-address.js';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

export const LOG_FORMATS = ['auto', 'json', 'pretty'] as const;

/** Everything that the environment decides, checked once. */
export interface Config {
  readonly production: boolean;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Subnets of proxies whose `X-Forwarded-…` headers are believed; none: nobody's are. */
  readonly trustedProxies: readonly string[];
  /** Origins of the web pages that may call; undefined: those of this machine. */
  readonly corsOrigins: readonly string[] | undefined;
  /** Files in PEM. Undefined: plain http. */
  readonly tls:
    | {
        readonly certFile: string;
        readonly keyFile: string;
        /** Authorities of the certificates that clients must show. */
        readonly clientCaFile: string | undefined;
      }
    | undefined;
  readonly dataDir: string;
  /** Undefined: PGlite in `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** Where the tables are in that database. Undefined: `public`, unless they are elsewhere already. */
  readonly databaseSchema: string | undefined;
  /** Undefined: each process counts limits by itself. */
  readonly redisUrl: string | undefined;
  /** Before each key; gateways with one prefix in one Redis share their counters. */
  readonly redisPrefix: string;
  readonly rateLimits: {
    /** Requests a minute of one address that shows no credential, or one not known yet. */
    readonly addressRequests: number;
    /** Wrong credentials of one address in 10 minutes. */
    readonly wrongCredentials: number;
    /** Requests of one credential in each of its windows. */
    readonly viewerRequests: number;
    readonly viewerWindowMs: number;
    /** Requests of one tenant, over all its credentials, in each of the same windows. */
    readonly tenantRequests: number;
    /** Of one tenant, a minute: root fields, and points of their documents. */
    readonly classes: Readonly<
      Record<
        'reads' | 'uploads' | 'generations' | 'admin',
        { readonly operations: number; readonly points: number }
      >
    >;
  };
  readonly runway: {
    /**
     * The first one is for new submissions; a second one still reads the tasks that it made. None:
     * the emulator stands in for Runway.
     */
    readonly secrets: readonly string[];
    /** Holds them instead, and is read again when it changes. */
    readonly secretFile: string | undefined;
    readonly baseUrl: string;
    readonly onBehalfOf: 'none' | 'tenant';
    /** Total deadline of a submission, over connecting, headers and body. */
    readonly timeoutMs: number;
    /** Tasks of one model that run at once; null: by Runway's word. */
    readonly concurrencyMax: number | null;
    /** Reads of live tasks that one node has open at once with one account. */
    readonly readsOpenMax: number;
  };
  /** Undefined: no emulator is started. */
  readonly emulatorPort: number | undefined;
  readonly bootstrapApiKey: string | undefined;
  /** Address of the gateway for its clients, an origin. Undefined: that on which it listens. */
  readonly publicUrl: string | undefined;
  /** A JWK set whose first key signs tokens. Undefined: one in `dataDir`, but none in production. */
  readonly tokenSigningKeysFile: string | undefined;
  /** OAuth issuers whose access tokens are taken. */
  readonly oauthIssuers: readonly IssuerSettings[];
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** `auto`: for a reader on a terminal, JSON elsewhere. */
  readonly logFormat: (typeof LOG_FORMATS)[number];
  /** Of the requests that nothing was wrong with, how many get a line above `debug`. */
  readonly logRequestsPercent: number;
  /** Apollo Sandbox at GET /graphql, and introspection for every viewer. */
  readonly sandbox: boolean;
  readonly trustedDocuments: {
    /** `off`: clients send documents; `prefer`: or the ids of trusted ones; `only`: nothing else. */
    readonly mode: 'off' | 'prefer' | 'only';
    /** Their manifest, read again when it changes; undefined when `off`. */
    readonly file: string | undefined;
  };
  readonly requireIdempotencyKey: boolean;
  readonly idempotencyHours: number;
  /** `single`: one tenant has the gateway, and the Runway account, to itself. */
  readonly tenancy: 'many' | 'single';
  /** Tasks of one tenant that may be queued or live at once, where it has no limit of its own. */
  readonly liveTasksPerTenantMax: number;
  /** Bytes of one tenant's requests that may wait to be sent, or be on their way, at once. */
  readonly storedBytesPerTenantMax: number;
  /** Tasks of one tenant that may be queued at once. */
  readonly queuedTasksPerTenantMax: number;
  /** Moderated tasks within the window that stop a tenant. */
  readonly moderatedMax: number;
  readonly moderationWindowHours: number;
  /** Age at which settled tasks and events are deleted. */
  readonly retentionDays: number;
  readonly audit: {
    /** Holds the key of the chain. Undefined: one in `dataDir`, but in production there must be one. */
    readonly keyFile: string | undefined;
    /** Gets the head of the chain each minute, besides the log. */
    readonly anchorFile: string | undefined;
    /** Age at which audit records are deleted. */
    readonly retentionDays: number;
  };
  /** Reserved for a model whose price is not known, in credits. */
  readonly unknownPriceCreditsMax: number;
  /** Paths of input bounds that are not enforced here (see schema/runway/bounds.json). */
  readonly relaxedBounds: readonly string[];
}

export type Environment = Readonly<Record<string, string | undefined>>;

const MB = 1_048_576;

/** With less, the largest request that HTTP lets in would never be accepted. */
const LARGEST_REQUEST_BYTES = 25 * MB;

/** Points that a document may cost at most: with less, some would never be served. */
const LARGEST_COST = 2_000;

/** Short: a flood is cut before it has filled the process with work that others wait behind. */
const SECOND_MS = 1_000;

const RATE_MAX = 1_000_000_000;

/** A new secret and the one that it replaces. */
const SECRETS_MAX = 2;

/** Names that PostgreSQL cuts at no place, and takes without a quotation mark inside. */
const SCHEMA_NAME = /^(?!pg_)[A-Za-z_][A-Za-z0-9_$]{0,62}$/;

const RUNWAY_BASE_URL = 'https://api.dev.runwayml.com';

/** Throws one Error that lists every problem, one a line. */
export function readConfig(env: Environment): Config {
  const problems: string[] = [];

  const text = (name: string): string | undefined => {
    const value = env[name]?.trim();
    return value === undefined || value === '' ? undefined : value;
  };
  const integer = (name: string, fallback: number, min: number, max: number): number => {
    const value = text(name);
    if (value === undefined) return fallback;
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= min && number <= max) return number;
    problems.push(`${name} must be a whole number from ${String(min)} to ${String(max)}.`);
    return fallback;
  };
  const choice = <T extends string>(name: string, allowed: readonly T[], fallback: T): T => {
    const value = text(name);
    if (value === undefined) return fallback;
    const found = allowed.find((item) => item === value);
    if (found === undefined) problems.push(`${name} must be one of ${allowed.join(', ')}.`);
    return found ?? fallback;
  };
  const flag = (name: string, fallback: boolean): boolean =>
    choice(name, ['true', 'false'], fallback ? 'true' : 'false') === 'true';
  const list = (name: string): readonly string[] =>
    (text(name) ?? '')
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '');
  const url = (name: string, protocols: readonly string[]): string | undefined => {
    const value = text(name);
    if (value === undefined) return undefined;
    const parsed = URL.canParse(value) ? new URL(value) : undefined;
    if (parsed === undefined || !protocols.includes(parsed.protocol)) {
      problems.push(`${name} must be a URL that begins with ${protocols.join(' or ')}//.`);
    }
    return value;
  };

  const production =
    choice('NODE_ENV', ['development', 'production', 'test'], 'development') === 'production';
  const secrets = list('RUNWAYML_API_SECRET');
  if (secrets.length > SECRETS_MAX) {
    problems.push('RUNWAYML_API_SECRET takes one secret, or two with a comma between them.');
  }
  const secretFile = text('RUNWAYML_API_SECRET_FILE');
  if (secretFile !== undefined && secrets.length > 0) {
    problems.push('RUNWAYML_API_SECRET_FILE must not be set beside RUNWAYML_API_SECRET.');
  }
  const hasSecret = secrets.length > 0 || secretFile !== undefined;
  const emulator = flag('EMULATOR', !hasSecret && !production);
  if (production && !hasSecret && !emulator) {
    problems.push(
      'RUNWAYML_API_SECRET or RUNWAYML_API_SECRET_FILE is required when NODE_ENV=production (or EMULATOR=true, to serve from the emulator).',
    );
  }
  const bootstrapApiKey = text('BOOTSTRAP_API_KEY');
  if (bootstrapApiKey !== undefined && parseApiKey(bootstrapApiKey) === undefined) {
    problems.push(
      'BOOTSTRAP_API_KEY must be rgk_<id>_<secret>: id of 4–32 a–z 0–9, secret of 22 or more A–Z a–z 0–9.',
    );
  }
  const publicUrl = text('PUBLIC_URL');
  const tokenSigningKeysFile = text('TOKEN_SIGNING_KEYS_FILE');
  const { issuers: oauthIssuers, problems: issuerProblems } = parseIssuers(
    text('OAUTH_ISSUERS') ?? '[]',
  );
  problems.push(...issuerProblems.map((problem) => `OAUTH_ISSUERS ${problem}`));
  problems.push(
    ...publicUrlProblems(publicUrl, {
      production,
      isNeeded: tokenSigningKeysFile !== undefined || oauthIssuers.length > 0,
      issuers: oauthIssuers,
    }),
  );
  const databaseSchema = text('DATABASE_SCHEMA');
  if (databaseSchema !== undefined && !SCHEMA_NAME.test(databaseSchema)) {
    problems.push('DATABASE_SCHEMA must be a name of up to 63 letters, digits, _ and $.');
  }
  const host = text('HOST') ?? '127.0.0.1';
  if (!isIPv4(host) && !isIPv6(host) && !/^[a-z0-9.-]+$/i.test(host)) {
    problems.push('HOST must be an address or a host name.');
  }

  const redisUrl = url('REDIS_URL', ['redis:', 'rediss:']);
  if (redisUrl !== undefined && URL.canParse(redisUrl) && !isRedisAddress(new URL(redisUrl))) {
    problems.push('REDIS_URL must end with the host, its port, or the number of a database.');
  }
  const trustedProxies = list('TRUSTED_PROXIES');
  if (!trustedProxies.every(isProxySubnet)) {
    problems.push(
      'TRUSTED_PROXIES must list subnets (10.0.0.0/8), addresses, loopback, linklocal or uniquelocal.',
    );
  }
  const corsOrigins = list('CORS_ORIGINS');
  if (!corsOrigins.every(isWebOrigin)) {
    problems.push(
      'CORS_ORIGINS must list exact origins such as https://app.example.com, with commas between them: no path, no wildcard.',
    );
  }
  const tlsFiles = {
    certFile: text('TLS_CERT_FILE'),
    keyFile: text('TLS_KEY_FILE'),
    clientCaFile: text('TLS_CLIENT_CA_FILE'),
  };
  const tls = tlsOf(tlsFiles);
  if (tls === undefined && Object.values(tlsFiles).some((file) => file !== undefined)) {
    problems.push('TLS_CERT_FILE must be set together with TLS_KEY_FILE.');
  }

  const trustedDocuments = {
    mode: choice('TRUSTED_DOCUMENTS', ['off', 'prefer', 'only'], 'off'),
    file: text('TRUSTED_DOCUMENTS_FILE'),
  };
  if ((trustedDocuments.mode === 'off') !== (trustedDocuments.file === undefined)) {
    problems.push(
      'TRUSTED_DOCUMENTS=prefer or only and TRUSTED_DOCUMENTS_FILE must be set together.',
    );
  }

  const auditKeyFile = text('AUDIT_KEY_FILE');
  if (production && auditKeyFile === undefined) {
    problems.push(
      'AUDIT_KEY_FILE is required when NODE_ENV=production: a file with 32 or more random characters, the same on every node.',
    );
  }

  const config: Config = {
    production,
    host,
    port: integer('PORT', 4000, 0, 65_535),
    trustedProxies,
    corsOrigins: corsOrigins.length === 0 && !production ? undefined : corsOrigins,
    tls,
    dataDir: text('DATA_DIR') ?? './.data',
    databaseUrl: url('DATABASE_URL', ['postgres:', 'postgresql:']),
    databaseSchema,
    redisUrl,
    redisPrefix: text('REDIS_PREFIX') ?? 'runway-gateway',
    rateLimits: {
      addressRequests: integer('ADDRESS_REQUESTS_PER_MINUTE', 3_000, 1, RATE_MAX),
      wrongCredentials: integer('WRONG_CREDENTIALS_MAX', 60, 1, RATE_MAX),
      viewerRequests: integer('VIEWER_REQUESTS_PER_SECOND', 100, 1, RATE_MAX),
      viewerWindowMs: SECOND_MS,
      tenantRequests: integer('TENANT_REQUESTS_PER_SECOND', 300, 1, RATE_MAX),
      classes: {
        reads: {
          operations: integer('READS_PER_MINUTE', 12_000, 1, RATE_MAX),
          points: integer('READ_POINTS_PER_MINUTE', 600_000, LARGEST_COST, RATE_MAX),
        },
        uploads: {
          operations: integer('UPLOADS_PER_MINUTE', 600, 1, RATE_MAX),
          points: integer('UPLOAD_POINTS_PER_MINUTE', 30_000, LARGEST_COST, RATE_MAX),
        },
        generations: {
          operations: integer('GENERATIONS_PER_MINUTE', 1_200, 1, RATE_MAX),
          points: integer('GENERATION_POINTS_PER_MINUTE', 240_000, LARGEST_COST, RATE_MAX),
        },
        admin: {
          operations: integer('ADMIN_PER_MINUTE', 1_200, 1, RATE_MAX),
          points: integer('ADMIN_POINTS_PER_MINUTE', 120_000, LARGEST_COST, RATE_MAX),
        },
      },
    },
    runway: {
      secrets: emulator ? [] : secrets,
      secretFile: emulator ? undefined : secretFile,
      baseUrl: url('RUNWAYML_BASE_URL', ['https:', 'http:']) ?? RUNWAY_BASE_URL,
      onBehalfOf: choice('RUNWAY_ON_BEHALF_OF', ['none', 'tenant'], 'none'),
      timeoutMs: integer('RUNWAY_TIMEOUT_MS', 120_000, 1_000, 600_000),
      concurrencyMax: integer('RUNWAY_CONCURRENCY_MAX', 0, 0, 10_000) || null,
      readsOpenMax: integer('RUNWAY_READS_OPEN_MAX', 512, 1, 10_000),
    },
    emulatorPort: emulator ? integer('EMULATOR_PORT', 4010, 0, 65_535) : undefined,
    bootstrapApiKey,
    publicUrl,
    tokenSigningKeysFile,
    oauthIssuers,
    logLevel: choice('LOG_LEVEL', LOG_LEVELS, 'info'),
    logFormat: choice('LOG_FORMAT', LOG_FORMATS, 'auto'),
    logRequestsPercent: integer('LOG_REQUESTS_PERCENT', 100, 0, 100),
    sandbox: flag('SANDBOX', !production),
    trustedDocuments,
    requireIdempotencyKey: flag('REQUIRE_IDEMPOTENCY_KEY', false),
    idempotencyHours: integer('IDEMPOTENCY_HOURS', 24, 24, 8_760),
    tenancy: choice('TENANCY', ['many', 'single'], 'many'),
    liveTasksPerTenantMax: integer('LIVE_TASKS_PER_TENANT_MAX', 1_000, 1, 1_000_000),
    queuedTasksPerTenantMax: integer('QUEUED_TASKS_PER_TENANT_MAX', 5_000, 1, 1_000_000),
    storedBytesPerTenantMax: integer(
      'STORED_BYTES_PER_TENANT_MAX',
      256 * MB,
      LARGEST_REQUEST_BYTES,
      1_000_000_000_000,
    ),
    moderatedMax: integer('MODERATED_MAX', 10, 1, 100_000),
    moderationWindowHours: integer('MODERATION_WINDOW_HOURS', 24, 1, 720),
    retentionDays: integer('RETENTION_DAYS', 30, 1, 3_650),
    audit: {
      keyFile: auditKeyFile,
      anchorFile: text('AUDIT_ANCHOR_FILE'),
      retentionDays: integer('AUDIT_RETENTION_DAYS', 400, 1, 36_500),
    },
    unknownPriceCreditsMax: integer('UNKNOWN_PRICE_CREDITS_MAX', 500, 1, 1_000_000),
    relaxedBounds: list('RELAXED_BOUNDS'),
  };
  if (problems.length > 0) throw new Error(`Bad configuration:\n  ${problems.join('\n  ')}`);
  return Object.freeze(config);
}

/** Options in the URL would be read by nothing. Another protocol is a problem of its own. */
function isRedisAddress({ protocol, hostname, pathname, search, hash }: URL): boolean {
  if (protocol !== 'redis:' && protocol !== 'rediss:') return true;
  return hostname !== '' && /^(?:\/\d*)?$/.test(pathname) && search === '' && hash === '';
}

/** Not a number of hops and not all addresses: a client could then choose the address it is counted by. */
function isProxySubnet(text: string): boolean {
  if (/^\d+$/.test(text)) return false;
  try {
    proxyAddr.compile(text);
    return true;
  } catch {
    return false;
  }
}

function tlsOf({
  certFile,
  keyFile,
  clientCaFile,
}: Readonly<Record<'certFile' | 'keyFile' | 'clientCaFile', string | undefined>>): Config['tls'] {
  if (certFile === undefined || keyFile === undefined) return undefined;
  return { certFile, keyFile, clientCaFile };
}

/** Tokens name it and are refused under any other, so it must be exact. */
function publicUrlProblems(
  publicUrl: string | undefined,
  options: {
    readonly production: boolean;
    /** Whether tokens are issued or taken. */
    readonly isNeeded: boolean;
    readonly issuers: readonly IssuerSettings[];
  },
): readonly string[] {
  const { production, isNeeded, issuers } = options;
  if (publicUrl === undefined) {
    const isMissing = production && isNeeded;
    return isMissing
      ? ['PUBLIC_URL is required in production with TOKEN_SIGNING_KEYS_FILE or OAUTH_ISSUERS.']
      : [];
  }
  if (!isWebOrigin(publicUrl) || (production && !isHttpsOrLocal(publicUrl))) {
    return ['PUBLIC_URL must be an origin such as https://runway.example.com, without a path.'];
  }
  return issuers.some(({ issuer }) => issuer === publicUrl)
    ? ['OAUTH_ISSUERS must not name PUBLIC_URL: it is the issuer of the tokens made here.']
    : [];
}

/** What a failed `listen` says: the cause, and the setting to change. */
export function listenError(
  cause: unknown,
  portSetting: 'PORT' | 'EMULATOR_PORT',
  { host, port }: { readonly host: string; readonly port: number },
): Error {
  const { code = 'unknown error' } = cause as NodeJS.ErrnoException;
  const at = `port ${String(port)} of ${host}`;
  const said = LISTEN_ERRORS[code]?.(at, portSetting);
  return new Error(said ?? `Cannot listen on ${at} (${code}). Set ${portSetting} or HOST.`, {
    cause,
  });
}

const LISTEN_ERRORS: Readonly<Record<string, (at: string, portSetting: string) => string>> = {
  EADDRINUSE: (at, portSetting) =>
    `Another process listens on ${at}. Set ${portSetting} to a free port, or stop that process.`,
  EACCES: (at, portSetting) =>
    `This user may not listen on ${at}. Set ${portSetting} to a port from 1024 on.`,
  EADDRNOTAVAIL: (at) => `This machine has no such address: ${at}. Set HOST to one of its own.`,
  ENOTFOUND: (at) =>
    `HOST is not the name of this machine: ${at}. Set HOST to one of its addresses.`,
};
