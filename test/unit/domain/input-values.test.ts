import { inputTexts } from '../../../src/domain/input/input-values.js';

describe('the texts of an input', () => {
  it('are found wherever they stand, with their places', () => {
    const input = { name: 'a', voice: { custom: { id: 'b' } }, ids: ['c', 'd'], n: 1, no: null };
    expect(inputTexts(input)).toEqual([
      { path: 'name', pattern: 'name', text: 'a' },
      { path: 'voice.custom.id', pattern: 'voice.custom.id', text: 'b' },
      { path: 'ids.0', pattern: 'ids[]', text: 'c' },
      { path: 'ids.1', pattern: 'ids[]', text: 'd' },
    ]);
  });

  it('are none in what holds none', () => {
    expect(inputTexts(null)).toEqual([]);
    expect(inputTexts({ list: [1, true, []] })).toEqual([]);
  });
});
