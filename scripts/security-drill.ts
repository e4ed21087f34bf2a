/**
 * `npm run security:drill [-- --url URL --key-file FILE] [--second-address IP] [--only RULE,…]`: makes
 * each rule of the security alerts fire on a running gateway, and prints which alerts came within 60 s.
 * Without `--url` on a gateway of its own. It exits with 1 when an alert is missing. On a gateway of
 * others it spends no credits.
 */
import { readFileSync } from 'node:fs';
import { isAlertRule } from '../src/domain/alerts/alert-rules.js';
import type { DrillTarget } from './security-drill/drill-stage.js';
import { startOwnGateway } from './security-drill/own-gateway.js';
import { ARRIVES_WITHIN_MS, runDrill, type DrillRow } from './security-drill/run-drill.js';
import { readScriptOptions } from './script-options.js';

const values = readScriptOptions(import.meta.url, {
  url: { type: 'string' },
  'key-file': { type: 'string' },
  'second-address': { type: 'string' },
  only: { type: 'string' },
});

const only = values.only?.split(',').map((name) => {
  if (!isAlertRule(name)) throw new Error(`--only: no rule is called ${name}.`);
  return name;
});

function readOperatorKey(): string {
  const file = values['key-file'];
  const key = file === undefined ? process.env['GATEWAY_KEY'] : readFileSync(file, 'utf8').trim();
  if (key === undefined) throw new Error('--url needs --key-file, or GATEWAY_KEY.');
  return key;
}

function givenGateway(url: string): DrillTarget {
  const secondAddress = values['second-address'];
  return {
    url: url.replace(/\/(?:graphql)?$/, ''),
    operatorKey: readOperatorKey(),
    ...(secondAddress !== undefined && { secondAddress }),
  };
}

function inWords({ outcome }: DrillRow): string {
  switch (outcome.kind) {
    case 'arrived':
      return `arrived after ${outcome.seconds.toFixed(1)} s`;
    case 'missing':
      return `MISSING after ${String(ARRIVES_WITHIN_MS / 1_000)} s`;
    case 'failed':
      return `FAILED: ${outcome.reason}`;
    case 'not tried':
      return `not tried: ${outcome.reason}`;
  }
}

const own = values.url === undefined ? await startOwnGateway() : undefined;
try {
  const target = own ?? givenGateway(values.url ?? '');
  const rows = await runDrill(target, {
    ...(only !== undefined && { only }),
    onRow: (row) => {
      console.log(`${row.rule.padEnd(24)}${inWords(row)}`);
    },
  });
  const count = (kind: DrillRow['outcome']['kind']): number =>
    rows.filter(({ outcome }) => outcome.kind === kind).length;
  const [arrived, missing, failed] = [count('arrived'), count('missing'), count('failed')];
  const all = `${String(arrived)} of ${String(rows.length)} alerts arrived`;
  console.log(
    `${all}, ${String(missing + failed)} did not, ${String(count('not tried'))} not tried`,
  );
  if (missing + failed > 0 || arrived === 0) process.exitCode = 1;
} finally {
  await own?.stop();
}
