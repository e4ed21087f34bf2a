export type Params = Readonly<Record<string, string>>;

/** The values of `:names` in a pattern such as `/tasks/:id`; undefined where it does not match. */
export function matchPath(pattern: string, path: string): Params | undefined {
  const expected = pattern.split('/');
  const given = path.split('/');
  if (expected.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, part] of expected.entries()) {
    const value = given[at] ?? '';
    if (!part.startsWith(':')) {
      if (part !== value) return undefined;
    } else {
      if (value === '') return undefined;
      params[part.slice(1)] = decoded(value);
    }
  }
  return params;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
