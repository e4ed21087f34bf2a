import { buildSchema, parse, specifiedRules } from 'graphql';
import { ERRORS } from '../../../src/error-registry.js';
import { checkRules, RULES } from '../../../src/policy/document/rules.js';

const SCHEMA = buildSchema(/* GraphQL */ `
  type Query {
    find(input: Input, flag: Boolean): String
    get(id: ID!): String
    pair(of: Pair): String
  }
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
  }
  input Pair {
    left: Int!
    right: Int!
  }
`);

function issuesOf(literal: string): unknown {
  const document = parse(`{find(input:${literal})}`);
  return checkRules(SCHEMA, document, { introspection: false }).flatMap(({ originalError }) =>
    originalError !== undefined && 'issues' in originalError ? originalError.issues : [],
  );
}

function messagesOf(query: string, introspection: boolean): string[] {
  return checkRules(SCHEMA, parse(query), { introspection }).map(({ message }) => message);
}

describe('the rules', () => {
  it('are all of the specification, each with words of ours', () => {
    const ours = RULES.map(([rule]) => rule);
    for (const rule of specifiedRules) expect(ours).toContain(rule);
    expect(new Set(ours).size).toBe(ours.length);
  });

  it('tell the path of a literal with its rule', () => {
    expect(issuesOf('{one:{name:1}}')).toEqual([
      { path: 'input.one.name', rule: 'type', message: 'Must be a value of type String.' },
    ]);
    expect(issuesOf('{one:{size:LARGE}}')).toEqual([
      { path: 'input.one.name', rule: 'required', message: 'Is required.' },
    ]);
    expect(issuesOf('{many:[{name:"a"},{name:"b",size:BIG}]}')).toEqual([
      {
        path: 'input.many.1.size',
        rule: 'enum',
        message: 'Must be a value of type Size.',
        allowed: ['SMALL', 'LARGE'],
      },
    ]);
    expect(issuesOf('{one:{name:"a",colour:1}}')).toEqual([
      { path: 'input.one.colour', rule: 'unknownField', message: 'Unknown field.' },
    ]);
  });

  it('tell each missing member once', () => {
    const [error] = checkRules(SCHEMA, parse('{pair(of:{})}'), { introspection: false });
    expect(error?.originalError).toMatchObject({
      issues: [
        { path: 'of.left', rule: 'required' },
        { path: 'of.right', rule: 'required' },
      ],
    });
  });

  it('hold for one-of inputs', () => {
    for (const literal of ['{}', '{one:{name:"a"},many:[]}', '{one:null}']) {
      expect(issuesOf(literal)).toMatchObject([
        { path: 'input', rule: 'oneOf', allowed: ['one', 'many'] },
      ]);
    }
    expect(issuesOf('{many:[]}')).toEqual([]);
  });

  it('tell all wrong values of a document in one error, as for variables', () => {
    const document = parse('query($a: Input = {one:{name:1}}){x find(input:{many:[1,{}]},flag:2)}');
    const errors = checkRules(SCHEMA, document, { introspection: false });
    expect(errors.map(({ message }) => message)).toEqual([
      'Selects a field that Query does not have.',
      'Defines a variable that is not used: a.',
      ERRORS.BAD_USER_INPUT.message,
    ]);
    expect(errors[2]?.originalError).toMatchObject({
      code: 'BAD_USER_INPUT',
      issues: [
        { path: '$a.one.name' },
        { path: 'input.many.0' },
        { path: 'input.many.1.name', rule: 'required' },
        { path: 'flag' },
      ],
    });
  });

  it.each([
    ['{colour}', 'Selects a field that Query does not have', 'colour'],
    ['{find(colour:1)}', 'Gives an argument that does not exist there', 'colour'],
    ['{find @colour}', 'Uses a directive that does not exist there', 'colour'],
    ['{...on Colour{find}}', 'Names a type that does not exist', 'Colour'],
    ['{get}', 'Lacks a required argument', 'id'],
  ])('I2: name what breaks %s to clients only that may introspect', (query, message, name) => {
    expect(messagesOf(query, true)).toContain(`${message}: ${name}.`);
    expect(messagesOf(query, false)).toContain(`${message}.`);
  });

  it.each([
    ['{...colour}', 'Spreads a fragment that the document does not define: colour.'],
    ['{find(flag:$colour)}', 'Uses a variable that the operation does not define: colour.'],
    ['{find} fragment colour on Query{find}', 'Defines a fragment that is not used: colour.'],
    [
      'query($colour: String){find(flag:$colour)}',
      'A variable does not fit the type of its place: colour.',
    ],
  ])('name to everyone what is the document’s own: %s', (query, message) => {
    expect(messagesOf(query, false)).toEqual([message]);
  });

  it('say what is wrong with an operation that has no name', () => {
    const message = 'An operation without a name must be the only one.';
    expect(messagesOf('{find} {find}', true)).toEqual([message, message]);
  });

  it('stop after a few errors', () => {
    const document = parse(`{${Array.from({ length: 50 }, (_, n) => `x${n}`).join(' ')}}`);
    expect(checkRules(SCHEMA, document, { introspection: false })).toHaveLength(5);
  });
});
