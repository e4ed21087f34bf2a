import { readConfig, type Config, type Environment } from '../../../src/config/config.js';
import type { Check } from '../check.js';
import type { Finding, Severity } from '../finding.js';

/** What an installation should have. */
interface Rule {
  readonly severity: Severity;
  readonly text: string;
  readonly remedy: string;
  readonly asvs: readonly string[];
  isBroken(config: Config, environment: Environment): boolean;
  /** Why the hardened profile of the audit itself breaks the rule. */
  readonly inProfile?: string;
}

const isSet = (environment: Environment, name: string): boolean =>
  (environment[name] ?? '').trim() !== '';

/** Whether an address leads to this machine alone. */
function isLocal(url: string): boolean {
  const { hostname } = new URL(url);
  return ['', 'localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

/** The hardened profile, a row each. Settings that can have no bad value have no row. */
export const RULES: readonly Rule[] = [
  {
    severity: 'critical',
    text: 'NODE_ENV is not production: checks of the configuration are off.',
    remedy: 'Set NODE_ENV=production.',
    asvs: ['V13.4.2'],
    isBroken: ({ production }) => !production,
  },
  {
    severity: 'critical',
    text: 'The emulator stands in for Runway. It accepts every credential.',
    remedy: 'Set RUNWAYML_API_SECRET_FILE, and no EMULATOR.',
    asvs: ['V15.2.3'],
    isBroken: ({ emulatorPort }) => emulatorPort !== undefined,
    inProfile: 'The audit buys nothing at Runway.',
  },
  {
    severity: 'high',
    text: 'Clients may come without TLS: there is no certificate and no listed proxy.',
    remedy: 'Set TLS_CERT_FILE and TLS_KEY_FILE, or TRUSTED_PROXIES.',
    asvs: ['V12.2.1'],
    isBroken: ({ tls, trustedProxies }) => tls === undefined && trustedProxies.length === 0,
  },
  {
    severity: 'high',
    text: 'The explorers are on: every caller may introspect the graph.',
    remedy: 'Remove SANDBOX.',
    asvs: ['V4.3.2', 'V13.4.5'],
    isBroken: ({ sandbox }) => sandbox,
  },
  {
    severity: 'high',
    text: 'The connection to Postgres has no TLS, or does not check the certificate.',
    remedy: 'Add sslmode=verify-full to DATABASE_URL.',
    asvs: ['V12.3.1', 'V12.3.2'],
    isBroken: ({ databaseUrl }) => {
      if (databaseUrl === undefined || isLocal(databaseUrl)) return false;
      const mode = new URL(databaseUrl).searchParams.get('sslmode') ?? 'disable';
      return mode === 'disable' || mode === 'no-verify';
    },
  },
  {
    severity: 'high',
    text: 'The connection to Redis has no TLS.',
    remedy: 'Use rediss:// in REDIS_URL.',
    asvs: ['V12.3.1'],
    isBroken: ({ redisUrl }) =>
      redisUrl !== undefined && !isLocal(redisUrl) && !redisUrl.startsWith('rediss:'),
  },
  {
    severity: 'medium',
    text: 'The embedded database serves one process and does not survive a power cut.',
    remedy: 'Set DATABASE_URL to a Postgres.',
    asvs: ['V2.3.3'],
    isBroken: ({ databaseUrl }) => databaseUrl === undefined,
    inProfile: 'The audit keeps no data.',
  },
  {
    severity: 'medium',
    text: 'Each node counts its limits alone.',
    remedy: 'Set REDIS_URL where more than one node runs.',
    asvs: ['V2.4.1'],
    isBroken: ({ redisUrl, databaseUrl }) => redisUrl === undefined && databaseUrl !== undefined,
  },
  {
    severity: 'high',
    text: 'There is no key file that encrypts what is stored.',
    remedy: 'Set ENCRYPTION_KEY_FILE.',
    asvs: ['V11.3.2', 'V14.2.4'],
    isBroken: (_config, environment) =>
      !isSet(environment, 'ENCRYPTION_KEY_FILE') && !isSet(environment, 'ENCRYPTION_KEY'),
  },
  {
    severity: 'medium',
    text: 'Secrets are in the environment, where a dump of the process shows them.',
    remedy: 'Use the settings that end in _FILE.',
    asvs: ['V13.3.1'],
    isBroken: (_config, environment) =>
      ['ENCRYPTION_KEY', 'RUNWAYML_API_SECRET', 'BOOTSTRAP_API_KEY'].some((name) =>
        isSet(environment, name),
      ),
  },
  {
    severity: 'high',
    text: 'The audit log has no key: changes of it cannot be found.',
    remedy: 'Set AUDIT_KEY_FILE.',
    asvs: ['V16.4.2'],
    isBroken: (_config, environment) => !isSet(environment, 'AUDIT_KEY_FILE'),
  },
  {
    severity: 'medium',
    text: 'The audit log has no anchors: a cut end cannot be found.',
    remedy: 'Set AUDIT_ANCHOR_FILE, on a disk that only accepts additions.',
    asvs: ['V16.4.2', 'V16.4.3'],
    isBroken: (_config, environment) => !isSet(environment, 'AUDIT_ANCHOR_FILE'),
  },
  {
    severity: 'medium',
    text: 'CORS_ORIGINS lists an origin without TLS.',
    remedy: 'List https origins.',
    asvs: ['V3.4.2'],
    isBroken: ({ corsOrigins = [] }) => corsOrigins.some((origin) => origin.startsWith('http:')),
  },
  {
    severity: 'low',
    text: 'Clients may send documents of their own.',
    remedy: 'Set TRUSTED_DOCUMENTS=only where all clients are known.',
    asvs: ['V4.3.1'],
    isBroken: (_config, environment) => environment['TRUSTED_DOCUMENTS'] !== 'only',
    inProfile: 'The audit sends documents of its own.',
  },
  {
    severity: 'medium',
    text: 'A limit is more than ten times its default.',
    remedy: 'Lower the limits of requests, or note why they are that high.',
    asvs: ['V2.4.1'],
    isBroken: ({ rateLimits }) =>
      rateLimits.addressRequests > 30_000 ||
      rateLimits.wrongCredentials > 600 ||
      rateLimits.viewerRequests > 1_000 ||
      rateLimits.tenantRequests > 3_000,
  },
  {
    severity: 'low',
    text: 'Billable mutations may come without an idempotency key.',
    remedy: 'Set REQUIRE_IDEMPOTENCY_KEY=true.',
    asvs: ['V2.3.4'],
    isBroken: (_config, environment) => environment['REQUIRE_IDEMPOTENCY_KEY'] !== 'true',
  },
  {
    severity: 'low',
    text: 'Requests without a known price pass budgets.',
    remedy: 'Set UNPRICED=refuse.',
    asvs: ['V2.3.2'],
    isBroken: (_config, environment) => environment['UNPRICED'] !== 'refuse',
  },
  {
    severity: 'medium',
    text: 'Bounds of inputs are lifted.',
    remedy: 'Empty RELAXED_BOUNDS when the bounds of Runway are known.',
    asvs: ['V2.2.1'],
    isBroken: (_config, environment) => isSet(environment, 'RELAXED_BOUNDS'),
  },
  {
    severity: 'medium',
    text: 'The log shows details for development.',
    remedy: 'Set LOG_LEVEL=info.',
    asvs: ['V13.4.2'],
    isBroken: (_config, environment) => environment['LOG_LEVEL'] === 'debug',
  },
  {
    severity: 'medium',
    text: 'A variable looks like a mistyped setting.',
    remedy: 'See the warnings at the start of the gateway.',
    asvs: ['V13.4.2'],
    isBroken: ({ suspectVariables }) => suspectVariables.length > 0,
  },
];

/** The findings of the rules that are broken. */
export function judge(
  environment: Environment,
  { isOwnProfile }: { readonly isOwnProfile: boolean },
): readonly Finding[] {
  const config = readConfig(environment);
  return RULES.filter((rule) => rule.isBroken(config, environment)).map(
    ({ severity, text, remedy, asvs, inProfile }) =>
      isOwnProfile && inProfile !== undefined
        ? {
            severity: 'info',
            text: `${text} In the profile of the audit: ${inProfile}`,
            remedy,
            asvs,
          }
        : { severity, text, remedy, asvs },
  );
}

export const configurationCheck: Check = {
  name: 'configuration',
  title: 'settings against the hardened profile',
  asvs: ['V13.4.2'],
  run: async ({ environment, isOwnGateway }) => {
    const subject = isOwnGateway
      ? 'the hardened profile of the audit'
      : 'the settings of this shell';
    try {
      const findings = judge(environment, { isOwnProfile: isOwnGateway });
      return { findings, seen: [`${String(RULES.length)} rules, on ${subject}.`] };
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      const remedy = 'Mend the settings: the gateway does not start with them.';
      return { findings: [{ severity: 'high', text, remedy }], seen: [`On ${subject}.`] };
    }
  },
};
