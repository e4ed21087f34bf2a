// Guarantee: the remembered cost of a document is the cost that a visit of it finds, whatever the
// variables are: nothing that raises the cost is left out of the key.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  Kind,
  parse,
  typeFromAST,
  type GraphQLInputType,
  type OperationDefinitionNode,
} from 'graphql';
import { costCheck, type CostCheck } from '../../../src/policy/document/cost.js';
import type { DocumentUsage } from '../../../src/policy/document/document-usage.js';
import { DOCUMENT_LIMITS } from '../../../src/policy/document/document-limits.js';
import { RememberedUsage } from '../../../src/policy/document/remembered-usage.js';

const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));

const OWN = /* GraphQL */ `
  query OwnPages($first: Int, $more: Int = 3, $on: Boolean!, $off: Boolean = false) {
    tasks(first: $first) {
      nodes {
        id
        made @include(if: $on) {
          __typename
        }
      }
    }
    more: tasks(first: $more) @skip(if: $off) {
      nodes {
        id
        outputs: output {
          id
          url
        }
      }
    }
    ... @include(if: $on) {
      viewer {
        tenant {
          id
        }
      }
    }
  }
  query OwnFilter($filter: TaskFilterInput, $label: String, $status: [TaskStatus!]) {
    a: tasks(filter: $filter) {
      nodes {
        id
      }
    }
    b: tasks(filter: { label: $label, status: $status }, first: 100) {
      nodes {
        id
      }
    }
  }
  query OwnEstimate($request: EstimateInput!) {
    estimate(request: $request) {
      credits
    }
  }
  query OwnSchema($deprecated: Boolean) {
    __type(name: "Task") {
      fields(includeDeprecated: $deprecated) {
        name
      }
    }
  }
`;

const document = parse(
  [
    OWN,
    ...readdirSync('schema/operations').map((file) =>
      readFileSync(join('schema/operations', file), 'utf8'),
    ),
  ].join('\n'),
);

const operations = document.definitions.filter(
  (definition): definition is OperationDefinitionNode =>
    definition.kind === Kind.OPERATION_DEFINITION,
);

/** The same numbers at each run. */
let state = 1;
function random(below: number): number {
  state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
  return Math.floor((state / 0x80000000) * below);
}

function aValue(type: GraphQLInputType, depth: number): unknown {
  if (isNonNullType(type)) return someValue(type.ofType, depth);
  return random(6) === 0 ? null : someValue(type, depth);
}

function someValue(type: GraphQLInputType, depth: number): unknown {
  if (isNonNullType(type)) return someValue(type.ofType, depth);
  if (isListType(type)) {
    const { ofType } = type;
    if (random(5) === 0) return someValue(ofType, depth);
    return Array.from({ length: random(4) }, () => aValue(ofType, depth + 1));
  }
  if (isEnumType(type)) return type.getValues()[random(type.getValues().length)]?.name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    if (type.isOneOf) {
      const one = fields[random(fields.length)];
      return one && { [one.name]: someValue(one.type, depth + 1) };
    }
    const given = fields.filter(
      (field) => isNonNullType(field.type) || (depth < 4 && random(2) === 0),
    );
    return Object.fromEntries(given.map((field) => [field.name, aValue(field.type, depth + 1)]));
  }
  if (type.name === 'Boolean') return random(2) === 0;
  if (type.name === 'Int') return random(130) - 10;
  if (type.name === 'Float') return random(100) / 4;
  return type.name === 'JSON' ? { a: [random(3)], b: 'x' } : 'text';
}

function someVariables({ variableDefinitions = [] }: OperationDefinitionNode) {
  const variables: Record<string, unknown> = {};
  for (const { variable, type: node, defaultValue } of variableDefinitions) {
    const type = typeFromAST(schema, node);
    if (!isInputType(type)) throw new Error('no input type');
    const isOptional = !isNonNullType(type) || defaultValue !== undefined;
    if (isOptional && random(3) === 0) continue;
    // The check of the variables refuses null where it is given to an argument that may not be null.
    variables[variable.name.value] = someValue(type, 0);
  }
  return variables;
}

function told(usage: ReturnType<CostCheck>): unknown {
  if (!('points' in usage)) return usage.map(({ message }) => message);
  return [usage.points, [...usage.byClass]];
}

describe('remembered usage', () => {
  it('is what a visit of the document finds', () => {
    const remembering = costCheck(schema, DOCUMENT_LIMITS);
    const seen = new Set<string>();
    for (let round = 0; round < 15; round += 1) {
      for (const operation of operations) {
        const variables = someVariables(operation);
        const visit = costCheck(schema, DOCUMENT_LIMITS);
        const visited = told(visit(document, operation, variables));
        const found = told(remembering(document, operation, variables));
        expect({ name: operation.name?.value, variables, found }).toEqual({
          name: operation.name?.value,
          variables,
          found: visited,
        });
        seen.add(JSON.stringify([operation.name?.value, visited]));
      }
    }
    expect(operations.length).toBeGreaterThan(50);
    expect(seen.size).toBeGreaterThan(operations.length + 20);
  });

  it('is found without a visit where only texts and ids differ', () => {
    const remembered = new RememberedUsage();
    const operation = operationOf('query ($id: ID!, $in: A, $first: Int) { a }');
    let visits = 0;
    const visit = (): DocumentUsage => {
      visits += 1;
      return { points: visits, byClass: new Map() };
    };
    const points = (variables: Readonly<Record<string, unknown>>): number =>
      remembered.of(operation, variables, visit).points;
    const same = [points({ id: 'a', in: { x: 'y', n: 1 }, first: 2 })];
    same.push(points({ id: 'b', in: { x: 'z', n: 2 }, first: 2, other: 'unknown' }));
    expect(same).toEqual([1, 1]);
    const others = [
      { id: 'a', in: { x: 'y', n: 1 }, first: 3 },
      { id: 'a', in: { x: 'y' }, first: 2 },
      { id: 'a', in: { x: 'y', n: null }, first: 2 },
      { id: 'a', in: { x: ['y'], n: 1 }, first: 2 },
      { id: 'a', in: { '"x":*,"n"': 1 }, first: 2 },
      { id: 'a', in: null, first: 2 },
    ];
    expect(others.map(points)).toEqual([2, 3, 4, 5, 6, 7]);
  });

  it('is bounded: in number for each operation, and in length', () => {
    const remembered = new RememberedUsage();
    const operation = operationOf('query ($first: Int, $in: A) { a }');
    let visits = 0;
    const visit = (): DocumentUsage => {
      visits += 1;
      return { points: visits, byClass: new Map() };
    };
    for (let first = 0; first < 100; first += 1) remembered.of(operation, { first }, visit);
    remembered.of(operation, { first: 0 }, visit);
    expect(visits).toBe(101);
    const long = { in: Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`field${n}`, 1])) };
    remembered.of(operation, long, visit);
    remembered.of(operation, long, visit);
    expect(visits).toBe(103);
  });

  it('does not remember refusals', () => {
    const remembered = new RememberedUsage();
    const operation = operationOf('{ a }');
    const refusals = [{ no: 1 }, { no: 2 }];
    const found = refusals.map((refusal) => remembered.of(operation, {}, () => refusal));
    expect(found).toEqual(refusals);
  });
});

function operationOf(text: string): OperationDefinitionNode {
  const [definition] = parse(text).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  return definition;
}
