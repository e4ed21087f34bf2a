/** SQLSTATEs, the same from both drivers. Source: PostgreSQL 15 documentation, appendix A. */
const FOREIGN_KEY_VIOLATION = '23503';
const UNIQUE_VIOLATION = '23505';

const DIVISION_BY_ZERO = '22012';

/** A NUL in text (22021), a NUL in jsonb (22P05), half a surrogate pair in jsonb (22P02). */
const UNSTORABLE_TEXT = ['22021', '22P05', '22P02'];

function sqlState(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

export function isForeignKeyViolation(error: unknown): boolean {
  return sqlState(error) === FOREIGN_KEY_VIOLATION;
}

export function isUniqueViolation(error: unknown): boolean {
  return sqlState(error) === UNIQUE_VIOLATION;
}

export function isDivisionByZero(error: unknown): boolean {
  return sqlState(error) === DIVISION_BY_ZERO;
}

/** Whether a text held what PostgreSQL cannot store. */
export function isUnstorableText(error: unknown): boolean {
  return UNSTORABLE_TEXT.includes(sqlState(error) ?? '');
}
