/** From the worst to the mildest. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const;

export type Severity = (typeof SEVERITIES)[number];

/** Something that an audit has found. */
export interface Finding {
  readonly severity: Severity;
  readonly text: string;
  /** What to do about it. */
  readonly remedy: string;
  /** Requirements of ASVS; default: those of the check. */
  readonly asvs?: readonly string[];
}

/** What a check has to say: findings, and what it has looked at. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  /** Sentences for the report. */
  readonly seen: readonly string[];
  /** A table for the report. */
  readonly table?: {
    readonly head: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
}

export function isAtLeast(severity: Severity, bound: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(bound);
}

/** A check, or a part of one, that could not run: never a silent pass. */
export function notRun(part: string, why: string, severity: Severity = 'medium'): Finding {
  return {
    severity,
    text: `Not run: ${part}. ${why}`,
    remedy: 'Run the audit where this part can run.',
  };
}
