// Guarantee: the operations table, the graph, Runway's SDK and the reference pages agree, both ways.
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isListType,
  isObjectType,
  getNullableType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { buildGraph, type Services } from '../../../src/api/schema.js';
import { ERRORS } from '../../../src/error-registry.js';
import { SDK_METHODS } from '../../../src/generated/facts/sdk-methods.js';
import { changeOperations } from '../../../src/operations/change-operations.js';
import { creationOperations } from '../../../src/operations/creation-operations.js';
import { generationOperations } from '../../../src/operations/generation-operations.js';
import { notExposed } from '../../../src/operations/not-exposed.js';
import { notYetExposed } from '../../../src/operations/not-yet-exposed.js';
import type { Operation } from '../../../src/operations/operation.js';
import { findOperation, operations } from '../../../src/operations/operations.js';

interface Described {
  readonly name: string;
  readonly description?: string | null | undefined;
}

/** Whose inputs are made by the generator, which tells their texts by itself. */
const generatedOperations = {
  ...generationOperations,
  ...creationOperations,
  ...changeOperations,
};

const ROOTS = ['Query', 'Mutation', 'Subscription'] as const;

describe('the operations table', () => {
  let schema: GraphQLSchema;

  beforeAll(() => {
    // Building the graph calls no service; only requests do.
    schema = buildGraph({} as Services, { relaxedBounds: [], requireIdempotencyKey: false });
  });

  function rootFields(): [string, GraphQLField<unknown, unknown>][] {
    return ROOTS.flatMap((root) => {
      const type = schema.getType(root);
      return isObjectType(type)
        ? Object.values(type.getFields()).map((field): [string, GraphQLField<unknown, unknown>] => [
            root,
            field,
          ])
        : [];
    });
  }

  it('has one row for each root field, under its root, and no other', () => {
    const fields = rootFields().map(([root, { name }]) => `${root}.${name}`);
    const rows = Object.entries<Operation>(operations).map(([name, { root }]) => `${root}.${name}`);
    expect(fields.sort()).toEqual(rows.sort());
  });

  it('covers every method of the SDK, or says why not', () => {
    const covered = new Set(Object.values<Operation>(operations).flatMap(({ sdk }) => sdk));
    const excused = new Set(Object.keys({ ...notExposed, ...notYetExposed }));
    const missing = Object.keys(SDK_METHODS).filter(
      (method) => !covered.has(method as keyof typeof SDK_METHODS) && !excused.has(method),
    );
    expect(missing.map(withoutRow)).toEqual([]);
    expect([...excused].filter((method) => covered.has(method as never))).toEqual([]);
    expect([...excused].filter((method) => !(method in SDK_METHODS))).toEqual([]);
    for (const reason of Object.values<string>(notExposed)) expect(reason.trim()).not.toBe('');
  });

  it('classifies every text of all other arguments, and names no text that is not there', () => {
    const unclassified = rootFields().flatMap(([, field]) => {
      const row = findOperation(field.name);
      if (row === undefined || field.name in generatedOperations) return [];
      // Its texts are classified by the rows of its members.
      if (row.chosenBy !== undefined) return [];
      // A cursor is a place in a list, no text: pagination/ reads it.
      const paths = field.args
        .filter(({ name }) => name !== 'after')
        .flatMap((argument) => textPaths(argument.type, argument.name));
      const surplus = Object.keys(row.strings).filter((path) => !paths.includes(path));
      const missing = paths.filter((path) => !(path in row.strings));
      return [...missing, ...surplus].map((path) => `${field.name}: ${path}`);
    });
    expect(unclassified).toEqual([]);
  });

  it('is in the reference pages with every field and every error code, and no other', async () => {
    expect(await namesOf('operations')).toEqual(Object.keys(operations).sort());
    expect(await namesOf('errors')).toEqual(Object.keys(ERRORS).sort());
  });

  /** The code in the first column of the tables of a reference page, sorted. */
  async function namesOf(page: string): Promise<string[]> {
    const text = await readFile(`docs/reference/${page}.md`, 'utf8');
    return [...text.matchAll(/^[|] `(\w+)` [|]/gm)].map(([, name = '']) => name).sort();
  }

  // The generations have one for all: test/api/generation-fixtures.test.ts.
  it('has a test of its own for each field that is no generation', () => {
    const others = Object.keys(operations).filter((field) => !(field in generationOperations));
    const shared = readFileSync('test/api/webhooks.test.ts', 'utf8');
    const untested = others.filter(
      (field) =>
        !existsSync(`test/api/${kebabCase(field)}.test.ts`) && !shared.includes(`it('${field}: `),
    );
    expect(untested).toEqual([]);
  });

  it('describes every type, field, argument and value of the graph', () => {
    const undescribed: string[] = [];
    const note = (name: string, description: string | null | undefined): void => {
      if (description === null || description === undefined || description.trim() === '') {
        undescribed.push(name);
      }
    };
    for (const type of Object.values(schema.getTypeMap())) {
      if (isIntrospectionType(type) || ROOTS.some((root) => root === type.name)) continue;
      note(type.name, type.description);
      if (isEnumType(type)) {
        for (const value of type.getValues()) note(`${type.name}.${value.name}`, value.description);
      }
      if (!isObjectType(type) && !isInputObjectType(type)) continue;
      const fields: readonly Described[] = Object.values<Described>(type.getFields());
      for (const { name, description } of fields) note(`${type.name}.${name}`, description);
    }
    for (const [root, field] of rootFields()) {
      note(`${root}.${field.name}`, field.description);
      for (const argument of field.args) {
        note(`${root}.${field.name}(${argument.name})`, argument.description);
      }
    }
    expect(undescribed).toEqual([]);
  });
});

/** What a check says of a method of the SDK that no file of the table names. */
function withoutRow(method: string): string {
  return `${method} has no row: \`npm run generate -- --write\` notes one in src/operations/not-yet-exposed.ts.`;
}

/** Paths of plain Strings; ids and scalars of the house have a form of their own. */
function textPaths(type: GraphQLInputType, path: string): string[] {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return textPaths(nullable.ofType, `${path}[]`);
  if (isInputObjectType(nullable)) {
    return Object.values(nullable.getFields()).flatMap((field) =>
      textPaths(field.type, `${path}.${field.name}`),
    );
  }
  return getNamedType(nullable).name === 'String' ? [path] : [];
}

function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
