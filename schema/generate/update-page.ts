import type { Finding, ReportSection } from './report.js';
import { reportLines } from './report.js';
import type { SdkChanges } from './sdk-changes.js';

/** What one update of the SDK brought. */
export interface SdkUpdate {
  readonly from: string;
  readonly to: string;
  readonly added: SdkChanges;
  readonly withdrawn: SdkChanges;
  /** Generations whose model has no price. */
  readonly unpriced: readonly string[];
  /** What breaks clients of the last release. */
  readonly breaks: readonly string[];
  readonly findings: readonly Finding[];
  /** Checks that were run, and whether they passed. */
  readonly checks: readonly { readonly name: string; readonly passed: boolean }[];
}

const REPORTED: readonly ReportSection[] = [
  'withdrawn',
  'methods',
  'shapes',
  'names',
  'published',
  'added',
  'answers',
  'words',
  'strings',
  'stale',
];

/** docs/reference/sdk-update.md: the report of one update, fit for a pull request. */
export function updatePage(update: SdkUpdate): string {
  const { from, to, added, withdrawn, unpriced, breaks, findings, checks } = update;
  const reported = findings.filter(({ section }) => REPORTED.includes(section));
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['Breaks clients', breaks],
    ['New operations', added.methods],
    ['New models', added.models],
    ['New properties', added.properties],
    ['New values', added.values],
    ['Withdrawn operations', withdrawn.methods],
    ['Withdrawn models', withdrawn.models],
    ['Withdrawn properties', withdrawn.properties],
    ['Withdrawn values', withdrawn.values],
    ['Prices unknown', unpriced],
    ['Checks', checks.map(({ name, passed }) => `${name}: ${passed ? 'passed' : 'failed'}`)],
  ];
  const parts = sections
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `## ${title}\n\n${lines.map((line) => `- \`${line}\``).join('\n')}`);
  const rest =
    reported.length === 0
      ? []
      : [`## To improve\n\n\`\`\`text\n${reportLines(reported).join('\n')}\n\`\`\``];
  const head = `<!-- written by npm run sdk:update; do not edit -->\n\n# Runway's SDK: ${from} to ${to}`;
  return `${[head, ...parts, ...rest].join('\n\n')}\n`;
}
