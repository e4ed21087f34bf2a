// Guarantee: a file of src/ is found by its name alone, because no other file has it.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';

/** The entry points of the two processes: a reader who looks for one knows which. */
const ENTRY_POINT = 'main.ts';

/** Each base name that occurs twice, with its files. */
function repeatedNames(files: readonly string[]): readonly string[] {
  const names = new Set(files.map((file) => basename(file)));
  return [...names].flatMap((name) => {
    const paths = files.filter((file) => basename(file) === name);
    return paths.length > 1 && name !== ENTRY_POINT ? [`${name}: ${paths.join(', ')}`] : [];
  });
}

describe('The files of src/', () => {
  it('have names of their own', () => {
    const listed = execFileSync(
      'git',
      ['ls-files', '--cached', '--others', '--exclude-standard', 'src/*.ts'],
      { encoding: 'utf8' },
    );
    const files = listed.split('\n').filter((file) => file !== '' && existsSync(file));
    expect(files.length).toBeGreaterThan(500);
    expect(repeatedNames(files)).toEqual([]);
  });

  it('are reported where two share a name', () => {
    expect(repeatedNames(['src/api/price.ts', 'src/domain/price.ts', 'src/main.ts'])).toEqual([
      'price.ts: src/api/price.ts, src/domain/price.ts',
    ]);
  });
});
