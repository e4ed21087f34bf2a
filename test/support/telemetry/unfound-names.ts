export interface KnownNames {
  /** The SDL: fields, arguments and values of enums. */
  readonly schema: string;
  /** Settings and codes. */
  readonly upper: ReadonlySet<string>;
  readonly scripts: ReadonlySet<string>;
  readonly metrics: ReadonlySet<string>;
}

/** Names in code type on a page that nothing of the gateway has: a page must not outlive what it tells of. */
export function unfoundNames(page: string, known: KnownNames): readonly string[] {
  const words = new Set(known.schema.match(/\w+/g));
  const code = [...page.matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => text);
  const isUnfound = (name: string): boolean => {
    if (/^gateway_\w+$/.test(name))
      return !known.metrics.has(name.replace(/_(?:bucket|count)$/, ''));
    if (/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(name))
      return !known.upper.has(name) && !words.has(name);
    if (/^[a-z]+(?:[A-Z][a-z]+)+$/.test(name)) return !words.has(name);
    return false;
  };
  return code.flatMap((text) => {
    const script = /^npm run (?:--silent )?([\w:-]+)/.exec(text)?.[1];
    if (script !== undefined) return known.scripts.has(script) ? [] : [script];
    // A call is `field(argument: …)`; a setting may be `NAME=value`.
    const [name = ''] = text.split(/[(=]/);
    return isUnfound(name) ? [name] : [];
  });
}
