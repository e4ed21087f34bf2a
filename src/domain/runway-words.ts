import { namesIn } from './names-in-text.js';

/** Characters of Runway's words that a client is shown. */
export const WORDS_LENGTH_MAX = 500;

/** A longer text is no message for people, and none of it is shown. */
const TEXT_LENGTH_MAX = 10_000;

/** What Runway's adapter writes where an answer repeats the secret of the account. */
export const HIDDEN_SECRET = '[secret]';

/** Pages of Runway's documentation. No path with a digit: it might be an id. */
export const DOCUMENTATION = /^https:\/\/docs\.dev\.runwayml\.com(?:\/[a-z/_-]*)?$/;

/** The part of an address, with a scheme or without one, that may be signed. */
const QUERY = /(\S)\?[^\s"'`<>]+/g;
const FRAGMENT = /(:\/\/[^\s"'`<>#]+)#[^\s"'`<>]*/g;
const USER = /(:\/\/)[^\s"'`<>/@]*@/g;

/** Keys of the gateway and of Runway, JWTs, and the text after an authentication scheme. */
const SECRET = /\[secret\]|\b(?:rgk_[a-z\d]+_|key_|eyJ|Bearer\s+)[\w.~+/=-]{8,}/i;

/** Facts of the account, for which there are codes; its limits are no bounds of an input. */
const ACCOUNT =
  /credit|quota|billing|invoice|payment|balance|subscription|concurren|organi[sz]ation|workspace|account|\bdaily\b|\btiers?\b|rate.?limit|(?:usage|task|generation|plan|monthly|weekly|hourly)s?\b.{0,20}limit|limit.{0,20}\b(?:plan|per (?:day|hour|minute|month))/i;

/** Whether a name is one that the request contained, or that Runway publishes. */
export type IsKnown = (name: string) => boolean;

/**
 * Text that Runway wrote about one request or task. It may hold anything (other tenants' ids, facts
 * of the account), so it can be read through the scrubber alone, and no log shows it.
 */
export class RunwayWords {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * The text as its tenant may see it: on one line, without control characters and queries of
   * addresses, WORDS_LENGTH_MAX characters at most. Null when it is empty or too long, contains a
   * secret or a name that is not known, or speaks of the account.
   */
  passedOn(isKnown: IsKnown): string | null {
    if (this.#text.length > TEXT_LENGTH_MAX) return null;
    const text = withoutQueries(readable(this.#text));
    if (text === '' || SECRET.test(text) || ACCOUNT.test(text)) return null;
    return namesIn(text).every(isKnown) ? cut(text) : null;
  }

  /** The same of one value of a list: any but a number is a name. */
  valuePassedOn(isKnown: IsKnown): string | null {
    const value = this.passedOn(isKnown);
    return value === null || !/\p{L}/u.test(value) || isKnown(value) ? value : null;
  }
}

/** Compatibility forms become plain characters, so that no rule is passed by in disguise. */
function readable(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .trim();
}

function withoutQueries(text: string): string {
  return text.replace(QUERY, '$1').replace(FRAGMENT, '$1').replace(USER, '$1');
}

/** By whole characters. */
function cut(text: string): string {
  if (text.length <= WORDS_LENGTH_MAX) return text;
  return text.slice(0, WORDS_LENGTH_MAX).replace(/\p{Cs}$/u, '');
}
