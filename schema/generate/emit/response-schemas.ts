import { propertyPaths, readResponse } from '../read-responses.js';
import type { GeneratedFiles, GeneratorContext } from '../step.js';
import { HEADER } from '../step.js';
import { literal } from './facts-source.js';

/** src/generated/facts/response-schemas.ts: what the SDK's methods resolve to, and its properties. */
export function emitResponseSchemas({ methods }: GeneratorContext): GeneratedFiles {
  const schemas = methods.map(({ name, returns }) => [name, readResponse(returns, name)] as const);
  const properties = schemas.map(
    ([name, schema]) => [name, schema === null ? [] : propertyPaths(schema)] as const,
  );
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
