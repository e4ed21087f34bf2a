import { isJwtAlgorithm, type JwtAlgorithm } from './jwt-algorithm.js';
import { isTenantId } from './tenant.js';
import { isHttpsOrLocal } from '../web-address.js';

/** An OAuth issuer whose access tokens the gateway accepts, as an operator configured it. */
export interface IssuerSettings {
  /** `[a-z0-9-]{1,32}`. Subjects and logs show it. */
  readonly name: string;
  /** `iss`, character by character. */
  readonly issuer: string;
  /** Undefined: the gateway finds it by discovery. */
  readonly jwksUri: string | undefined;
  /** `aud`, character by character; undefined: this gateway's own address. */
  readonly audience: string | undefined;
  /** The claim that names the tenant, or the tenant that all its tokens belong to. */
  readonly tenant: { readonly claim: string } | { readonly id: string };
  readonly scopeClaim: string;
  readonly scopePrefix: string;
  readonly algorithms: readonly JwtAlgorithm[];
  readonly requiresAccessTokenType: boolean;
  readonly lifetimeMaxSeconds: number;
  /** Whether its tokens may carry the scope `operator`. */
  readonly mayGrantOperator: boolean;
}

const ISSUERS_MAX = 20;

/** 24 h. */
const LIFETIME_MAX_SECONDS = 86_400;

const DEFAULT_ALGORITHMS: readonly JwtAlgorithm[] = ['RS256', 'PS256', 'ES256'];

const MEMBERS: ReadonlySet<string> = new Set([
  'name',
  'issuer',
  'jwksUri',
  'audience',
  'tenant',
  'tenantClaim',
  'scopeClaim',
  'scopePrefix',
  'algorithms',
  'requireAccessTokenType',
  'lifetimeMaxSeconds',
  'grantOperator',
]);

type Entry = Readonly<Record<string, unknown>>;

/** The issuers of a JSON list, and its problems. No problem repeats a value. */
export function parseIssuers(text: string): {
  readonly issuers: readonly IssuerSettings[];
  readonly problems: readonly string[];
} {
  const entries = parsed(text);
  if (!Array.isArray(entries) || entries.length > ISSUERS_MAX) {
    const problem = `must be a JSON list of at most ${String(ISSUERS_MAX)} issuers.`;
    return { issuers: [], problems: [problem] };
  }
  const problems: string[] = [];
  const issuers = entries.flatMap((entry: unknown, at) => {
    const found = problemsOf(entry).map((problem) => `entry ${String(at + 1)}: ${problem}`);
    problems.push(...found);
    return found.length === 0 ? [toSettings(entry as Entry)] : [];
  });
  for (const member of ['name', 'issuer'] as const) {
    if (new Set(issuers.map((one) => one[member])).size < issuers.length) {
      problems.push(`two entries have the same ${member}.`);
    }
  }
  return { issuers, problems };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function problemsOf(entry: unknown): string[] {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
    return ['must be an object.'];
  }
  const unknown = Object.keys(entry).filter((member) => !MEMBERS.has(member));
  return [
    ...(unknown.length > 0 ? [`has ${String(unknown.length)} members of unknown name.`] : []),
    ...RULES.filter(([member, is]) => !is((entry as Entry)[member], entry as Entry)).map(
      ([member, , must]) => `${member} must be ${must}.`,
    ),
  ];
}

type Rule = readonly [member: string, is: (value: unknown, entry: Entry) => boolean, must: string];

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isOptionalText = (value: unknown): boolean => value === undefined || isText(value);
const isOptionalFlag = (value: unknown): boolean =>
  value === undefined || typeof value === 'boolean';
const isAddress = (value: unknown): boolean => isText(value) && isHttpsOrLocal(value);

const RULES: readonly Rule[] = [
  ['name', (value) => isText(value) && /^[a-z0-9-]{1,32}$/.test(value), '1–32 of a–z, 0–9 and -'],
  [
    'issuer',
    (value) => isAddress(value) && !/[?#]/.test(String(value)),
    'an https address without query (http for this machine only)',
  ],
  [
    'jwksUri',
    (value) => value === undefined || isAddress(value),
    'an https address (http for this machine only)',
  ],
  ['audience', isOptionalText, 'a text'],
  ['tenantClaim', isOptionalText, 'the name of a claim'],
  [
    'tenant',
    (value, { tenantClaim }) =>
      tenantClaim === undefined ? isTenantId(value) : value === undefined,
    'the id of a tenant, unless tenantClaim is given',
  ],
  ['scopeClaim', isOptionalText, 'the name of a claim'],
  ['scopePrefix', (value) => value === undefined || typeof value === 'string', 'a text'],
  [
    'algorithms',
    (value) =>
      value === undefined ||
      (Array.isArray(value) && value.length > 0 && value.every(isJwtAlgorithm)),
    'a list of asymmetric algorithms (RS256, PS256, ES256 …)',
  ],
  ['requireAccessTokenType', isOptionalFlag, 'true or false'],
  [
    'lifetimeMaxSeconds',
    (value) =>
      value === undefined ||
      (Number.isInteger(value) && Number(value) >= 60 && Number(value) <= LIFETIME_MAX_SECONDS),
    `a whole number from 60 to ${String(LIFETIME_MAX_SECONDS)}`,
  ],
  ['grantOperator', isOptionalFlag, 'true or false'],
];

/** For an entry that passed the checks. */
function toSettings(entry: Entry): IssuerSettings {
  const text = (member: string): string | undefined => entry[member] as string | undefined;
  const claim = text('tenantClaim');
  return {
    name: text('name') ?? '',
    issuer: text('issuer') ?? '',
    jwksUri: text('jwksUri'),
    audience: text('audience'),
    tenant: claim === undefined ? { id: text('tenant') ?? '' } : { claim },
    scopeClaim: text('scopeClaim') ?? 'scope',
    scopePrefix: text('scopePrefix') ?? '',
    algorithms: (entry['algorithms'] as readonly JwtAlgorithm[] | undefined) ?? DEFAULT_ALGORITHMS,
    requiresAccessTokenType: entry['requireAccessTokenType'] !== false,
    lifetimeMaxSeconds: (entry['lifetimeMaxSeconds'] as number | undefined) ?? LIFETIME_MAX_SECONDS,
    mayGrantOperator: entry['grantOperator'] === true,
  };
}
