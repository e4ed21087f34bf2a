import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Check } from '../check.js';
import { notRun, type Finding, type Severity } from '../finding.js';

const RUN_MS_MAX = 120_000;
const OUTPUT_BYTES_MAX = 67_108_864;

interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
}

/** `npm audit --json`, as far as it is read. */
interface AuditAnswer {
  readonly metadata?: { readonly vulnerabilities?: { readonly total?: number } };
  readonly vulnerabilities?: Readonly<
    Record<string, { readonly severity: string; readonly range: string }>
  >;
}

/** `npm outdated --json`, by package. */
type OutdatedAnswer = Readonly<
  Record<string, { readonly current?: string; readonly latest?: string }>
>;

/** Advisories of one source. Undefined: the source could not be asked. A further source is a further entry. */
type AdvisorySource = () => readonly Finding[] | undefined;

const ADVISORY_SOURCES: readonly AdvisorySource[] = [registryAdvisories];

export const dependenciesCheck: Check = {
  name: 'dependencies',
  title: 'advisories, hashes, install scripts and age of libraries',
  asvs: ['V15.2.1', 'V15.1.2'],
  run: async ({ isQuick }) => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      readonly packages: Readonly<Record<string, LockedPackage>>;
    };
    const packages = Object.entries(lock.packages).filter(([path]) =>
      path.includes('node_modules/'),
    );
    const findings = [
      ...advisories(),
      ...withoutHash(packages),
      ...installScripts(packages),
      ...(isQuick ? [notRun('npm outdated', '--quick leaves it out.', 'info')] : outdated()),
    ];
    return { findings, seen: [`${String(packages.length)} packages in package-lock.json.`] };
  },
};

function advisories(): readonly Finding[] {
  const told = ADVISORY_SOURCES.map((source) => source());
  if (told.every((findings) => findings === undefined)) {
    return [notRun('advisories', 'No source of advisories could be asked.')];
  }
  return told.flatMap((findings) => findings ?? []);
}

/** `npm audit`: only a report with a count is one. */
function registryAdvisories(): readonly Finding[] | undefined {
  const { stdout } = npm(['audit', '--omit=dev', '--json']);
  const report = parsed(stdout) as AuditAnswer | undefined;
  if (report?.metadata?.vulnerabilities?.total === undefined) return undefined;
  return Object.entries(report.vulnerabilities ?? {}).map(([name, { severity, range }]) => ({
    severity: severityOf(severity),
    text: `${name} ${range} has an advisory (${severity}).`,
    remedy: 'Update it: npm audit fix, or an override.',
  }));
}

function severityOf(text: string): Severity {
  const known: Readonly<Record<string, Severity>> = {
    critical: 'critical',
    high: 'high',
    moderate: 'medium',
    low: 'low',
  };
  return known[text] ?? 'info';
}

function withoutHash(packages: readonly (readonly [string, LockedPackage])[]): readonly Finding[] {
  return packages
    .filter(([, { integrity, link }]) => integrity === undefined && link !== true)
    .map(([path]) => ({
      severity: 'high',
      text: `${path} has no hash in package-lock.json.`,
      remedy: 'Delete its entry and run npm install.',
      asvs: ['V15.1.2'],
    }));
}

function installScripts(
  packages: readonly (readonly [string, LockedPackage])[],
): readonly Finding[] {
  const names = packages.flatMap(([path, { hasInstallScript, dev }]) => {
    if (hasInstallScript !== true) return [];
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    return [dev === true ? `${name} (development)` : name];
  });
  if (names.length === 0) return [];
  const text = `Packages run a script when they are installed: ${names.join(', ')}.`;
  const remedy = 'Read the scripts, or install with --ignore-scripts.';
  return [{ severity: 'info', text, remedy }];
}

/** Direct dependencies that are a major version behind. */
function outdated(): readonly Finding[] {
  const { stdout, status } = npm(['outdated', '--json']);
  const report = parsed(stdout) as OutdatedAnswer | undefined;
  // 1: some are behind. Anything else without a report is no answer.
  if (report === undefined || 'error' in report || (status !== 0 && status !== 1)) {
    return [notRun('npm outdated', 'The registry could not be asked.', 'low')];
  }
  const major = (version: string): number => Number(version.split('.')[0]);
  const behind = Object.entries(report).flatMap(([name, { current = '', latest = '' }]) =>
    major(latest) > major(current) ? [`${name} ${current} (${latest})`] : [],
  );
  if (behind.length === 0) return [];
  const text = `A major version behind: ${behind.join(', ')}.`;
  const remedy = 'Update, or note the reason in the decisions.';
  return [{ severity: 'low', text, remedy, asvs: ['V15.2.1'] }];
}

function npm(args: readonly string[]): { readonly stdout: string; readonly status: number | null } {
  return spawnSync('npm', args, {
    encoding: 'utf8',
    timeout: RUN_MS_MAX,
    maxBuffer: OUTPUT_BYTES_MAX,
    shell: process.platform === 'win32',
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
