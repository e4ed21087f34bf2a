import { existsSync } from 'node:fs';
import { LONGEST } from '../../config/longest-first.cjs';

describe('The suites that begin first', () => {
  it('are suites of the project', () => {
    expect(LONGEST.filter((name) => !existsSync(`${name}.test.ts`))).toEqual([]);
  });
});
