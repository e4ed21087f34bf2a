import {
  ALERT_RULE_IDS,
  alertRule,
  type AlertRule,
} from '../../../../src/domain/alerts/alert-rules.js';
import { markdownTable, referencePage } from './markdown.js';

/** docs/reference/alerts.md, from the table of rules. */
export function alertsPage(): string {
  const rows = ALERT_RULE_IDS.map((id) => {
    const rule = alertRule(id);
    const { severity, owasp, asvs, meaning } = rule;
    return [
      `\`${id}\``,
      meaning,
      firesAt(rule),
      inWords(rule.quietMs),
      severity,
      rule.answers.map((answer) => `\`${answer.toLowerCase()}\``).join(', ') || 'none',
      `\`${owasp}\``,
      asvs.join(', '),
    ];
  });
  return referencePage('src/domain/alerts/alert-rules.ts', [
    '# Security alerts',
    'The patterns for which the gateway raises an alert. [Security alerts](../operating/alerts.md) says how alerts reach you, and [the incidents](../operating/incidents.md#security-alerts) what to do about each.',
    markdownTable(
      [
        'rule',
        'what it means',
        'fires from',
        'one alert in',
        'severity',
        'answers',
        'OWASP event',
        'ASVS 5.0',
      ],
      rows,
    ),
  ]);
}

function firesAt({ watches, threshold, counts, windowMs }: AlertRule): string {
  const window =
    watches.kind === 'spend' || watches.kind === 'account' ? '' : ` in ${inWords(windowMs)}`;
  return `${String(threshold)} ${counts}${window}`;
}

const MINUTE_MS = 60_000;
const MINUTES_OF_HOUR = 60;

function inWords(ms: number): string {
  const minutes = ms / MINUTE_MS;
  return minutes < MINUTES_OF_HOUR
    ? `${String(minutes)} min`
    : `${String(minutes / MINUTES_OF_HOUR)} h`;
}
