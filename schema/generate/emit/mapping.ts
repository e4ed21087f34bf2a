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

function objectLines({ tags, fields, name }: InputClass, pathIds: readonly string[]): string[] {
  const body = `${name.slice(0, -'Input'.length)}Body`;
  const placed = fields.filter((field) => !pathIds.includes(field.name));
  const always = placed.filter(({ required, fallback }) => required || fallback !== null);
  const sometimes = placed.filter((field) => !always.includes(field));
  const entries = [
    ...tags.map((tag) => `  ${tagSource(tag)},`),
    ...always.map((field) => `  ${field.property}: ${valueOf(field)},`),
  ];
  const start =
    entries.length === 0
      ? [`const body: ${body} = {};`]
      : [`const body: ${body} = {`, ...entries, '};'];
  const rest = sometimes.map(
    (field) => `if (input.${field.name} !== undefined) body.${field.property} = ${mapped(field)};`,
  );
  return [...start, ...rest, 'return body;'];
}

/** One line a member of a `@oneOf` input. */
function memberLines({ name, fields }: InputClass): string[] {
  const lines = fields.map((field) => {
    const tags = field.tags.map((tag) => `${tagSource(tag)}, `).join('');
    const value = mapped(field);
    const made = tags === '' ? value : `{ ${tags}${field.property}: ${value} }`;
    return `if (input.${field.name} !== undefined) return ${made};`;
  });
  return [...lines, `throw new NoMemberSet('${name}');`];
}

function tagSource({ name, value }: Tag): string {
  return `${name}: ${typeof value === 'number' ? String(value) : `'${value}'`}`;
}

function valueOf(field: InputField): string {
  return field.fallback === null ? mapped(field) : `input.${field.name} ?? '${field.fallback}'`;
}

function mapped({ name, type }: InputField): string {
  return expression(type, `input.${name}`);
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
