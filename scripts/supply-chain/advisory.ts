/** From the mildest to the worst. */
export const SEVERITIES = ['low', 'moderate', 'high', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A published weakness in one installed package. */
export interface Advisory {
  /** The id and the aliases of the same weakness, such as GHSA-… and CVE-…. */
  readonly ids: readonly string[];
  readonly package: string;
  readonly version: string;
  readonly path: string;
  readonly isProduction: boolean;
  readonly severity: Severity;
  readonly title: string;
}

/** An advisory that the project lives with until a day, and why that is safe. */
export interface AcceptedAdvisory {
  readonly id: string;
  readonly package: string;
  readonly reason: string;
  /** Last day, as YYYY-MM-DD. */
  readonly until: string;
}

export interface Verdict {
  /** What must be mended before a release. */
  readonly blocking: readonly Advisory[];
  /** What is below the gate. */
  readonly mild: readonly Advisory[];
  readonly accepted: readonly Advisory[];
  /** Acceptances whose last day is past, or that no advisory of this run matches. */
  readonly staleAcceptances: readonly AcceptedAdvisory[];
}

/** A severity that closes the gate. A weakness in a tool of development reaches no client of a gateway. */
const GATE: Readonly<Record<'production' | 'development', Severity>> = {
  production: 'high',
  development: 'critical',
};

function isAtLeast(severity: Severity, gate: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(gate);
}

/** What the advisories of a run mean for the gate on `today`, a day as YYYY-MM-DD. */
export function judge(
  advisories: readonly Advisory[],
  acceptances: readonly AcceptedAdvisory[],
  today: string,
): Verdict {
  const valid = acceptances.filter(({ until }) => until >= today);
  const matching = (advisory: Advisory): AcceptedAdvisory | undefined =>
    valid.find((one) => one.package === advisory.package && advisory.ids.includes(one.id));
  const used = new Set(advisories.map(matching));
  const open = advisories.filter((advisory) => matching(advisory) === undefined);
  const closesGate = ({ severity, isProduction }: Advisory): boolean =>
    isAtLeast(severity, GATE[isProduction ? 'production' : 'development']);
  return {
    blocking: open.filter(closesGate),
    mild: open.filter((advisory) => !closesGate(advisory)),
    accepted: advisories.filter((advisory) => matching(advisory) !== undefined),
    staleAcceptances: acceptances.filter((one) => !used.has(one)),
  };
}
