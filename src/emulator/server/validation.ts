import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { REQUEST_SCHEMAS, type JsonSchema } from '../../generated/facts/request-schemas.js';
import type { SdkMethod } from '../../generated/facts/sdk-methods.js';
import { invalid } from './handler.js';
import { toIssues } from './issues.js';

/** Runway counts UTF-16 code units, and reads patterns without the flag u. Source: the SDK's comments. */
const ajv = new Ajv({
  discriminator: true,
  allErrors: true,
  strict: false,
  verbose: true,
  unicode: false,
  unicodeRegExp: false,
  // The schemas are ours: to compile the schema of schemas takes 0.1 s of every start.
  ...{ meta: false, validateSchema: false },
  // It would warn of `unicode: false` at each start.
  logger: false,
});
formats.default(ajv);

/** Compiled on first use: all of Runway's bodies together would slow every start. */
const compiled = new WeakMap<JsonSchema, ValidateFunction>();

/** Refuses with 400 and Runway's issues what the schema does not allow. */
export function validate(schema: JsonSchema, data: unknown, what: 'body' | 'query' = 'body'): void {
  let check = compiled.get(schema);
  if (!check) {
    check = ajv.compile(schema);
    compiled.set(schema, check);
  }
  if (!check(data)) throw invalid(toIssues(check.errors ?? [], data), what);
}

/** Refuses with 400 what Runway's method does not take. */
export function validateBody(method: SdkMethod, body: unknown): asserts body is object {
  validate(schemaOf(method), body);
}

/** What a method's query says, numbers as numbers. Refuses with 400 what the method does not take. */
export function readQuery(method: SdkMethod, search: URLSearchParams): object {
  const schema = schemaOf(method);
  const { properties = {} } = schema as { properties?: Readonly<Record<string, JsonSchema>> };
  const query: Record<string, unknown> = {};
  for (const name of new Set(search.keys())) {
    const values = search.getAll(name);
    const type = Object.hasOwn(properties, name) ? properties[name]?.['type'] : undefined;
    const [value = ''] = values;
    const isNumber = (type === 'integer' || type === 'number') && !Number.isNaN(Number(value));
    // A name that is given twice is a list, which no parameter of Runway's is.
    query[name] = values.length > 1 ? values : isNumber ? Number(value) : value;
  }
  validate(schema, query, 'query');
  return query;
}

function schemaOf(method: SdkMethod): JsonSchema {
  const schema = REQUEST_SCHEMAS[method];
  if (!schema) throw new Error(`No request schema for ${method}`);
  return schema;
}
