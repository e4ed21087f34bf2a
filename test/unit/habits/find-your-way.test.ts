import { readFileSync } from 'node:fs';

/** A behaviour, the file that holds it, and a text of that file. */
const ROW = /^\| (.+?) +\| `([^`]+)` +\| `([^`]+)` +\|$/gmu;

const rows = [...readFileSync('docs/contributing/find-your-way.md', 'utf8').matchAll(ROW)];

describe('The page that tells which file holds what', () => {
  it('names thirty behaviours or more', () => {
    expect(rows.length).toBeGreaterThanOrEqual(30);
  });

  it.each(rows.map(([, behaviour, file, text]) => [behaviour, file, text] as const))(
    '%s is in %s: %s',
    (_behaviour, file = '', text) => {
      expect(readFileSync(file, 'utf8')).toContain(text);
    },
  );
});
