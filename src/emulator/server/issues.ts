import type { ErrorObject } from 'ajv';
import type { Issue } from './handler.js';

type Path = readonly (string | number)[];

/**
 * Says ajv's findings the way Runway does: as zod 4 issues. Needs ajv's `verbose`, for the schema and
 * the data beside each finding; messages never hold a value.
 */
export function toIssues(errors: readonly ErrorObject[], root: unknown): Issue[] {
  const top: { issue: Issue; schemaPath: string }[] = [];
  for (const error of errors) {
    if (isSaidByDiscriminator(error, errors)) continue;
    const path = toPath(error.instancePath, root);
    if (error.keyword === 'anyOf' || error.keyword === 'oneOf') {
      // ajv lists the findings inside a union's branches first, then the union itself.
      const inside = top.filter((entry) => entry.schemaPath.startsWith(`${error.schemaPath}/`));
      for (const entry of inside) top.splice(top.indexOf(entry), 1);
      top.push({
        issue: union(path, branches(inside, error.schemaPath)),
        schemaPath: error.schemaPath,
      });
      continue;
    }
    for (const issue of translate(error, path)) top.push({ issue, schemaPath: error.schemaPath });
  }
  return mergeUnrecognized(top.map((entry) => entry.issue));
}

function translate(error: ErrorObject, path: Path): Issue[] {
  const params = error.params as Readonly<Record<string, unknown>>;
  switch (error.keyword) {
    case 'discriminator':
      return discriminator(params, path);
    case 'required':
      return [missing(error, [...path, String(params['missingProperty'])])];
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const keys = [String(params['additionalProperty'] ?? params['unevaluatedProperty'])];
      return [{ code: 'unrecognized_keys', keys, path, message: 'Unrecognized key' }];
    }
    case 'type':
      return [invalidType(params['type'], error.data, path)];
    case 'const':
      return [invalidValue([params['allowedValue']], path)];
    case 'enum':
      return [invalidValue(params['allowedValues'] as readonly unknown[], path)];
    case 'pattern': {
      const pattern = `/${String(params['pattern'])}/`;
      return [
        { code: 'invalid_format', format: 'regex', pattern, path, message: 'Invalid format' },
      ];
    }
    case 'format': {
      const format = String(params['format']);
      return [{ code: 'invalid_format', format, path, message: `Invalid ${format}` }];
    }
    case 'multipleOf': {
      const divisor = params['multipleOf'];
      return [{ code: 'not_multiple_of', divisor, path, message: 'Invalid number' }];
    }
    default:
      return [bound(error, params['limit'], path)];
  }
}

/** A union's missing tag is both a missing property and a discriminator without a match. */
function isSaidByDiscriminator(error: ErrorObject, errors: readonly ErrorObject[]): boolean {
  const tag: unknown = error.params['missingProperty'];
  return (
    error.keyword === 'required' &&
    errors.some(
      (other) =>
        other.keyword === 'discriminator' &&
        other.instancePath === error.instancePath &&
        other.params['tag'] === tag,
    )
  );
}

/** A missing tag is reported twice, as live bodies showed; an unknown tag once. */
function discriminator(params: Readonly<Record<string, unknown>>, path: Path): Issue[] {
  const tag = String(params['tag']);
  const note = 'No matching discriminator';
  const mismatch: Issue = {
    code: 'invalid_union',
    errors: [],
    note,
    discriminator: tag,
    path: [...path, tag],
    message: 'Invalid input',
  };
  return params['tagValue'] === undefined
    ? [invalidType('string', undefined, [...path, tag]), mismatch]
    : [mismatch];
}

function missing(error: ErrorObject, path: Path): Issue {
  const { properties } = (error.parentSchema ?? {}) as {
    properties?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  };
  const schema = properties?.[String(path.at(-1))] ?? {};
  const allowed = allowedBy(schema);
  return allowed ? invalidValue(allowed, path) : invalidType(schema['type'], undefined, path);
}

function allowedBy(schema: Readonly<Record<string, unknown>>): readonly unknown[] | undefined {
  if ('const' in schema) return [schema['const']];
  return Array.isArray(schema['enum']) ? schema['enum'] : undefined;
}

function invalidType(type: unknown, data: unknown, path: Path): Issue {
  const name = Array.isArray(type) ? type.join(' | ') : typeof type === 'string' ? type : 'value';
  const isInteger = name === 'integer';
  const expected = isInteger ? 'int' : name;
  return {
    code: 'invalid_type',
    expected,
    ...(isInteger ? { format: 'safeint' } : {}),
    path,
    message: `Invalid input: expected ${expected}, received ${typeName(data)}`,
  };
}

function typeName(data: unknown): string {
  if (data === null) return 'null';
  return Array.isArray(data) ? 'array' : typeof data;
}

function invalidValue(values: readonly unknown[], path: Path): Issue {
  return { code: 'invalid_value', values, path, message: 'Invalid option' };
}

const BOUNDS: Readonly<
  Record<string, { readonly side: 'minimum' | 'maximum'; origin: string; inclusive: boolean }>
> = {
  minimum: { side: 'minimum', origin: 'number', inclusive: true },
  maximum: { side: 'maximum', origin: 'number', inclusive: true },
  exclusiveMinimum: { side: 'minimum', origin: 'number', inclusive: false },
  exclusiveMaximum: { side: 'maximum', origin: 'number', inclusive: false },
  minLength: { side: 'minimum', origin: 'string', inclusive: true },
  maxLength: { side: 'maximum', origin: 'string', inclusive: true },
  minItems: { side: 'minimum', origin: 'array', inclusive: true },
  maxItems: { side: 'maximum', origin: 'array', inclusive: true },
  minProperties: { side: 'minimum', origin: 'object', inclusive: true },
  maxProperties: { side: 'maximum', origin: 'object', inclusive: true },
};

function bound(error: ErrorObject, limit: unknown, path: Path): Issue {
  const known = BOUNDS[error.keyword];
  if (!known) return { code: 'custom', path, message: 'Invalid input' };
  const { side, origin, inclusive } = known;
  const [code, message] = side === 'minimum' ? ['too_small', 'Too small'] : ['too_big', 'Too big'];
  return { code, origin, [side]: limit, inclusive, path, message };
}

function union(path: Path, errors: readonly (readonly Issue[])[]): Issue {
  return { code: 'invalid_union', errors, path, message: 'Invalid input' };
}

/** The findings of each branch apart; `…/anyOf/1/…` belongs to branch 1. */
function branches(
  inside: readonly { readonly issue: Issue; readonly schemaPath: string }[],
  schemaPath: string,
): Issue[][] {
  const byBranch = new Map<string, Issue[]>();
  for (const { issue, schemaPath: own } of inside) {
    const branch = own.slice(schemaPath.length + 1).split('/', 1)[0] ?? '';
    byBranch.set(branch, [...(byBranch.get(branch) ?? []), issue]);
  }
  return [...byBranch.values()].map(mergeUnrecognized);
}

/** One issue for all the unknown keys of an object. */
function mergeUnrecognized(issues: readonly Issue[]): Issue[] {
  const merged: Issue[] = [];
  for (const issue of issues) {
    const index = merged.findIndex(
      (other) =>
        issue.code === 'unrecognized_keys' &&
        other.code === 'unrecognized_keys' &&
        JSON.stringify(other.path) === JSON.stringify(issue.path),
    );
    const other = merged[index];
    if (!other) merged.push(issue);
    else merged[index] = { ...other, keys: [...keysOf(other), ...keysOf(issue)] };
  }
  return merged;
}

function keysOf(issue: Issue): readonly unknown[] {
  return Array.isArray(issue['keys']) ? issue['keys'] : [];
}

/** A JSON pointer as a path; an index is a number exactly where the data has an array. */
function toPath(pointer: string, root: unknown): (string | number)[] {
  const path: (string | number)[] = [];
  let data = root;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    const step = Array.isArray(data) ? Number(key) : key;
    path.push(step);
    data = (data as Readonly<Record<string | number, unknown>> | undefined)?.[step];
  }
  return path;
}
