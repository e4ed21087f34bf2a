import type { JsonValue } from './json.js';

/** One text of an input and where it stands. */
export interface InputText {
  /** As a client would find it: `voice.custom.id`, `documentIds.0`. */
  readonly path: string;
  /** The same with `[]` for places in lists, as the operations table writes it. */
  readonly pattern: string;
  readonly text: string;
}

/** Every text of an input in its GraphQL shape, in order. */
export function inputTexts(input: JsonValue): InputText[] {
  const found: InputText[] = [];
  collect(input, '', '', found);
  return found;
}

function collect(value: JsonValue, path: string, pattern: string, found: InputText[]): void {
  if (typeof value === 'string') found.push({ path, pattern, text: value });
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      collect(item as JsonValue, joined(path, String(index)), `${pattern}[]`, found);
    }
    return;
  }
  for (const [name, item] of Object.entries(value)) {
    collect(item, joined(path, name), joined(pattern, name), found);
  }
}

function joined(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
