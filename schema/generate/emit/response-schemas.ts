import { reportAnswers } from '../answers.js';
import type { ResponseSchema } from '../read-responses.js';
import { readResponse } from '../read-responses.js';
import type { GeneratedFiles, GeneratorContext } from '../step.js';
import { HEADER } from '../step.js';
import { literal } from './facts-source.js';

/** src/generated/facts/response-schemas.ts: what the SDK's methods resolve to, and its properties. */
export function emitResponseSchemas({ methods, report }: GeneratorContext): GeneratedFiles {
  const schemas = methods.map(({ name, returns }) => [name, readResponse(returns, name)] as const);
  const properties = schemas.map(
    ([name, schema]) => [name, schema === null ? [] : propertyPaths(schema)] as const,
  );
  reportAnswers(properties, report);
  const text = `${HEADER}
import type { JsonSchema } from './request-schemas.js';
import type { SdkMethod } from './sdk-methods.js';

/**
 * What every method of the SDK resolves to, by its declared type; null where that is nothing. For a
 * list it is the answer that the SDK makes a page of, for an upload the SDK's own answer after the
 * file was posted.
 */
export const RESPONSE_SCHEMAS: Readonly<Record<SdkMethod, JsonSchema | null>> = ${JSON.stringify(
    Object.fromEntries(schemas),
    null,
    1,
  )};

/**
 * Every value in those answers, by dotted path, sorted: \`[]\` stands for a list's entry, \`{}\` for a
 * map's value, and the members of a union are taken together. Objects are named by what is in them.
 */
export const RESPONSE_PROPERTIES: Readonly<Record<SdkMethod, readonly string[]>> = ${literal(
    Object.fromEntries(properties),
  )};
`;
  return new Map([['src/generated/facts/response-schemas.ts', text]]);
}

function propertyPaths(schema: ResponseSchema): string[] {
  return [...new Set(pathsIn(schema, ''))].sort();
}

function pathsIn(schema: ResponseSchema, path: string): string[] {
  const { anyOf, items, properties, additionalProperties } = schema;
  if (Array.isArray(anyOf)) {
    const members = anyOf.filter(isSchema);
    const filled = members.filter(({ type }) => type !== 'null');
    return filled.flatMap((member) => pathsIn(member, path));
  }
  if (isSchema(items)) return pathsIn(items, `${path}[]`);
  if (isSchema(properties)) {
    return Object.entries(properties).flatMap(([name, value]) =>
      isSchema(value) ? pathsIn(value, path === '' ? name : `${path}.${name}`) : [],
    );
  }
  return isSchema(additionalProperties) ? pathsIn(additionalProperties, `${path}{}`) : [path];
}

function isSchema(value: unknown): value is ResponseSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
