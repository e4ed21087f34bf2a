// Guarantee: docs/asvs.md speaks of every requirement of ASVS, levels 1 and 2, and each row that is met
// names files that exist and tests that there are.
import { existsSync } from 'node:fs';
import { titledIds } from '../catalogue-titles.js';
import { CATALOGUE } from '../catalogue.js';
import { ASVS_ROWS, CHAPTERS, chapterOf } from './asvs.js';
import { REQUIREMENTS } from './requirements.js';

describe('the walk through ASVS', () => {
  const met = ASVS_ROWS.filter((row) => row.status === 'met');
  const others = ASVS_ROWS.filter((row) => row.status !== 'met');

  it('has each requirement once, and no other', () => {
    const ids = ASVS_ROWS.map(({ id }) => id);
    expect([...ids].sort()).toEqual(Object.keys(REQUIREMENTS).sort());
    expect(ids).toHaveLength(253);
    expect(new Set(ASVS_ROWS.map(chapterOf))).toEqual(new Set(Object.keys(CHAPTERS)));
  });

  it('says where a requirement is met, in files that exist', () => {
    expect(met.filter(({ where }) => where.length === 0)).toEqual([]);
    const paths = met.flatMap(({ id, where }) => where.map((path) => ({ id, path })));
    expect(paths.filter(({ path }) => !existsSync(path))).toEqual([]);
  });

  it('names a test for all that code does', () => {
    const isDocument = (path: string): boolean => path.endsWith('.md');
    const unproved = met.filter(
      ({ where, proof }) => proof.length === 0 && !where.every(isDocument),
    );
    expect(unproved).toEqual([]);
  });

  it('names tests that there are', () => {
    const titled = new Set(titledIds('test').map(({ id }) => id));
    const isThere = (proof: string): boolean =>
      Object.hasOwn(CATALOGUE, proof) ? titled.has(proof) : existsSync(proof);
    const missing = met.flatMap(({ id, proof }) =>
      proof.filter((name) => !isThere(name)).map((name) => ({ id, name })),
    );
    expect(missing).toEqual([]);
  });

  it('has a reason for each other row', () => {
    expect(others.filter(({ reason }) => reason.length < 20)).toEqual([]);
  });
});
