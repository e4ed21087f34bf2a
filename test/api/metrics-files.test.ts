// Guarantee: every metric that a rule or the dashboard names exists in a scrape, every metric of the
// table is used or explained, and no file names a label or a value that the gateway never emits. The
// objectives are held to the same, and each alarm and each rule has an entry in the playbook.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { closedSetOf } from '../../src/adapters/prometheus/label-values.js';
import { ALERT_RULES } from '../../src/domain/alerts/alert-rules.js';
import type { MetricLabel } from '../../src/domain/telemetry/metric-labels.js';
import { METRICS, type MetricRow } from '../../src/domain/telemetry/metric-table.js';
import { describePromtool } from '../support/telemetry/describe-promtool.js';
import { metricOf } from '../support/telemetry/scraped.js';
import { startGateway } from '../support/gateway/start-gateway.js';

const RULES = 'deploy/prometheus/gateway.rules.yml';
const RULE_TESTS = 'deploy/prometheus/gateway.rules.test.yml';
const DASHBOARD = 'deploy/grafana/gateway.json';
const INCIDENTS = 'docs/operating/incidents.md';
const OBJECTIVES = 'docs/operating/slo.md';

const NAME = /\b(?:gateway|nodejs|process)_[a-z0-9_]+\b/g;

const run = promisify(execFile);

const isHistogram = (name: string): boolean =>
  (METRICS as Readonly<Record<string, MetricRow>>)[name]?.type === 'histogram';

const namesIn = (text: string): ReadonlySet<string> =>
  new Set((text.match(NAME) ?? []).map((name) => metricOf(name, isHistogram)));

/** Prometheus's own labels of a target. */
const OF_TARGETS = new Set(['instance', 'job']);

/** `metric{label="value",…}`. */
const SELECTOR = /\b(gateway_[a-z0-9_]+)\{([^}]*)\}/g;
const MATCHER = /([a-z_]+)(=~|!~|!=|=)"([^"]*)"/g;

/** Bounds of a histogram as Prometheus writes them; else the closed set of the label. */
function valuesOf({ buckets }: MetricRow, label: string): readonly string[] | undefined {
  if (label === 'le') return [...(buckets ?? []).map(String), '+Inf'];
  return closedSetOf(label as MetricLabel);
}

/** Labels and values of the selectors in a text that no sample of the metric can have. */
function strangersIn(text: string): { readonly seen: number; readonly strangers: string[] } {
  const strangers: string[] = [];
  let seen = 0;
  for (const [, name = '', matchers = ''] of text.matchAll(SELECTOR)) {
    const row = (METRICS as Readonly<Record<string, MetricRow>>)[metricOf(name, isHistogram)];
    for (const [matcher, label = '', operator = '', value = ''] of matchers.matchAll(MATCHER)) {
      if (OF_TARGETS.has(label)) continue;
      seen += 1;
      const isOfMetric =
        row?.labels.includes(label as MetricLabel) === true ||
        (label === 'le' && row?.type === 'histogram');
      const known = row !== undefined && isOfMetric ? valuesOf(row, label) : [];
      const values = operator.includes('~') ? value.split('|') : [value];
      // An open label takes any value.
      if (known !== undefined && !values.every((each) => known.includes(each)))
        strangers.push(`${name}: ${matcher}`);
    }
  }
  return { seen, strangers };
}

interface Dashboard {
  readonly panels: readonly { readonly targets?: readonly { readonly expr: string }[] }[];
}

const expressionsOf = (dashboard: string): readonly string[] =>
  (JSON.parse(dashboard) as Dashboard).panels.flatMap(({ targets = [] }) =>
    targets.map(({ expr }) => expr),
  );

/** The queries of the objectives, by the heading that they stand under. */
const objectivesOf = (page: string): ReadonlyMap<string, string> =>
  new Map(
    page.split('\n## ').flatMap((section) => {
      const query = /^```promql\n([\s\S]*?)^```$/m.exec(section)?.[1];
      return query === undefined ? [] : [[section.split('\n')[0] ?? '', query.trim()] as const];
    }),
  );

describe('the files for Prometheus and Grafana, and the pages beside them', () => {
  let rules: string;
  let dashboard: string;
  let page: string;
  let objectives: ReadonlyMap<string, string>;
  beforeAll(async () => {
    [rules = '', dashboard = '', page = ''] = await Promise.all(
      [RULES, DASHBOARD, INCIDENTS].map((file) => readFile(file, 'utf8')),
    );
    objectives = objectivesOf(await readFile(OBJECTIVES, 'utf8'));
  });

  const queries = (): string => [...objectives.values()].join('\n');

  it('name metrics that a scrape has, and no others', async () => {
    const gateway = await startGateway({ METRICS_PORT: '0' });
    const scrape = await gateway.scrape().finally(() => gateway.stop());
    const scraped = [...scrape.matchAll(/^# HELP (\S+)/gm)].map(([, name]) => name);

    const named = new Set(
      [rules, expressionsOf(dashboard).join('\n'), queries()].flatMap((text) => [...namesIn(text)]),
    );

    expect(namesIn(queries()).size).toBeGreaterThan(5);
    expect([...named].filter((name) => !scraped.includes(name))).toEqual([]);
    expect(named.size).toBeGreaterThan(30);
  }, 120_000);

  it('name labels and values that the gateway emits, in the tests of the rules too', async () => {
    const tests = await readFile(RULE_TESTS, 'utf8');
    const all = strangersIn(
      [rules, tests, expressionsOf(dashboard).join('\n'), queries()].join('\n'),
    );
    expect(all.strangers).toEqual([]);
    expect(all.seen).toBeGreaterThan(50);
    // A series of an alert has the severity of its rule.
    for (const [, rule = '', severity] of tests.matchAll(/rule="(\w+)",severity="(\w+)"/g))
      expect(ALERT_RULES[rule as keyof typeof ALERT_RULES].severity).toBe(severity);
    // The check sees a wrong value, a label of another metric, and a bound that no histogram has.
    const wrong = [
      'gateway_security_alerts_total{rule="denials"}',
      'gateway_tasks{outcome="ok"}',
      'gateway_poll_lateness_seconds_bucket{le="8"}',
      'gateway_request_duration_seconds_count{outcome=~"ok|fine"}',
    ];
    expect(strangersIn(wrong.join('\n')).strangers).toHaveLength(wrong.length);
  });

  it('use every metric of the table', () => {
    const named = new Set([...namesIn(rules), ...namesIn(expressionsOf(dashboard).join('\n'))]);
    expect(Object.keys(METRICS).filter((name) => !named.has(name))).toEqual([]);
  });

  it('name a section of the page for each alert, and the page has no others', () => {
    const alerts = [...rules.matchAll(/- alert: (\w+)/g)].map(([, name]) => name ?? '');
    const runbooks = [...rules.matchAll(/runbook: (\S+)/g)].map(([, target]) => target);
    expect(runbooks).toEqual(alerts.map((name) => `${INCIDENTS}#${name.toLowerCase()}`));
    const sections = [...page.matchAll(/^### ([A-Z]\w+)$/gm)].map(([, name]) => name ?? '');
    expect([...sections].sort()).toEqual([...alerts].sort());
  });

  it('name a section of the page for each rule of the security alerts, and the page has no others', () => {
    const sections = [...page.matchAll(/^### ([a-z]\w+)$/gm)].map(([, name]) => name ?? '');
    expect([...sections].sort()).toEqual(Object.keys(ALERT_RULES).sort());
  });

  it('have an entry with a meaning and something to do for each alarm and each rule', () => {
    const entries = page.split(/^### /m).slice(1);
    const bare = entries.filter((entry) => !/^\w+\n\n\w[^]*?(?:^- Do: |See \[)/m.test(entry));
    expect(bare.map((entry) => entry.split('\n')[0])).toEqual([]);
  });

  it('quote lines of the log that the gateway writes', async () => {
    const quoted = [...page.matchAll(/log line(?: is)?\s+`([^`]+)`/g)].map(([, line = '']) => line);
    const { stdout } = await run('grep', [
      '-rhoE',
      "log[.](info|warn|error)\\(.*|'[^']+',?$",
      'src',
    ]);
    expect(quoted.length).toBeGreaterThan(3);
    expect(quoted.filter((line) => !stdout.includes(`'${line}'`))).toEqual([]);
  });

  it('have an objective for each row of its table, and a query for each', async () => {
    const slo = await readFile(OBJECTIVES, 'utf8');
    const linked = [...slo.matchAll(/^\|.*\| \[(\w+)\]\(#\w+\) +\|$/gm)].map(([, name]) => name);
    const headings = [...objectives.keys()].filter((name) => !name.startsWith('How '));
    expect(linked).toEqual(headings.map((name) => name.toLowerCase()));
  });

  it('test each alert twice: that it fires, and that it is quiet', async () => {
    const alerts = [...rules.matchAll(/- alert: (\w+)/g)].map(([, name]) => name ?? '');
    const tests = [...(await readFile(RULE_TESTS, 'utf8')).matchAll(/^ {2}- name: (.+)$/gm)];
    const expected = alerts.flatMap((name) => [`${name} fires`, `${name} is quiet`]);
    expect(tests.map(([, name]) => name).sort()).toEqual(expected.sort());
  });
});

/** What each query says where a quarter is bad; of the last, 250 times what 99.9 % permits. */
const EXPECTED: Readonly<Record<string, number>> = {
  Availability: 0.75,
  Latency: 0.75,
  Freshness: 0.75,
  Certainty: 0.75,
  Queue: 0.75,
  Store: 0.75,
  Audit: 0.75,
  Books: 2,
  'How fast the budget goes': 250,
};

describePromtool('promtool', (promtool) => {
  it('accepts the rules, their tests and the example of a configuration', async () => {
    await run(promtool, ['check', 'rules', RULES]);
    await run(promtool, ['check', 'config', 'deploy/prometheus/prometheus.yml']);
    const { stdout } = await run(promtool, ['test', 'rules', RULE_TESTS]);
    expect(stdout).toContain('SUCCESS');
  }, 120_000);

  it('accepts every expression of the dashboard', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dashboard-'));
    const file = join(folder, 'dashboard.rules.yml');
    const expressions = expressionsOf(await readFile(DASHBOARD, 'utf8'));
    const rules = expressions.map((expr, at) => ({
      record: `panel:${String(at)}`,
      expr: expr.replaceAll('$__rate_interval', '5m'),
    }));
    try {
      // JSON is YAML.
      await writeFile(file, JSON.stringify({ groups: [{ name: 'dashboard', rules }] }));
      await run(promtool, ['check', 'rules', file]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('works out each objective', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'objectives-'));
    const queries = objectivesOf(await readFile(OBJECTIVES, 'utf8'));
    const record = (name: string): string => `objective:${name.replaceAll(' ', '_')}`;
    // promtool holds no more than 10,000 samples.
    const rules = [...queries].map(([name, expr]) => ({
      record: record(name),
      expr: expr.replaceAll('30d', '1d'),
    }));
    // A sample each 5 minutes, for a day. A quarter of all is bad, or in the last quarter of the time.
    const count = (series: string, each: number) => ({ series, values: `0+${String(each)}x288` });
    const gauge = (series: string, good: number, bad: number) => ({
      series,
      values: `${String(good)}x215 ${String(bad)}x71`,
    });
    const request = 'gateway_request_duration_seconds';
    const tests = {
      rule_files: ['objectives.rules.yml'],
      evaluation_interval: '1d',
      tests: [
        {
          interval: '5m',
          input_series: [
            count(`${request}_count{operation="viewer",outcome="ok"}`, 3),
            count(`${request}_count{operation="viewer",outcome="failed"}`, 1),
            count(`${request}_count{operation="other",outcome="refused"}`, 96),
            count(`${request}_bucket{operation="viewer",le="0.25"}`, 3),
            count('gateway_poll_lateness_seconds_bucket{le="7.5"}', 3),
            count('gateway_poll_lateness_seconds_count', 4),
            gauge('gateway_unconfirmed_oldest_seconds', 0, 3_601),
            gauge('gateway_queue_oldest_seconds', 1_800, 1_801),
            gauge('gateway_store_up', 1, 0),
            gauge('gateway_audit_unsealed_oldest_seconds', 300, 301),
            gauge('gateway_books_differences{check="spent"}', 0, 2),
          ],
          promql_expr_test: [...queries].map(([name]) => ({
            expr: `round(${record(name)}, 0.01)`,
            eval_time: '1d',
            exp_samples: [{ labels: '{}', value: EXPECTED[name] ?? -1 }],
          })),
        },
      ],
    };
    try {
      await writeFile(
        join(folder, 'objectives.rules.yml'),
        JSON.stringify({ groups: [{ name: 'objectives', rules }] }),
      );
      const file = join(folder, 'objectives.test.yml');
      await writeFile(file, JSON.stringify(tests));
      const { stdout } = await run(promtool, ['test', 'rules', file]).catch((error: unknown) => {
        throw new Error((error as { readonly stderr?: string }).stderr);
      });
      expect(stdout).toContain('SUCCESS');
      expect(Object.keys(EXPECTED)).toEqual([...queries.keys()]);
    } finally {
      await rm(folder, { recursive: true });
    }
  }, 120_000);

  it('accepts a scrape', async () => {
    const gateway = await startGateway({ METRICS_PORT: '0' });
    const scrape = await gateway.scrape().finally(() => gateway.stop());
    const checking = run(promtool, ['check', 'metrics']);
    checking.child.stdin?.end(scrape);
    // It also has opinions on names of the library's own; what it cannot read ends it with 1.
    await checking.catch((error: unknown) => {
      const { code, stderr = '' } = error as { readonly code?: number; readonly stderr?: string };
      const told = stderr.split('\n').filter((line) => line.startsWith('gateway_'));
      expect({ code, told }).toEqual({ code: 3, told: [] });
    });
  }, 120_000);
});
