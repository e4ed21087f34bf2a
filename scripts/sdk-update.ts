/**
 * `npm run sdk:update [-- VERSION]`: installs a version of Runway's SDK (the newest without an argument),
 * generates, checks, and writes docs/reference/sdk-update.md for the pull request. New methods are noted
 * in src/operations/not-yet-exposed.ts. A failed check fails the command, after the page is written.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { buildSchema, findBreakingChanges } from 'graphql';
import { readContext } from '../schema/generate/context.js';
import { knownMethods, proposeRows } from '../schema/generate/emit/proposals.js';
import { inputSteps } from '../schema/generate/input-steps.js';
import { addedBetween } from '../schema/generate/sdk-changes.js';
import type { GeneratorContext } from '../schema/generate/step.js';
import { addedFieldsStep } from '../schema/generate/steps.js';
import { unpricedModels } from '../schema/generate/unpriced.js';
import { updatePage } from '../schema/generate/update-page.js';

const PAGE = 'docs/reference/sdk-update.md';
const CHECKS = ['check:types', 'check:lint', 'check:doors', 'check:schema', 'test:rules'];

function run(command: string, ...args: readonly string[]): boolean {
  const isWindows = process.platform === 'win32';
  return spawnSync(command, args, { stdio: 'inherit', shell: isWindows }).status === 0;
}

function runOrStop(command: string, ...args: readonly string[]): void {
  if (run(command, ...args)) return;
  throw new Error(`${command} ${args.join(' ')} failed`);
}

function installedVersion(): string {
  const text = readFileSync('node_modules/@runwayml/sdk/package.json', 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

function schema(file: string): ReturnType<typeof buildSchema> {
  return buildSchema(readFileSync(file, 'utf8'));
}

/** The steps add to the report; the files that they make are written by a run of its own. */
async function everyStep(context: GeneratorContext): Promise<GeneratorContext> {
  proposeRows(context.methods, knownMethods(), context.report);
  for (const step of [...inputSteps, addedFieldsStep]) await step.run(context);
  return context;
}

const [wanted = 'latest'] = process.argv.slice(2);
const from = installedVersion();
const before = await everyStep(readContext());
const unpriced = new Set(unpricedModels(before));
runOrStop('npm', 'install', '--save-exact', '--no-audit', '--no-fund', `@runwayml/sdk@${wanted}`);
const after = await everyStep(readContext());
const isGenerated = run('npm', 'run', '--silent', 'generate', '--', '--write');
const breaks = findBreakingChanges(
  schema('schema/released.graphql'),
  schema('schema/schema.graphql'),
);
const checks = [
  { name: 'generate', passed: isGenerated },
  ...CHECKS.map((name) => ({ name, passed: run('npm', 'run', '--silent', name) })),
];
writeFileSync(
  PAGE,
  updatePage({
    from,
    to: installedVersion(),
    added: addedBetween(before, after),
    withdrawn: addedBetween(after, before),
    unpriced: unpricedModels(after).filter((line) => !unpriced.has(line)),
    breaks: breaks.map(({ description }) => description),
    findings: after.report.since(before.report),
    checks,
  }),
);
console.log(`${PAGE} has the report.`);
if (checks.some(({ passed }) => !passed)) process.exitCode = 1;
