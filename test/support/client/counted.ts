/** What an answer says of its cost, in an exact comparison. */
export function anyCost(): { readonly cost: unknown } {
  const number: unknown = expect.any(Number);
  return { cost: { requested: number, remaining: number, restoreRate: number } };
}

/** The text of an answer without its cost, which depends on what its caller has spent before. */
export function withoutCost(text: string): string {
  return text.replace(/,"extensions":\{"cost":\{[^}]*\}\}|"extensions":\{"cost":\{[^}]*\}\},/g, '');
}

/** Headers that depend on what a caller has spent before. */
export const COUNTED_HEADERS: readonly string[] = ['ratelimit', 'ratelimit-policy', 'retry-after'];
