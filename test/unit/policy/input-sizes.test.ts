import { Kind, buildSchema, isInputObjectType, parse } from 'graphql';
import type { SizeBound } from '../../../src/domain/input/size-bounds.js';
import { costCheck } from '../../../src/policy/document/cost.js';
import { DOCUMENT_LIMITS } from '../../../src/policy/document/document-limits.js';
import { checkLiterals } from '../../../src/policy/document/literals.js';
import { countValues, valuesIssue } from '../../../src/policy/document/values.js';
import { checkVariables, findVariables } from '../../../src/policy/document/variables.js';

const bound = (max: number, rule: string): SizeBound => ({
  max,
  rule,
  message: `Too much for ${rule}.`,
  allowed: [`at most ${String(max)}`],
});

const SCHEMA = buildSchema(/* GraphQL */ `
  type Query {
    find(input: Input, id: ID): String
  }
  input Input {
    items: [Item!]
    names: [String!]
    name: String
  }
  input Item {
    name: String
    inner: Input
  }
`);
const Input = SCHEMA.getType('Input');
if (isInputObjectType(Input)) {
  const { items, names, name } = Input.getFields();
  Object.assign(items ?? {}, { extensions: { maxItems: bound(2, 'maxItems') } });
  const each = { maxItems: bound(3, 'maxItems'), maxLength: bound(5, 'eachLength') };
  Object.assign(names ?? {}, { extensions: each });
  Object.assign(name ?? {}, { extensions: { maxLength: bound(4, 'maxLength') } });
}

function issuesOf(text: string, values: Readonly<Record<string, unknown>> = {}): string[] {
  const document = parse(text);
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  const errors = [
    ...checkLiterals(SCHEMA, document, DOCUMENT_LIMITS),
    ...checkVariables(findVariables(SCHEMA, document, operation), values),
  ];
  return errors.flatMap(({ originalError }) =>
    originalError !== undefined && 'issues' in originalError
      ? (originalError.issues as readonly { path: string; rule: string }[]).map(
          ({ path, rule }) => `${path} ${rule}`,
        )
      : [],
  );
}

const WHOLE = 'query($x:Input){find(input:$x)}';

describe('sizes of given values', () => {
  it('Q13: hold for lists at any depth, before anything in them is looked at', () => {
    const items = [{}, {}, {}];
    expect(issuesOf(WHOLE, { x: { items } })).toEqual(['input.items maxItems']);
    expect(issuesOf(WHOLE, { x: { items: [{ inner: { items } }] } })).toEqual([
      'input.items.0.inner.items maxItems',
    ]);
    const looked: PropertyKey[] = [];
    const watched = new Proxy(
      Array.from({ length: 5 }, () => 'a'),
      {
        get: (target, key) => {
          looked.push(key);
          return Reflect.get(target, key) as unknown;
        },
      },
    );
    expect(issuesOf(WHOLE, { x: { names: watched } })).toEqual(['input.names maxItems']);
    // Once each by the count of all values; never again once the length is known.
    expect(looked.filter((key) => key === '0')).toHaveLength(1);
  });

  it('Q13: hold for values in the document, wherever variables stand', () => {
    expect(issuesOf('{find(input:{items:[{},{},{}]})}')).toEqual(['input.items maxItems']);
    expect(issuesOf('query($i:[Item!]){find(input:{items:$i})}', { i: [{}, {}, {}] })).toEqual([
      'input.items maxItems',
    ]);
    expect(issuesOf('query($n:String!){find(input:{names:[$n]})}', { n: 'toolong' })).toEqual([
      'input.names.0 eachLength',
    ]);
    expect(issuesOf('query($i:[Item!]=[{},{},{}]){find(input:{items:$i})}')).toEqual([
      'input.items maxItems',
    ]);
    const twice = 'query($n:String!){find(input:{name:$n,names:[$n]})}';
    expect(issuesOf(twice, { n: 'fives' })).toEqual(['input.names.0 maxLength']);
    const spread = 'query($n:String){...F} fragment F on Query{find(input:{name:$n})}';
    expect(issuesOf(spread, { n: 'fives' })).toEqual(['input.name maxLength']);
  });

  it('C11: every String and ID must be storable', () => {
    for (const text of ['a\u0000', '\ud83d', '\udca5x']) {
      expect(issuesOf(WHOLE, { x: { name: text } })).toEqual(['input.name storableText']);
      expect(issuesOf(WHOLE, { x: { names: ['a', text] } })).toEqual([
        'input.names.1 storableText',
      ]);
      expect(issuesOf('query($i:ID){find(id:$i)}', { i: text })).toEqual(['id storableText']);
    }
    expect(issuesOf('{find(id:"\\u0000")}')).toEqual(['id storableText']);
    expect(issuesOf('query($i:ID="\\u0000"){find(id:$i)}')).toEqual(['id storableText']);
    expect(issuesOf(WHOLE, { x: { name: '💥é' } })).toEqual([]);
  });

  it('Q13: have a greatest length where a field states none', () => {
    const id = 'i'.repeat(DOCUMENT_LIMITS.idLengthMax);
    expect(issuesOf('query($i:ID){find(id:$i)}', { i: id })).toEqual([]);
    expect(issuesOf('query($i:ID){find(id:$i)}', { i: `${id}i` })).toEqual(['id maxLength']);
  });
});

describe('the count of values', () => {
  it('Q13: takes a variable as often as fields are given it', () => {
    const isRefused = (aliases: number, valuesMax: number): boolean => {
      const fields = Array.from({ length: aliases }, (_, n) => `a${String(n)}:find(input:$x)`);
      const document = parse(`query($x:Input){${fields.join(' ')}}`);
      const [operation] = document.definitions;
      if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
      const limits = { ...DOCUMENT_LIMITS, valuesMax };
      const values = { x: { names: ['a', 'b', 'c'] } };
      return !('points' in costCheck(SCHEMA, limits)(document, operation, values));
    };
    // The argument, its one field and three entries.
    expect([isRefused(1, 5), isRefused(1, 4)]).toEqual([false, true]);
    expect([isRefused(20, 100), isRefused(21, 100)]).toEqual([false, true]);
  });

  it('Q13: takes lists, objects and what is in them, without recursion, and ends at the limit', () => {
    const limits = { valuesMax: 10, valueLevelsMax: 3 };
    expect(valuesIssue({ a: [1, 2, 3], b: { c: 1 } }, limits)).toBeUndefined();
    expect(valuesIssue({ a: Array(11).fill(1) }, limits)?.rule).toBe('maxValues');
    expect(valuesIssue({ a: Array(6).fill({ b: 1 }) }, limits)?.rule).toBe('maxValues');
    expect(valuesIssue({ a: { b: { c: {} } } }, limits)?.rule).toBe('maxLevels');
    expect(countValues({ a: [1, 2, 3], b: { c: 1 } }, 10)).toBe(6);
    expect(countValues(Array(1_000).fill(1), 10)).toBeGreaterThan(10);
  });
});
