import { checkJsonSize } from '../../../src/http/bodies/json-size.js';

const LIMITS = { valuesMax: 1_000, valueLevelsMax: 10 };

/** The rule that refuses the text; undefined when it may be parsed. */
function refusalOf(json: string): string | undefined {
  try {
    checkJsonSize(Buffer.from(json), LIMITS);
    return undefined;
  } catch (error) {
    const [issue] = (error as { issues: readonly { rule: string }[] }).issues;
    return issue?.rule;
  }
}

const list = (item: string, count: number): string => `[${Array(count).fill(item).join(',')}]`;

describe('the size of a JSON text', () => {
  it('Q13: is known without parsing it: values and levels are counted', () => {
    expect(refusalOf(list('1', 900))).toBeUndefined();
    for (const item of ['1', '""', '[]', '{}', '{"a":1}', 'null']) {
      expect(refusalOf(list(item, 2_000))).toBe('maxValues');
    }
    expect(refusalOf('['.repeat(1_000_000))).toBe('maxLevels');
    expect(refusalOf('{"a":'.repeat(20))).toBe('maxLevels');
    expect(refusalOf(`[${'[[[[[[[]]]]]]],'.repeat(100)}1]`)).toBeUndefined();
  });

  it('does not count what stands in texts, however they are escaped', () => {
    const texts = [',[{'.repeat(2_000), '"[,'.repeat(2_000), '\\'.repeat(3), '\\"[[', 'é💥[,'];
    for (const text of texts) {
      expect(refusalOf(JSON.stringify({ [text]: text, b: [text, 1] }))).toBeUndefined();
      const followed = JSON.stringify([text]).slice(0, -1) + ',1'.repeat(2_000);
      expect(refusalOf(`${followed}]`)).toBe('maxValues');
    }
  });

  it('leaves what is no JSON to the parser', () => {
    for (const text of ['', '"', '"\\', '"abc', ']]]', '}{', 'nul']) {
      expect(refusalOf(text)).toBeUndefined();
    }
  });
});
