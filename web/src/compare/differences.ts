/** One line of a comparison: a place in the inputs with the values of both sides. */
export interface Difference {
  readonly path: string;
  readonly left: string | null;
  readonly right: string | null;
  readonly isEqual: boolean;
}

/** Every value of two inputs by its place, those of the left side first. */
export function differencesOf(left: unknown, right: unknown): readonly Difference[] {
  const [one, other] = [valuesOf(left), valuesOf(right)];
  const paths = [...one.keys(), ...[...other.keys()].filter((path) => !one.has(path))];
  return paths.map((path) => {
    const [a, b] = [one.get(path) ?? null, other.get(path) ?? null];
    return { path, left: a, right: b, isEqual: a === b };
  });
}

/** The values of an input by their places, e.g. `gen4_5.promptText`. */
export function valuesOf(input: unknown): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  collect(input, '', values);
  return values;
}

function collect(value: unknown, path: string, values: Map<string, string>): void {
  if (typeof value !== 'object' || value === null) {
    if (path !== '') values.set(path, textOf(value));
    return;
  }
  for (const [name, member] of Object.entries(value)) {
    const place = Array.isArray(value)
      ? `${path}[${name}]`
      : path === ''
        ? name
        : `${path}.${name}`;
    collect(member, place, values);
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
