import type { FieldType, InputClass, InputField, InputPlan, Tag } from '../plan.js';
import { bodyName } from '../plan.js';

/** The function that makes Runway's object out of an input. What is left out stays out. */
export function mappingSource(planned: InputClass, isRoot: boolean, plan: InputPlan): string {
  const body = bodyName(planned);
  const head = `${isRoot ? 'export ' : ''}function to${body}(input: ${planned.name}): ${body} {\n`;
  const pathIds = isRoot ? plan.pathIds : [];
  const lines = planned.kind === 'object' ? objectLines(planned, pathIds) : memberLines(planned);
  return `${head}${lines.map((line) => `  ${line}\n`).join('')}}\n`;
}

function objectLines(planned: InputClass, pathIds: readonly string[]): string[] {
  const { tags, fields, partial } = planned;
  const body = bodyName(planned);
  const families = familiesOf(fields.filter((field) => !pathIds.includes(field.name)));
  const always = families.filter(([{ required, fallback }]) => required || fallback !== null);
  const sometimes = families.filter((family) => !always.includes(family));
  const entries = [
    ...tags.map((tag) => `  ${tagSource(tag)},`),
    ...always.map((family) => `  ${propertySource(family[0])}: ${requiredValue(family)},`),
  ];
  const type = partial ? `Partial<${body}>` : body;
  const start =
    entries.length === 0
      ? [`const body: ${type} = {};`]
      : [`const body: ${type} = {`, ...entries, '};'];
  const rest = sometimes.flat().map((field) => {
    const given =
      field.flag === null ? `input.${field.name} !== undefined` : `input.${field.name} === true`;
    return `if (${given}) body${memberSource(field)} = ${mapped(field)};`;
  });
  return [...start, ...rest, partial ? `return body as ${body};` : 'return body;'];
}

type FieldFamily = readonly [InputField, ...InputField[]];

/** The fields of each property, together. */
function familiesOf(fields: readonly InputField[]): FieldFamily[] {
  const byProperty = new Map<string, FieldFamily>();
  for (const field of fields) {
    const known = byProperty.get(field.property);
    byProperty.set(field.property, known === undefined ? [field] : [...known, field]);
  }
  return [...byProperty.values()];
}

/** The value of a property that Runway requires, whichever of its fields is given. */
function requiredValue(family: FieldFamily): string {
  const [field] = family;
  if (field.fallback !== null) return `input.${field.name} ?? '${field.fallback}'`;
  if (field.nonNull) return mapped(field);
  if (field.nullable) return `${given(field)} ?? null`;
  return `firstGiven(${family.map(given).join(', ')})`;
}

function given(field: InputField): string {
  const value = `input.${field.name}`;
  if (field.flag !== null) return `${value} === true ? ${mapped(field)} : undefined`;
  const expressed = mapped(field);
  return expressed === value ? value : `${value} === undefined ? undefined : ${expressed}`;
}

/** One line a member of a `@oneOf` input. */
function memberLines({ name, fields }: InputClass): string[] {
  const lines = fields.map((field) => {
    const constant = field.tags.map(tagSource).join(', ');
    const made = constant === '' ? mapped(field) : `{ ${constant} }`;
    return `if (input.${field.name} !== undefined) return ${made};`;
  });
  return [...lines, `throw new NoMemberSet('${name}');`];
}

function tagSource({ name, value }: Tag): string {
  return `${name}: ${typeof value === 'number' ? String(value) : `'${value}'`}`;
}

/** A property's name in a literal, and behind an object. */
function propertySource({ property }: InputField): string {
  return IDENTIFIER.test(property) ? property : `'${property}'`;
}

function memberSource({ property }: InputField): string {
  return IDENTIFIER.test(property) ? `.${property}` : `['${property}']`;
}

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

function mapped(field: InputField): string {
  const { name, type, single, cast, flag, nullable, property } = field;
  if (flag !== null) return `'${flag}'`;
  const value = `input.${name}`;
  const made = expression(type, value);
  if (single) return `[${made}]`;
  if (cast) return `${made} as (typeof body)['${property}']`;
  return nullable && made !== value ? `${value} === null ? null : ${made}` : made;
}

function expression(type: FieldType, value: string): string {
  switch (type.kind) {
    case 'scalar':
    case 'enum':
      return value;
    case 'input':
      return type.list
        ? `${value}.map(to${bodyName(type.class)})`
        : `to${bodyName(type.class)}(${value})`;
    case 'map': {
      const [key, content] = type.entry.fields;
      if (key === undefined || content === undefined) throw new Error('An entry without fields');
      const inner = expression(content.type, `entry.${content.name}`);
      return `Object.fromEntries(${value}.map((entry) => [entry.${key.name}, ${inner}]))`;
    }
  }
}
