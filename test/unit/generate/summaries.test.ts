import { MODELS } from '../../../src/generated/facts/models.js';
import { SUMMARIES } from '../../../schema/runway/summaries.js';

describe('the summaries of models', () => {
  const named = new Set(MODELS.map(({ model, operation }) => model ?? operation));

  it('name no model that the catalogue does not have', () => {
    expect(Object.keys(SUMMARIES).filter((name) => !named.has(name))).toEqual([]);
  });

  it('are one sentence of at most 120 characters, without an end of line', () => {
    const odd = Object.entries(SUMMARIES).filter(
      ([, text]) => text.length > 120 || !text.endsWith('.') || text.includes('\n'),
    );
    expect(odd).toEqual([]);
  });
});
