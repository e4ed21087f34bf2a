export type EnumObject<T extends string> = Readonly<Record<string, T>>;

export function enumOf<T extends string>(
  values: readonly T[],
  nameOf = screamingSnake,
): EnumObject<T> {
  return Object.fromEntries(values.map((value) => [nameOf(value), value]));
}

/** `createTextToVideo` → `CREATE_TEXT_TO_VIDEO`, `generate:video` → `GENERATE_VIDEO`. */
export function screamingSnake(text: string): string {
  return text
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replaceAll(':', '_')
    .toUpperCase();
}

export function describe<T extends string>(
  descriptions: Readonly<Record<T, string>>,
): Record<string, { description: string }> {
  return Object.fromEntries(
    Object.entries<string>(descriptions).map(([value, description]) => [
      screamingSnake(value),
      { description },
    ]),
  );
}
