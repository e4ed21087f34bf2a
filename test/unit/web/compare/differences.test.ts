import { differencesOf, valuesOf } from '../../../../web/src/compare/differences.js';

describe('the differences of two inputs', () => {
  it('name each value by its place', () => {
    const input = { gen4_5: { promptText: 'A fox', images: [{ uri: 'u' }], audio: true } };
    expect([...valuesOf(input)]).toEqual([
      ['gen4_5.promptText', 'A fox'],
      ['gen4_5.images[0].uri', 'u'],
      ['gen4_5.audio', 'true'],
    ]);
    expect([...valuesOf(null)]).toEqual([]);
  });

  it('show both sides where one has no such value', () => {
    const left = { model: { seed: 1, ratio: 'a' } };
    const right = { model: { seed: 1, ratio: 'b', duration: 5 } };
    expect(differencesOf(left, right)).toEqual([
      { path: 'model.seed', left: '1', right: '1', isEqual: true },
      { path: 'model.ratio', left: 'a', right: 'b', isEqual: false },
      { path: 'model.duration', left: null, right: '5', isEqual: false },
    ]);
  });
});
