import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readContext } from './context.js';
import { inputSteps } from './input-steps.js';
import type { GeneratedFiles, Step } from './step.js';
import { steps } from './steps.js';

/**
 * `npm run generate`: runs the steps in order and writes what changed. Two runs make no diff.
 * `-- --inputs` stops before the steps that load the gateway's own graph, for when that does not
 * compile yet.
 */
async function main(): Promise<void> {
  const context = readContext();
  for (const step of process.argv.includes('--inputs') ? inputSteps : steps) {
    const files = await step.run(context);
    const changed = await write(step, files);
    console.log(`${step.name}: ${files.size} files, ${changed} changed`);
  }
  console.log("Bounds in the SDK's comments that no rule understands (left to Runway):");
  for (const line of context.leftovers) console.log(`  ${line}`);
}

async function write(step: Step, files: GeneratedFiles): Promise<number> {
  let changed = 0;
  for (const [file, text] of files) {
    if ((await readFile(file, 'utf8').catch(() => undefined)) === text) continue;
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
    changed += 1;
  }
  if (step.owns === undefined) return changed;
  for (const name of await readdir(step.owns).catch(() => [])) {
    const file = path.posix.join(step.owns, name);
    if (files.has(file)) continue;
    await rm(file);
    changed += 1;
  }
  return changed;
}

await main();
