import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { emitKindTables } from './kind-tables.js';
import { reportLines } from './report.js';
import type { GeneratedFiles, Step } from './step.js';

/**
 * `npm run generate`: runs the steps in order and writes what changed. Two runs make no diff. The
 * tables of resource kinds come first: the steps load the operations, which are made of them.
 * `-- --inputs` stops before the steps that load the gateway's own graph, for when that does not
 * compile yet. `-- --write` notes the rows that it proposes for new methods of the SDK.
 */
async function main(): Promise<void> {
  const tables = emitKindTables();
  console.log(`Kind tables: ${tables.size} files, ${await write(tables)} changed`);
  const { readContext } = await import('./context.js');
  const { emitProposals, knownMethods, proposeRows } = await import('./emit/proposals.js');
  const { inputSteps } = await import('./input-steps.js');
  const { steps } = await import('./steps.js');
  const context = readContext();
  const proposals: Step = { name: 'Proposals', run: emitProposals };
  const wanted = process.argv.includes('--inputs') ? inputSteps : steps;
  const isWriting = process.argv.includes('--write');
  if (!isWriting) proposeRows(context.methods, knownMethods(), context.report);
  for (const step of isWriting ? [proposals, ...wanted] : wanted) {
    const files = await step.run(context);
    const changed = (await write(files)) + (await removeOthers(step, files));
    console.log(`${step.name}: ${files.size} files, ${changed} changed`);
  }
  for (const line of reportLines(context.report.list())) console.log(line);
}

/** The number of files that had another text. */
async function write(files: GeneratedFiles): Promise<number> {
  let changed = 0;
  for (const [file, text] of files) {
    if ((await readFile(file, 'utf8').catch(() => undefined)) === text) continue;
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
    changed += 1;
  }
  return changed;
}

/** Removes from the step's own folder what it no longer emits; the number of those files. */
async function removeOthers({ owns }: Step, files: GeneratedFiles): Promise<number> {
  if (owns === undefined) return 0;
  let changed = 0;
  for (const entry of await readdir(owns, { withFileTypes: true }).catch(() => [])) {
    const file = path.posix.join(owns, entry.name);
    if (files.has(file) || entry.isDirectory()) continue;
    await rm(file);
    changed += 1;
  }
  return changed;
}

await main();
