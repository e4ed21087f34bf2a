/**
 * A package of `optionalDependencies`, loaded where a setting wants it. Its name is a value, so that
 * the gateway compiles without it: the caller declares the part of it that it uses. Throws a
 * configuration error when the package is not installed.
 */
export async function optionalPackage(name: string, wantedBy: string): Promise<unknown> {
  const found = await findOptionalPackage(name);
  if (found === undefined) {
    throw new Error(
      `Bad configuration:\n  ${wantedBy} needs the package ${name}, which is not installed. ${HOW_TO_INSTALL}`,
    );
  }
  return found;
}

/** Undefined when it is not installed. */
export async function findOptionalPackage(name: string): Promise<unknown> {
  try {
    return (await import(name)) as unknown;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

export const HOW_TO_INSTALL = 'Install the optional packages: npm ci --include=optional';

/** Node's own modules and Jest's have different codes. */
const MISSING_CODES: ReadonlySet<unknown> = new Set(['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND']);

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && MISSING_CODES.has(error.code);
}
