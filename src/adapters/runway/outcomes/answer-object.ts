import type { JsonObject, JsonValue } from '../../../domain/input/json.js';
import { GatewayError } from '../../../errors.js';
import { idOf, isAmount, isDay, isMediaUrl, isObject } from './json-shape.js';
import { isSignedAmount, isTime, oneLine } from './json-shape.js';

/** Entries of one list. The longest that Runway documents has 200. */
const ENTRIES_MAX = 10_000;

/** Levels of JSON that is passed on as it is: what is written by recursion must not be bottomless. */
const DEPTH_MAX = 64;

/**
 * An object of one of Runway's answers. Its properties are taken in the shape that they are
 * documented in; for any other, every method throws RUNWAY_UNAVAILABLE with the place as detail.
 * `…OrNull`: null stands for a property that is null or missing.
 */
export class AnswerObject {
  readonly #json: JsonObject;
  readonly #place: string;
  readonly #mayBePlain: boolean;

  /** `mayBePlain`: whether `http:` URLs pass. */
  constructor(json: unknown, place: string, mayBePlain: boolean) {
    if (!isObject(json)) throw unreadable(place);
    this.#json = json;
    this.#place = place;
    this.#mayBePlain = mayBePlain;
  }

  has(name: string): boolean {
    return (this.#json[name] ?? null) !== null;
  }

  id(name = 'id'): string {
    return idOf(this.#json[name]) ?? this.#unreadable(name);
  }

  idOrNull(name = 'id'): string | null {
    return this.has(name) ? this.id(name) : null;
  }

  text(name: string): string {
    const value = this.#json[name];
    return typeof value === 'string' ? value : this.#unreadable(name);
  }

  textOrNull(name: string): string | null {
    return this.has(name) ? this.text(name) : null;
  }

  /** A text for people; see `oneLine`. */
  lineOrNull(name: string): string | null {
    const text = this.textOrNull(name);
    return text === null ? null : oneLine(text);
  }

  texts(name: string): readonly string[] {
    return this.#list(name).map((entry) =>
      typeof entry === 'string' ? entry : this.#unreadable(name),
    );
  }

  /** `status` in our spelling; UNKNOWN when it is not among the known ones. */
  status<Known extends string>(known: readonly Known[]): Known | 'UNKNOWN' {
    const status = this.text('status').toUpperCase();
    return known.find((one) => one === status) ?? 'UNKNOWN';
  }

  /** RFC 3339; see `isTime`. */
  time(name: string): string {
    const text = this.text(name);
    return isTime(text) ? text : this.#unreadable(name);
  }

  timeOrNull(name: string): string | null {
    return this.has(name) ? this.time(name) : null;
  }

  /** YYYY-MM-DD; see `isDay`. */
  day(name: string): string {
    const text = this.text(name);
    return isDay(text) ? text : this.#unreadable(name);
  }

  /** From 0 to AMOUNT_MAX. */
  number(name: string): number {
    const value = this.#json[name];
    return isAmount(value) ? value : this.#unreadable(name);
  }

  numberOrNull(name: string): number | null {
    return this.has(name) ? this.number(name) : null;
  }

  /** Of either sign, up to AMOUNT_MAX: credits come back. */
  signedNumber(name: string): number {
    const value = this.#json[name];
    return isSignedAmount(value) ? value : this.#unreadable(name);
  }

  /** A whole number from 0, as far as the graph can show one. */
  count(name: string): number {
    const value = this.number(name);
    return Number.isInteger(value) && value < 2 ** 31 ? value : this.#unreadable(name);
  }

  flag(name: string): boolean {
    const value = this.#json[name];
    return typeof value === 'boolean' ? value : this.#unreadable(name);
  }

  flagOrNull(name: string): boolean | null {
    return this.has(name) ? this.flag(name) : null;
  }

  /** Null also for a URL that a client should not be sent to. */
  urlOrNull(name: string): string | null {
    const text = this.textOrNull(name);
    return text !== null && isMediaUrl(text, this.#mayBePlain) ? text : null;
  }

  /** The names of an object that is a map. */
  keys(): readonly string[] {
    const keys = Object.keys(this.#json);
    return keys.length <= ENTRIES_MAX ? keys : this.#unreadable('*');
  }

  object(name: string): AnswerObject {
    return new AnswerObject(this.#json[name], `${this.#place}.${name}`, this.#mayBePlain);
  }

  objectOrNull(name: string): AnswerObject | null {
    return this.has(name) ? this.object(name) : null;
  }

  objects(name: string): readonly AnswerObject[] {
    const place = `${this.#place}.${name}[]`;
    return this.#list(name).map((entry) => new AnswerObject(entry, place, this.#mayBePlain));
  }

  /** A list of whatever; see `json`. */
  list(name: string): readonly JsonValue[] {
    const list = this.#list(name);
    return isShallow(list, DEPTH_MAX) ? list : this.#unreadable(name);
  }

  /** Whatever Runway says; null when it is missing. */
  json(name: string): JsonValue {
    const value = this.#json[name] ?? null;
    return isShallow(value, DEPTH_MAX) ? value : this.#unreadable(name);
  }

  #list(name: string): readonly JsonValue[] {
    const value = this.#json[name];
    return isList(value) && value.length <= ENTRIES_MAX ? value : this.#unreadable(name);
  }

  #unreadable(name: string): never {
    throw unreadable(`${this.#place}.${name}`);
  }
}

/** The answer is not as documented; its place is told, what stands there is not. */
export function unreadable(place: string): GatewayError {
  return new GatewayError('RUNWAY_UNAVAILABLE', { detail: `${place} does not check` });
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function isShallow(value: JsonValue, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return depth > 0 && Object.values(value).every((inner: JsonValue) => isShallow(inner, depth - 1));
}
