/** Characters; a longer text says nothing more to a reader of the log. */
const TEXT_LENGTH_MAX = 1_000;

/**
 * Characters that are no text to a terminal or an editor: controls (C0, DEL, C1), line separators,
 * and those that hide or turn round what follows.
 */
const UNSAFE =
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Beyond its host, an address may be signed or name an output. */
const ADDRESS = /\b(https?:\/\/[^\s"'\\/?#@]+)[/?#][^\s"'\\]*/gi;

/** Addresses of stores hold passwords. */
const STORE_ADDRESS = /\b(postgres(?:ql)?|rediss?|https?):\/\/[^\s"'\\/]*@[^\s"'\\]*/gi;

/** Keys of the gateway and of Runway, JWTs, and whatever stands behind an authentication scheme. */
const CREDENTIAL = /\b(rgk_[a-z0-9]+_|key_|eyJ|Bearer\s+)[\w.~+/=-]{8,}/gi;

/** Quickly: most texts hold nothing of all this. */
const MAY_HOLD_SECRETS = /:\/\/|key_|rgk_|eyJ|bearer/i;

/** As it may stand inside a JSON string or on a terminal: one line, whatever it holds. */
export function escapeUnsafe(text: string): string {
  return text.replace(UNSAFE, (char) => {
    const code = char.charCodeAt(0).toString(16).padStart(4, '0');
    return `\\u${code}`;
  });
}

/** The part of a foreign text that may be logged: bounded, without addresses or secrets. */
export function scrub(text: string): string {
  const short = text.length > TEXT_LENGTH_MAX ? `${text.slice(0, TEXT_LENGTH_MAX)}…` : text;
  if (!MAY_HOLD_SECRETS.test(short)) return short;
  return short
    .replace(STORE_ADDRESS, '$1://…')
    .replace(ADDRESS, '$1/…')
    .replace(CREDENTIAL, '$1[redacted]');
}
