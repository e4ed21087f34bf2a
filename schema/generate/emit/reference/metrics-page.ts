import { closedSetOf, REGISTRY_VALUES } from '../../../../src/adapters/prometheus/label-values.js';
import { METRIC_LABELS, type MetricLabel } from '../../../../src/domain/telemetry/metric-labels.js';
import { METRICS, type MetricRow } from '../../../../src/domain/telemetry/metric-table.js';
import { markdownTable, referencePage } from './markdown.js';

/** Sets of a registry are told by their number: each has a page of its own. */
const SHOWN_MAX = 30;

/** docs/reference/metrics.md, from the table of metrics. */
export function metricsPage(): string {
  return referencePage('src/domain/telemetry/metric-table.ts', [
    '# Metrics',
    'What `GET /metrics` on `METRICS_PORT` shows. [Metrics and alarms](../operating/metrics.md) says how to scrape it, and [the incidents](../operating/incidents.md) what the alarms mean. Metrics whose name begins with `process_` or `nodejs_` are those of prom-client.',
    'A metric of the scope `node` tells of one process: add the values of all nodes. A metric of the scope `store` is read by each node from the store that all share: take the maximum, not the sum.',
    markdownTable(
      ['metric', 'type', 'labels', 'scope', 'description'],
      Object.entries(METRICS).map(([name, row]: [string, MetricRow]) => [
        `\`${name}\``,
        row.type,
        row.labels.map((label) => `\`${label}\``).join(', '),
        row.scope,
        row.isByTenant === true ? `${row.help} Only with METRICS_TENANTS=true.` : row.help,
      ]),
    ),
    '## Labels',
    'A label means the same in every metric. A value outside the set of its label is counted as `other`.',
    markdownTable(
      ['label', 'values', 'description'],
      (Object.keys(METRIC_LABELS) as MetricLabel[]).map((label) => [
        `\`${label}\``,
        valuesOf(label),
        METRIC_LABELS[label].text,
      ]),
    ),
    '## Histograms',
    'Upper bounds of the buckets, in the unit of the name.',
    markdownTable(
      ['metric', 'buckets'],
      Object.entries(METRICS).flatMap(([name, row]: [string, MetricRow]) =>
        row.buckets === undefined ? [] : [[`\`${name}\``, row.buckets.join(', ')]],
      ),
    ),
  ]);
}

function valuesOf(label: MetricLabel): string {
  const values = closedSetOf(label);
  if (values === undefined) return 'at most 100';
  const registered = REGISTRY_VALUES[label];
  return registered !== undefined && values.length > SHOWN_MAX
    ? `${String(values.length)} names`
    : values.map((value) => `\`${value}\``).join(', ');
}
