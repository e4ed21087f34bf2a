const LINE_MAX = 88;

/** A value as TypeScript, as a person would write it: short objects in a line. */
export function literalText(value: unknown, indent = ''): string {
  const line = inline(value);
  if (typeof value !== 'object' || value === null || line.length + indent.length <= LINE_MAX) {
    return line;
  }
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((each) => `${inner}${literalText(each, inner)},\n`);
    return `[\n${items.join('')}${indent}]`;
  }
  const fields = Object.entries(value).map(
    ([name, each]) => `${inner}${keyText(name)}: ${literalText(each, inner)},\n`,
  );
  return `{\n${fields.join('')}${indent}}`;
}

function inline(value: unknown): string {
  if (typeof value === 'string') return stringText(value);
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const fields = Object.entries(value).map(([name, each]) => `${keyText(name)}: ${inline(each)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

function keyText(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : stringText(name);
}

function stringText(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${escaped}'`;
}
