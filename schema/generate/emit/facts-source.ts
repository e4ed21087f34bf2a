/** A TypeScript literal, one line a property, stable. */
export function literal(value: unknown, indent = ''): string {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const flat = `[${value.map((item) => inline(item)).join(', ')}]`;
    if (value.every((item) => typeof item !== 'object' || item === null)) return flat;
    return `[\n${value.map((item) => `${inner}${literal(item, inner)},\n`).join('')}${indent}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const short = inline(value);
    if (short.length + indent.length <= 90) return short;
    const rows = Object.entries(value).map(
      ([name, child]) => `${inner}${key(name)}: ${literal(child, inner)},\n`,
    );
    return `{\n${rows.join('')}${indent}}`;
  }
  return inline(value);
}

function inline(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const rows = Object.entries(value).map(([name, child]) => `${key(name)}: ${inline(child)}`);
    return rows.length === 0 ? '{}' : `{ ${rows.join(', ')} }`;
  }
  return String(value);
}

function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name);
}

function quoted(text: string): string {
  return text.includes("'") ? JSON.stringify(text) : `'${text}'`;
}
