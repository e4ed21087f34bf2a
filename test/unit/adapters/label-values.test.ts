import { LabelValues, OPEN_VALUES_MAX } from '../../../src/adapters/prometheus/label-values.js';
import { METRIC_LABELS, type MetricLabel } from '../../../src/domain/telemetry/metric-labels.js';
import { METRICS, type MetricRow } from '../../../src/domain/telemetry/metric-table.js';
import { ERRORS } from '../../../src/error-registry.js';
import { operations } from '../../../src/operations/operations.js';
import { OPERATION_CLASSES } from '../../../src/policy/limits/operation-class.js';

const LABELS = Object.keys(METRIC_LABELS) as MetricLabel[];

describe('the labels of metrics', () => {
  it.each(LABELS)(
    'M20: %s has a bounded number of values, whatever 10,000 it is given',
    (label) => {
      const values = new LabelValues();
      const admitted = new Set<string>();
      for (let at = 0; at < 10_000; at += 1) admitted.add(values.admitted(label, `v${String(at)}`));
      const isOpen = METRIC_LABELS[label].values === 'OPEN';
      expect(admitted.size).toBe(isOpen ? OPEN_VALUES_MAX + 1 : 1);
      expect(admitted).toContain('other');
    },
  );

  it('are used, each by a metric', () => {
    const used = new Set(
      Object.values(METRICS).flatMap(({ labels }) => labels as readonly string[]),
    );
    expect(LABELS.filter((label) => !used.has(label))).toEqual([]);
  });

  it('have every root field, error code and limit', () => {
    const values = new LabelValues();
    const lost = (label: MetricLabel, all: readonly string[]): readonly string[] =>
      all.filter((value) => values.admitted(label, value) !== value);
    expect(lost('operation', Object.keys(operations))).toEqual([]);
    expect(lost('code', Object.keys(ERRORS))).toEqual([]);
    const classes = OPERATION_CLASSES.flatMap((name) => [name, `${name}-points`]);
    expect(lost('limit', ['address', 'viewer', 'tenant', ...classes])).toEqual([]);
  });
});

describe('the table of metrics', () => {
  const rows = Object.entries(METRICS) as [string, MetricRow][];

  it.each(rows)('names the type and unit of %s as Prometheus does', (name, { type, help }) => {
    expect(name).toMatch(/^gateway_[a-z_]+$/);
    expect(name.endsWith('_total')).toBe(type === 'counter');
    if (type === 'histogram') expect(name).toMatch(/_seconds$/);
    expect(help).toMatch(/^\S.*\.$/);
  });

  it.each(rows)('has ascending buckets for %s where it is a histogram', (_name, row) => {
    const { buckets = [] } = row;
    expect(buckets.length > 0).toBe(row.type === 'histogram');
    expect([...buckets].sort((a, b) => a - b)).toEqual(buckets);
  });
});
