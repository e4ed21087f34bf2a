/**
 * Whether a text can be stored and sent on as it is: PostgreSQL stores no NUL, and UTF-8 has no half
 * of a surrogate pair. Two texts that differ in such a half alone would become one.
 */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}
