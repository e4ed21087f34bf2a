/** How urgent an alert is: look at it today, or now. */
export const ALERT_SEVERITIES = ['WARNING', 'CRITICAL'] as const;

export type AlertSeverity = (typeof ALERT_SEVERITIES)[number];

/**
 * What the gateway may do by itself. `THROTTLE`: few requests a minute for the caller or address,
 * for a while. `SUSPEND`: the key is refused until an operator lifts it.
 */
export const ALERT_ANSWERS = ['THROTTLE', 'SUSPEND'] as const;

export type AlertAnswer = (typeof ALERT_ANSWERS)[number];

/**
 * What a rule looks at.
 * `refusals`: audit records with one of the codes, summed by caller, address or attempted key.
 * `reuse`: audit records of credentials that had ended, summed by key.
 * `networks`: networks from which a key was used for the first time.
 * `spend`: the credits of a day, as a multiple of the mean day of the week before.
 * `moderation`: tasks that content moderation has failed.
 * `account`: how much of one of Runway's limits an account has used, in percent.
 */
export type AlertWatch =
  | {
      readonly kind: 'refusals';
      readonly codes: readonly string[];
      readonly by: 'caller' | 'address' | 'attemptedKey';
    }
  | { readonly kind: 'reuse' }
  | { readonly kind: 'networks' }
  | { readonly kind: 'spend'; readonly by: 'tenant' | 'caller' }
  | { readonly kind: 'moderation'; readonly by: 'tenant' | 'caller' }
  | { readonly kind: 'account' };

export type AlertWatchKind = AlertWatch['kind'];

/** One suspicious pattern. */
export interface AlertRule {
  readonly watches: AlertWatch;
  /** How far back it looks; of `spend`, it is the present day in UTC. */
  readonly windowMs: number;
  /** The count from which on it fires, unless ALERT_THRESHOLDS sets another; 0 turns it off. */
  readonly threshold: number;
  /** What is counted, for people. */
  readonly counts: string;
  /** For so long one pattern of one subject is one alert. */
  readonly quietMs: number;
  readonly severity: AlertSeverity;
  /** The answers that ALERT_ANSWERS may choose from. */
  readonly answers: readonly AlertAnswer[];
  /** The event in the OWASP logging vocabulary. */
  readonly owasp: string;
  /** Requirements of OWASP ASVS 5.0 that it serves. */
  readonly asvs: readonly string[];
  /** What may have happened, in one sentence. */
  readonly meaning: string;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** 15 min: an attack that goes on is told of again before the next meeting. */
const QUIET_MS = 15 * MINUTE_MS;

/** An alarm of Runway's limits. */
function limitRule(threshold: number, severity: AlertSeverity): AlertRule {
  return {
    watches: { kind: 'account' },
    // Runway's own windows are a day or a month.
    windowMs: 24 * HOUR_MS,
    threshold,
    counts: 'percent of the limit',
    quietMs: 20 * HOUR_MS,
    severity,
    answers: [],
    owasp: 'excess_rate_limit_exceeded',
    asvs: ['V2.4.1'],
    meaning: `A Runway account has used ${String(threshold)} % of its daily generations, its monthly spend or its credits.`,
  };
}

/**
 * THE TABLE of rules: every pattern for which the gateway raises an alert. A key that other people can
 * make look bad has no answer that would stop its owner: `attacked_key`.
 */
export const ALERT_RULES = {
  denials_of_caller: {
    watches: { kind: 'refusals', codes: ['FORBIDDEN'], by: 'caller' },
    windowMs: MINUTE_MS,
    threshold: 20,
    counts: 'refusals for a lacking scope',
    quietMs: QUIET_MS,
    severity: 'WARNING',
    answers: ['THROTTLE', 'SUSPEND'],
    owasp: 'authz_fail',
    asvs: ['V8.2.1', 'V16.3.2'],
    meaning: 'A caller tries fields that its scopes do not permit.',
  },
  denials_of_address: {
    watches: { kind: 'refusals', codes: ['FORBIDDEN', 'ORIGIN_NOT_ALLOWED'], by: 'address' },
    windowMs: MINUTE_MS,
    threshold: 60,
    counts: 'refusals for a lacking scope or a foreign origin',
    quietMs: QUIET_MS,
    severity: 'WARNING',
    answers: ['THROTTLE'],
    owasp: 'authz_fail',
    asvs: ['V2.4.1', 'V16.3.2'],
    meaning: 'Callers at one address try what they may not do.',
  },
  credential_stuffing: {
    watches: { kind: 'refusals', codes: ['UNAUTHENTICATED'], by: 'address' },
    windowMs: 10 * MINUTE_MS,
    threshold: 30,
    counts: 'missing or wrong credentials',
    quietMs: QUIET_MS,
    severity: 'CRITICAL',
    answers: ['THROTTLE'],
    owasp: 'authn_login_fail_max',
    asvs: ['V6.1.1', 'V6.3.1', 'V16.3.1'],
    meaning: 'A client at one address guesses credentials, or has a wrong one.',
  },
  attacked_key: {
    watches: { kind: 'refusals', codes: ['UNAUTHENTICATED'], by: 'attemptedKey' },
    windowMs: 10 * MINUTE_MS,
    threshold: 30,
    counts: 'wrong credentials that name the key',
    quietMs: QUIET_MS,
    severity: 'WARNING',
    answers: [],
    owasp: 'authn_login_fail_max',
    asvs: ['V6.1.1', 'V6.3.1'],
    meaning: 'Clients anywhere guess the secret of one key. The key itself stays as it is.',
  },
  ended_credential: {
    watches: { kind: 'reuse' },
    windowMs: 10 * MINUTE_MS,
    threshold: 1,
    counts: 'uses of the credential',
    quietMs: HOUR_MS,
    severity: 'WARNING',
    answers: [],
    owasp: 'authn_token_reuse',
    asvs: ['V7.4.1', 'V16.3.1'],
    meaning:
      'The right secret of a revoked, expired or replaced key came back, or a token of such a key.',
  },
  new_network: {
    watches: { kind: 'networks' },
    windowMs: HOUR_MS,
    threshold: 1,
    counts: 'networks (/24 or /48) that are new for the key',
    quietMs: HOUR_MS,
    severity: 'WARNING',
    answers: ['THROTTLE', 'SUSPEND'],
    owasp: 'authn_impossible_travel',
    asvs: ['V16.3.1', 'V16.3.3'],
    meaning: 'A key is used from a network from which it was never used before.',
  },
  spend_of_tenant: {
    watches: { kind: 'spend', by: 'tenant' },
    windowMs: 24 * HOUR_MS,
    threshold: 3,
    counts: 'times the mean day of the week before',
    quietMs: 6 * HOUR_MS,
    severity: 'CRITICAL',
    answers: [],
    owasp: 'excess_rate_limit_exceeded',
    asvs: ['V2.4.1', 'V16.3.3'],
    meaning: 'A tenant spends a multiple of what it spends on other days.',
  },
  spend_of_caller: {
    watches: { kind: 'spend', by: 'caller' },
    windowMs: 24 * HOUR_MS,
    threshold: 3,
    counts: 'times the mean day of the week before',
    quietMs: 6 * HOUR_MS,
    severity: 'CRITICAL',
    answers: ['THROTTLE', 'SUSPEND'],
    owasp: 'excess_rate_limit_exceeded',
    asvs: ['V2.4.1', 'V16.3.3'],
    meaning: 'One key or person spends a multiple of what it spends on other days.',
  },
  moderation_of_tenant: {
    watches: { kind: 'moderation', by: 'tenant' },
    windowMs: HOUR_MS,
    threshold: 8,
    counts: 'moderated tasks',
    quietMs: HOUR_MS,
    severity: 'CRITICAL',
    answers: [],
    owasp: 'input_validation_fail',
    asvs: ['V2.4.1', 'V16.3.3'],
    meaning: 'Content moderation refuses the requests of a tenant, who shares Runway’s account.',
  },
  moderation_of_caller: {
    watches: { kind: 'moderation', by: 'caller' },
    windowMs: HOUR_MS,
    threshold: 5,
    counts: 'moderated tasks',
    quietMs: HOUR_MS,
    severity: 'WARNING',
    answers: ['THROTTLE', 'SUSPEND'],
    owasp: 'input_validation_fail',
    asvs: ['V2.4.1', 'V16.3.3'],
    meaning: 'Content moderation refuses the requests of one key or person.',
  },
  id_enumeration: {
    watches: { kind: 'refusals', codes: ['NOT_FOUND'], by: 'caller' },
    windowMs: 5 * MINUTE_MS,
    threshold: 50,
    counts: 'requests for objects that the caller does not have',
    quietMs: QUIET_MS,
    severity: 'WARNING',
    answers: ['THROTTLE', 'SUSPEND'],
    owasp: 'malicious_direct_reference',
    asvs: ['V8.2.2', 'V16.3.2'],
    meaning: 'A caller tries ids of objects that are not there, or not its own.',
  },
  runway_limit_70: limitRule(70, 'WARNING'),
  runway_limit_85: limitRule(85, 'WARNING'),
  runway_limit_95: limitRule(95, 'CRITICAL'),
} as const satisfies Record<string, AlertRule>;

export type AlertRuleId = keyof typeof ALERT_RULES;

export const ALERT_RULE_IDS = Object.keys(ALERT_RULES) as readonly AlertRuleId[];

export function isAlertRule(text: string): text is AlertRuleId {
  return Object.hasOwn(ALERT_RULES, text);
}

export function alertRule(id: AlertRuleId): AlertRule {
  return ALERT_RULES[id];
}
