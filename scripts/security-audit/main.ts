/**
 * `npm run audit:security [-- --url URL --key-file FILE] [--only CHECK,…] [--quick] [--out FOLDER]`:
 * audits a gateway, one of its own unless a URL is named, and writes a report (docs/operating/audits.md).
 *
 * Exit codes: 0 no finding is high or worse · 1 one is · 2 the command was called wrongly.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { killStartedWithThisProcess } from '../../test/config/started-processes.cjs';
import { AuditedGateway } from './audited-gateway.js';
import type { AuditContext, Check } from './check.js';
import { CHECKS } from './checks.js';
import { isAtLeast, notRun, type CheckResult } from './finding.js';
import { OwnGateway } from './own-gateway.js';
import { countsOf, findingsOf, jsonOf, markdownOf, partOf, type AuditReport } from './report.js';
import { readScriptOptions } from '../script-options.js';

const OPTIONS = {
  url: { type: 'string' },
  'key-file': { type: 'string' },
  only: { type: 'string' },
  quick: { type: 'boolean', default: false },
  out: { type: 'string', default: '.data/audits' },
} as const;

type Options = ReturnType<typeof readScriptOptions<typeof OPTIONS>>;

const CALLED_WRONGLY = 2;

killStartedWithThisProcess();
const options = readOptions();
const own = options.url === undefined ? new OwnGateway() : undefined;
try {
  const report = await audit(options, contextOf(options));
  write(report, options.out);
} finally {
  await own?.remove();
}

function readOptions(): Options {
  const values = readScriptOptions(import.meta.url, OPTIONS, CALLED_WRONGLY);
  try {
    if (values.url !== undefined && !/^https?:/.test(new URL(values.url).protocol)) {
      throw new Error('--url takes an address of http or https.');
    }
    checksOf(values);
    return values;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(CALLED_WRONGLY);
  }
}

function checksOf({ only }: Options): readonly Check[] {
  if (only === undefined) return CHECKS;
  const wanted = only.split(',').map((name) => name.trim());
  const names = CHECKS.map(({ name }) => name);
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw new Error(`There is no check ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
  }
  return CHECKS.filter(({ name }) => wanted.includes(name));
}

function contextOf({ url, quick, 'key-file': keyFile }: Options): AuditContext {
  let started: Promise<AuditedGateway> | undefined;
  const key = keyFile === undefined ? undefined : readFileSync(keyFile, 'utf8').trim();
  const open = async (): Promise<AuditedGateway> =>
    url === undefined ? await ownGateway().start() : new AuditedGateway({ url, key });
  return {
    gateway: () => (started ??= open()),
    releaseStore: async () => {
      started = undefined;
      await own?.stop();
    },
    environment: own?.environment ?? process.env,
    isOwnGateway: own !== undefined,
    isQuick: quick,
  };
}

function ownGateway(): OwnGateway {
  if (own === undefined) throw new Error('The audit has started no gateway.');
  return own;
}

async function audit(options: Options, context: AuditContext): Promise<AuditReport> {
  const parts: AuditReport['parts'][number][] = [];
  for (const check of checksOf(options)) {
    process.stdout.write(`${check.name} …`);
    const result = await outcomeOf(check, context);
    process.stdout.write(` ${String(result.findings.length)} findings\n`);
    parts.push(partOf(check, result));
  }
  const subject = options.url ?? 'the build, with the hardened profile of the audit';
  return { at: new Date().toISOString(), subject, parts };
}

async function outcomeOf(check: Check, context: AuditContext): Promise<CheckResult> {
  try {
    return await check.run(context);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { findings: [notRun(`the check ${check.name}`, why)], seen: [] };
  }
}

function write(report: AuditReport, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const name = join(folder, `security-audit-${report.at.replaceAll(':', '-').slice(0, 19)}Z`);
  writeFileSync(`${name}.md`, markdownOf(report));
  writeFileSync(`${name}.json`, jsonOf(report));
  for (const { severity, check, text } of findingsOf(report)) {
    process.stdout.write(`${severity.padEnd(8)} ${check}: ${text}\n`);
  }
  const counts = Object.entries(countsOf(report)).map(
    ([level, count]) => `${String(count)} ${level}`,
  );
  process.stdout.write(`\n${counts.join(', ')}. The report: ${name}.md\n`);
  if (findingsOf(report).some(({ severity }) => isAtLeast(severity, 'high'))) process.exitCode = 1;
}
