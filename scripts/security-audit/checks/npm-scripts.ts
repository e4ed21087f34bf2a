import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Check } from '../check.js';
import { notRun, type CheckResult } from '../finding.js';

/** 1 h for the security suite of a slow machine. */
const RUN_MS_MAX = 3_600_000;
const OUTPUT_BYTES_MAX = 67_108_864;

/** Runs a script of package.json; what it says at its end is part of the finding. */
function runScript(script: string, isQuick: boolean): CheckResult {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  if (!Object.hasOwn(scripts, script)) {
    return { findings: [notRun(`npm run ${script}`, 'There is no such script.')], seen: [] };
  }
  if (isQuick) {
    return { findings: [notRun(`npm run ${script}`, '--quick leaves it out.', 'info')], seen: [] };
  }
  const { status, signal, stdout, stderr } = spawnSync('npm', ['run', '--silent', script], {
    encoding: 'utf8',
    timeout: RUN_MS_MAX,
    maxBuffer: OUTPUT_BYTES_MAX,
    shell: process.platform === 'win32',
  });
  const end = essenceOf(`${stdout}${stderr}`);
  if (status === 0) return { findings: [], seen: [`npm run ${script} passed. ${end}`] };
  const how = signal ?? `code ${String(status)}`;
  const text = `npm run ${script} ended with ${how}: ${end}`;
  return {
    findings: [{ severity: 'high', text, remedy: 'Run it alone and mend what fails.' }],
    seen: [],
  };
}

/** Names of suites and tests that failed, and the last lines, without Jest's list of all paths. */
function essenceOf(output: string): string {
  const lines = output
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith('Ran all test'));
  const failed = lines.filter((line) => /^(?:FAIL |\s*● )/.test(line));
  return [...new Set([...failed, ...lines.slice(-8)])].map((line) => line.trim()).join(' · ');
}

export const suiteCheck: Check = {
  name: 'suite',
  title: 'the tests of the catalogue of attacks',
  asvs: ['V8.2.1', 'V8.4.1', 'V16.5.1'],
  run: async ({ isQuick }) => runScript('test:security', isQuick),
};

export const drillCheck: Check = {
  name: 'drill',
  title: 'attacks that must raise their alarms',
  asvs: ['V16.3.3'],
  run: async ({ isQuick }) => runScript('security:drill', isQuick),
};
