import { buildSchema, parse, specifiedRules } from 'graphql';
import { checkRules, RULES } from '../../../src/policy/document/rules.js';

const SCHEMA = buildSchema(/* GraphQL */ `
  type Query {
    find(input: Input, flag: Boolean): String
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
`);

function issuesOf(literal: string): unknown {
  const document = parse(`{find(input:${literal})}`);
  return checkRules(SCHEMA, document, { introspection: false }).flatMap(({ originalError }) =>
    originalError !== undefined && 'issues' in originalError ? originalError.issues : [],
  );
}

describe('the rules', () => {
  it('are all of the specification, each with words of ours', () => {
    const ours = RULES.map(([rule]) => rule);
    for (const rule of specifiedRules) expect(ours).toContain(rule);
    expect(new Set(ours).size).toBe(ours.length);
  });

  it('tell the path of a literal with its rule', () => {
    expect(issuesOf('{one:{name:1}}')).toEqual([
      { path: 'input.one.name', rule: 'type', message: 'Must be a value of type String!.' },
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
      { path: 'input.one.colour', rule: 'unknownField', message: 'Is no field of this input.' },
    ]);
  });

  it('hold for one-of inputs', () => {
    for (const literal of ['{}', '{one:{name:"a"},many:[]}', '{one:null}']) {
      expect(issuesOf(literal)).toMatchObject([
        { path: 'input', rule: 'oneOf', allowed: ['one', 'many'] },
      ]);
    }
    expect(issuesOf('{many:[]}')).toEqual([]);
  });

  it('stop after a few errors', () => {
    const document = parse(`{${Array.from({ length: 50 }, (_, n) => `x${n}`).join(' ')}}`);
    expect(checkRules(SCHEMA, document, { introspection: false })).toHaveLength(5);
  });
});
