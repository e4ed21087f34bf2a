import type { Check } from './check.js';
import { SEVERITIES, type CheckResult, type Finding, type Severity } from './finding.js';

export interface AuditReport {
  readonly at: string;
  /** The address that was audited, or what stood for it. */
  readonly subject: string;
  readonly parts: readonly (CheckResult & {
    readonly name: string;
    readonly title: string;
    readonly asvs: readonly string[];
  })[];
}

interface PlacedFinding extends Finding {
  readonly check: string;
  readonly asvs: readonly string[];
}

export function partOf(
  { name, title, asvs }: Check,
  result: CheckResult,
): AuditReport['parts'][number] {
  return { name, title, asvs, ...result };
}

/** The worst first. */
export function findingsOf({ parts }: AuditReport): readonly PlacedFinding[] {
  return parts
    .flatMap(({ name, asvs, findings }) =>
      findings.map((finding) => ({ asvs, ...finding, check: name })),
    )
    .sort((one, other) => rankOf(one.severity) - rankOf(other.severity));
}

function rankOf(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

export function countsOf(report: AuditReport): Readonly<Record<Severity, number>> {
  const findings = findingsOf(report);
  return Object.fromEntries(
    SEVERITIES.map((severity) => [
      severity,
      findings.filter((finding) => finding.severity === severity).length,
    ]),
  ) as Record<Severity, number>;
}

/** The report for people. */
export function markdownOf(report: AuditReport): string {
  const counts = Object.entries(countsOf(report)).map(
    ([name, count]) => `${String(count)} ${name}`,
  );
  const findings = findingsOf(report);
  const blocks = [
    '# Security audit',
    `Time: ${report.at}  \nSubject: ${report.subject}  \nFindings: ${counts.join(', ')}`,
    '## Findings',
    findings.length === 0
      ? 'None.'
      : table(
          ['severity', 'check', 'finding', 'remedy', 'ASVS'],
          findings.map(({ severity, check, text, remedy, asvs }) => [
            severity,
            check,
            text,
            remedy,
            asvs.join(', '),
          ]),
        ),
    '## Checks',
    ...report.parts.flatMap(({ name, title, asvs, seen, table: rows }) => [
      `### ${name}: ${title}`,
      `ASVS: ${asvs.join(', ')}.`,
      ...(seen.length === 0 ? [] : [seen.map((line) => `- ${line}`).join('\n')]),
      ...(rows === undefined ? [] : [table(rows.head, rows.rows)]),
    ]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

export function jsonOf(report: AuditReport): string {
  const { at, subject, parts } = report;
  const whole = { at, subject, counts: countsOf(report), findings: findingsOf(report), parts };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
