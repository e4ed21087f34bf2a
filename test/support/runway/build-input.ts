import { getMetadataStorage } from 'type-graphql';

type Class = new () => object;

/**
 * An instance of an input class with its nested ones, as type-graphql makes them of arguments: what
 * is absent stays absent. Throws on a field that the class does not have.
 */
export function buildInput(Input: Class, plain: Readonly<Record<string, unknown>>): object {
  const { fields, inputTypes } = getMetadataStorage();
  const classes = new Set<unknown>(inputTypes.map(({ target }) => target));
  const values = Object.entries(plain).map(([name, value]): [string, unknown] => {
    const field = fields.find((candidate) => candidate.target === Input && candidate.name === name);
    if (field === undefined) throw new Error(`${Input.name} has no field ${name}`);
    const type: unknown = field.getType();
    return [name, classes.has(type) ? nested(type as Class, value) : value];
  });
  return Object.assign(new Input(), Object.fromEntries<unknown>(values));
}

function nested(type: Class, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((entry) => nested(type, entry));
  return value === null ? null : buildInput(type, value as Readonly<Record<string, unknown>>);
}
