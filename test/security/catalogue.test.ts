// Guarantee: nothing of the catalogue is forgotten. Each row has a test whose title begins with its
// id, or says why it has none; and no title or entry speaks of a row that there is not.
import { titledIds } from './catalogue-titles.js';
import { CATALOGUE } from './catalogue.js';
import { NOT_APPLICABLE } from './not-applicable.js';

const rows: readonly string[] = Object.keys(CATALOGUE);
const excused: readonly string[] = NOT_APPLICABLE.map(({ id }) => id);

describe('the catalogue', () => {
  const titled = titledIds('test');
  const proved = new Set(titled.map(({ id }) => id));

  it('has every group from its first number on, without a gap', () => {
    const groups = new Map<string, string[]>();
    for (const id of rows) {
      const group = id.charAt(0);
      groups.set(group, [...(groups.get(group) ?? []), id]);
    }
    for (const [group, ids] of groups) {
      expect(ids).toEqual(ids.map((_, n) => `${group}${String(n + 1)}`));
    }
    const sizes = Object.fromEntries([...groups].map(([group, ids]) => [group, ids.length]));
    expect(sizes).toEqual({
      ...{ Q: 16, B: 6, I: 9, C: 11, T: 11, O: 9, Z: 7, V: 8, R: 6, W: 10, L: 4, S: 4 },
      ...{ M: 21, D: 31, F: 25 },
    });
  });

  it('has a test for each row, or an entry that says why there is none', () => {
    const missing = rows.filter((id) => !proved.has(id) && !excused.includes(id));
    expect(missing).toEqual([]);
  });

  it('has the row of each title', () => {
    expect(titled.filter(({ id }) => !rows.includes(id))).toEqual([]);
  });

  it('excuses no row twice, and none that has a test', () => {
    expect(excused).toEqual([...new Set(excused)]);
    expect(excused.filter((id) => proved.has(id))).toEqual([]);
    expect(NOT_APPLICABLE.filter(({ reason }) => reason.length < 20)).toEqual([]);
  });
});
