import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { GENERATOR_INPUTS } from '../../../scripts/generator-inputs.js';

/** Files of the project that one of them imports, directly or through others. */
function importedBy(...entries: readonly string[]): ReadonlySet<string> {
  const found = new Set(entries);
  for (const file of found) {
    const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'));
    for (const { fileName } of importedFiles) {
      if (!fileName.startsWith('.')) continue;
      found.add(posix.join(posix.dirname(file), fileName).replace(/\.js$/, '.ts'));
    }
  }
  return found;
}

// Guarantee: a check that is skipped because nothing has changed would have found nothing.
describe('What the check of generated files looks at', () => {
  it('is everything that the generators import', () => {
    const files = [...importedBy('schema/generate/main.ts', 'codegen.ts')];
    const isLookedAt = (file: string): boolean =>
      GENERATOR_INPUTS.some((input) => file === input || file.startsWith(`${input}/`));
    expect(files.length).toBeGreaterThan(200);
    expect(files.filter((file) => !isLookedAt(file))).toEqual([]);
  });
});
