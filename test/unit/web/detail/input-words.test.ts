import { placeText, valueText } from '../../../../web/src/detail/input-words.js';

describe('an input, for people', () => {
  it.each([
    ['gen4_5.promptText', 'Prompt'],
    ['gen4_5.references[1].uri', 'References 2 File'],
    ['model', 'Model'],
  ])('%s is named %s', (path, text) => {
    expect(placeText(path)).toBe(text);
  });

  it.each([
    ['RATIO_1280_720', '1280 × 720'],
    ['RATIO_16_9', '16:9'],
    ['FIRST', 'First'],
    ['HIGH_QUALITY', 'High quality'],
    ['A Fox', 'A Fox'],
    ['5', '5'],
    ['https://a.example/B', 'https://a.example/B'],
    ['gateway://outputs/3f2f0f3e-6c1d-4a3b-9a57-0f8a52e8f0c1.0', 'An earlier result'],
  ])('%s reads %s', (value, text) => {
    expect(valueText(value)).toBe(text);
  });
});
