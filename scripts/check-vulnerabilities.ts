/**
 * `npm run check:vulnerabilities [-- --osv FOLDER] [--project FOLDER] [--today YYYY-MM-DD]`:
 * the gate against published weaknesses of packages. It asks `npm audit`; with `--osv` it reads
 * records in OSV's offline format instead and needs no network.
 *
 * Exit codes: 0 the gate is open · 1 it is closed: an advisory of production is high or worse, one of
 * development critical, or an acceptance is past its day · 3 no advisories could be had, so nothing was
 * checked. `npm run check` goes on after 3 and says so; the workflows of a pull request and of a release
 * do not.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge, type AcceptedAdvisory, type Advisory } from './supply-chain/advisory.js';
import { readLockedPackages } from './supply-chain/locked-packages.js';
import { npmAudit, type AuditResult } from './supply-chain/npm-audit.js';
import { osvAdvisories, readOsvRecords } from './supply-chain/osv-advisories.js';
import { readScriptOptions } from './script-options.js';

const ACCEPTED = 'scripts/supply-chain/accepted-advisories.json';
const CLOSED = 1;
const NOT_CHECKED = 3;

const values = readScriptOptions(import.meta.url, {
  osv: { type: 'string' },
  project: { type: 'string', default: '.' },
  today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
});

const packages = readLockedPackages(values.project);

function readAcceptances(): readonly AcceptedAdvisory[] {
  const text = readFileSync(join(values.project, ACCEPTED), 'utf8');
  return JSON.parse(text) as readonly AcceptedAdvisory[];
}

function advisoriesOfOsv(folder: string): AuditResult {
  const records = readOsvRecords(folder);
  return records.length === 0
    ? { kind: 'none', reason: `${folder} holds no records` }
    : { kind: 'report', advisories: osvAdvisories(records, packages) };
}

function line({ ids, package: name, version, path, isProduction, severity, title }: Advisory) {
  const use = isProduction ? 'production' : 'development';
  return `  ${severity} (${use}): ${name}@${version} at ${path}: ${title} (${ids.join(', ')})`;
}

function report(advisories: readonly Advisory[]): void {
  const verdict = judge(advisories, readAcceptances(), values.today);
  const { blocking, mild, accepted, staleAcceptances } = verdict;
  const show = (title: string, list: readonly Advisory[]): void => {
    if (list.length > 0) console.log([title, ...list.map(line)].join('\n'));
  };
  show('Accepted until a day:', accepted);
  show('Below the gate:', mild);
  show('These close the gate:', blocking);
  const expired = staleAcceptances.filter(({ until }) => until < values.today);
  for (const { id, package: name, until } of staleAcceptances) {
    const why = until < values.today ? `ended on ${until}` : 'matches no advisory: remove it';
    console.log(`  ${ACCEPTED}: ${id} of ${name} ${why}.`);
  }
  const source = values.osv === undefined ? 'npm audit' : `the OSV records of ${values.osv}`;
  console.log(
    `${String(packages.length)} packages checked by ${source}: ${String(blocking.length)} ` +
      `advisories close the gate, ${String(mild.length)} are below it, ${String(accepted.length)} are accepted.`,
  );
  if (blocking.length > 0 || expired.length > 0) process.exitCode = CLOSED;
}

const result =
  values.osv === undefined ? npmAudit(values.project, packages) : advisoriesOfOsv(values.osv);
if (result.kind === 'report') report(result.advisories);
else {
  console.error(
    `NOT CHECKED FOR VULNERABILITIES: no advisories could be had (${result.reason}). ` +
      'Use a registry that has an audit endpoint, or `npm run check:vulnerabilities -- --osv FOLDER` ' +
      'with the unpacked npm records of OSV: docs/operating/updates.md.',
  );
  process.exitCode = NOT_CHECKED;
}
