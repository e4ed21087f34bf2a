import { GraphQLError, GraphQLScalarType, Kind, buildSchema, parse } from 'graphql';
import { checkVariables, findVariables } from '../../../src/policy/document/variables.js';

const SCHEMA = buildSchema(/* GraphQL */ `
  type Query {
    find(input: Input, first: Int! = 20): String
  }
  scalar Even
  enum Size {
    SMALL
    LARGE
  }
  input Input @oneOf {
    one: Item
    many: [Item!]
  }
  input Item {
    name: String!
    size: Size
    even: Even
  }
`);
const even = SCHEMA.getType('Even');
if (even instanceof GraphQLScalarType) {
  even.parseValue = (value) => {
    if (typeof value === 'number' && value % 2 === 0) return value;
    const extensions = { rule: 'even', allowed: ['an even number'] };
    throw new GraphQLError('Must be even.', { extensions });
  };
}

function issuesOf(text: string, values: Readonly<Record<string, unknown>>): unknown {
  const document = parse(text);
  const [operation] = document.definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  const errors = checkVariables(findVariables(SCHEMA, document, operation), values);
  return errors.flatMap(({ originalError }) =>
    originalError !== undefined && 'issues' in originalError ? originalError.issues : [],
  );
}

const WHOLE = 'query($x:Input){find(input:$x)}';

describe('variables', () => {
  it('are told by the place where their value goes', () => {
    expect(issuesOf(WHOLE, { x: { one: { name: 5 } } })).toEqual([
      { path: 'input.one.name', rule: 'type', message: 'Must be a value of type String.' },
    ]);
    const inside = 'query($x:[Item!]){find(input:{many:$x})}';
    expect(issuesOf(inside, { x: [{ name: 'a' }, { size: 'BIG' }] })).toEqual([
      { path: 'input.many.1.name', rule: 'required', message: 'Is required.' },
      {
        path: 'input.many.1.size',
        rule: 'enum',
        message: 'Must be a value of type Size.',
        allowed: ['SMALL', 'LARGE'],
      },
    ]);
    const listed = 'query($x:String!){find(input:{many:[{name:"a"},{name:$x}]})}';
    expect(issuesOf(listed, { x: 5 })).toMatchObject([{ path: 'input.many.1.name' }]);
    const spread = 'query($x:Input){...F} fragment F on Query{find(input:$x)}';
    expect(issuesOf(spread, { x: 'a' })).toMatchObject([{ path: 'input', rule: 'type' }]);
  });

  it('are told the rule of a scalar of ours and what it allows', () => {
    expect(issuesOf(WHOLE, { x: { one: { name: 'a', even: 3 } } })).toEqual([
      {
        path: 'input.one.even',
        rule: 'even',
        message: 'Must be even.',
        allowed: ['an even number'],
      },
    ]);
  });

  it('must have exactly one member of a one-of input', () => {
    for (const x of [{}, { one: { name: 'a' }, many: [] }, { one: null }]) {
      expect(issuesOf(WHOLE, { x })).toMatchObject([{ path: 'input', rule: 'oneOf' }]);
    }
  });

  it('may not carry what the operation or an input does not know', () => {
    expect(issuesOf(WHOLE, { x: null, y: 1 })).toEqual([
      { path: '$y', rule: 'unknownVariable', message: 'Unknown variable.' },
    ]);
    const strange = { one: { name: 'a', constructor: 1, 'a b': 2 } };
    expect(issuesOf(WHOLE, { x: strange })).toMatchObject([
      { path: 'input.one.constructor', rule: 'unknownField' },
      { path: 'input.one.?', rule: 'unknownField' },
    ]);
    expect(issuesOf(WHOLE, JSON.parse('{"__proto__":1}') as Record<string, unknown>)).toMatchObject(
      [{ rule: 'unknownVariable' }],
    );
  });

  it('may be left out, but not null, where the place has a default', () => {
    const text = 'query($n:Int){find(first:$n)}';
    expect(issuesOf(text, {})).toEqual([]);
    expect(issuesOf(text, { n: 5 })).toEqual([]);
    expect(issuesOf(text, { n: null })).toEqual([
      { path: 'first', rule: 'required', message: 'Is required.' },
    ]);
  });

  it('that are required must be there, unless they have a default of their own', () => {
    expect(issuesOf('query($n:Int!){find(first:$n)}', {})).toMatchObject([{ rule: 'required' }]);
    expect(issuesOf('query($n:Int!=5){find(first:$n)}', {})).toEqual([]);
    expect(issuesOf('query($n:Int!=5){find(first:$n)}', { n: null })).toHaveLength(1);
  });
});
