import { spawnSync } from 'node:child_process';
import { SEVERITIES, type Advisory, type Severity } from './advisory.js';
import type { LockedPackage } from './locked-packages.js';

/** The members that are read of the report of `npm audit --json`, version 2. */
interface AuditReport {
  readonly metadata?: { readonly vulnerabilities?: { readonly total?: unknown } };
  readonly vulnerabilities?: Readonly<Record<string, AuditEntry>>;
}

interface AuditEntry {
  /** Advisories of the package itself; a name where the weakness is in a package that it uses. */
  readonly via: readonly (AuditedAdvisory | string)[];
  readonly nodes: readonly string[];
}

interface AuditedAdvisory {
  readonly url: string;
  readonly title: string;
  readonly severity: string;
}

export type AuditResult =
  | { readonly kind: 'report'; readonly advisories: readonly Advisory[] }
  /** The registry, or a setting of npm, gives no report. */
  | { readonly kind: 'none'; readonly reason: string };

/** Asks the registry of a project for the advisories that hold for its lockfile. */
export function npmAudit(project: string, packages: readonly LockedPackage[]): AuditResult {
  const { stdout, error } = spawnSync('npm', ['audit', '--json', '--package-lock-only'], {
    cwd: project,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  if (error !== undefined) return { kind: 'none', reason: error.message };
  return readAuditReport(stdout, packages);
}

/**
 * Only a report with a count is an audit: a registry without the endpoint, or a setting that turns it
 * off, must not look like a clean bill.
 */
export function readAuditReport(text: string, packages: readonly LockedPackage[]): AuditResult {
  let report: AuditReport & { readonly message?: string };
  try {
    report = JSON.parse(text) as typeof report;
  } catch {
    return { kind: 'none', reason: 'npm audit printed no JSON' };
  }
  if (typeof report.metadata?.vulnerabilities?.total !== 'number') {
    return { kind: 'none', reason: report.message ?? 'npm audit gave no count' };
  }
  const byPath = new Map(packages.map((locked) => [locked.path, locked]));
  const advisories = Object.values(report.vulnerabilities ?? {}).flatMap(({ via, nodes }) =>
    via.flatMap((audited) =>
      typeof audited === 'string'
        ? []
        : nodes.map((path) => toAdvisory(audited, byPath.get(path), path)),
    ),
  );
  return { kind: 'report', advisories };
}

/** A place that the lockfile does not have counts as one of production. */
function toAdvisory(
  { url, title, severity }: AuditedAdvisory,
  locked: LockedPackage | undefined,
  path: string,
): Advisory {
  return {
    ids: [url.slice(url.lastIndexOf('/') + 1)],
    package: locked?.name ?? path,
    version: locked?.version ?? 'unknown',
    path,
    isProduction: locked?.isProduction ?? true,
    severity: severityOf(severity),
    title,
  };
}

/** `info` is npm's word for less than low. A word that is new counts as high. */
function severityOf(word: string): Severity {
  if (word === 'info') return 'low';
  return SEVERITIES.find((severity) => severity === word) ?? 'high';
}
