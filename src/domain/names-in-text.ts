/** A word, an id, a slug, a file name or an e-mail address. */
const TOKEN = /[\p{L}\p{N}_][\p{L}\p{N}_@.-]*/gu;

/** One token in quotes. */
const QUOTED = /["'`‘“«]([\p{L}\p{N}_.-]*\p{L}[\p{L}\p{N}_.-]*)["'`’”»]/gu;

const ADDRESS = /[a-z][a-z\d+.-]*:\/\/[^\s"'`<>]+/gi;

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** Lower-case words that are joined, as in a router's slug; `30-second` is none. */
const SLUG = /^(?!\d{1,4}-[a-z]+$)(?=.*[a-z])[a-z\d]+(?:[-_][a-z\d]+)+$/;

/** `1280x720`. */
const DIMENSIONS = /^\d+x\d+$/;

/** Characters from which on a mixture of letters and digits is no word. */
const MIXED_LENGTH_MIN = 8;
/** Characters from which on letters of both cases may be an id. */
const CASED_LENGTH_MIN = 16;
const WORD_LENGTH_MAX = 32;
/** The largest bound that Runway states, 4294967295, has ten. */
const DIGITS_MAX = 10;

/**
 * What in a text may be the name of one object: addresses, e-mail addresses, ids, slugs, and any
 * single token in quotes. Plain words and numbers are none.
 */
export function namesIn(text: string): readonly string[] {
  const addresses = [...text.matchAll(ADDRESS)].map(([address]) => withoutEnd(address));
  const rest = text.replace(ADDRESS, ' ');
  const quoted = [...rest.matchAll(QUOTED)].map(([, name = '']) => name);
  const tokens = [...rest.matchAll(TOKEN)].map(([token]) => withoutEnd(token)).filter(isName);
  return [...addresses, ...quoted, ...tokens];
}

/** Without the signs that end a sentence around it. */
function withoutEnd(token: string): string {
  return token.replace(/[.,;:!)\]}@-]+$/u, '');
}

function isName(token: string): boolean {
  return (
    token.includes('@') ||
    UUID.test(token) ||
    token.split('.').some((part) => SLUG.test(part)) ||
    token.split(/[-_.]/).some(isIdPart)
  );
}

function isIdPart(part: string): boolean {
  const hasDigit = /\p{N}/u.test(part);
  if (!hasDigit) return part.length > WORD_LENGTH_MAX || isOddlyCased(part);
  if (!/\p{L}/u.test(part)) return part.length > DIGITS_MAX;
  return part.length >= MIXED_LENGTH_MIN && !DIMENSIONS.test(part);
}

/** Whether a quarter or more of its letters are of the rarer case; `referenceVideoUri` has fewer. */
function isOddlyCased(part: string): boolean {
  if (part.length < CASED_LENGTH_MIN) return false;
  const capitals = part.match(/\p{Lu}/gu)?.length ?? 0;
  return Math.min(capitals, part.length - capitals) * 4 >= part.length;
}
