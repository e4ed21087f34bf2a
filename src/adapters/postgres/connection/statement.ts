import { CompiledQuery, type Kysely } from 'kysely';

import type { Tables } from '../tables.js';

/** What a statement takes: everything else is made text by its caller. */
export type Value = string | number | boolean | Date | null;

/** A value in the text; the colons of a cast are none. */
const PLACE = /(?<!:):([a-z]\w*)/g;

const FORM = /^\/\* (\w+)( as texts)? \*\//;

/** A row as the database writes it: the text of each column, in their order. */
export type TextRow = readonly (string | null)[];

/**
 * A statement whose text never changes: written once, and prepared by the database once a
 * connection, so that it is neither built, parsed nor planned again. For statements of many parts
 * that every paid request runs; others are Kysely's.
 *
 * Values stand in the text as `:name` and are cast there, because they travel as text. It must name
 * the columns that it returns: a prepared `*` breaks when a later version adds a column.
 */
export class Statement<Row> {
  readonly #sql: string;
  readonly #places: readonly string[];

  /** `as texts`: each row is a TextRow, whose values are parsed where they are used. */
  constructor(name: string, text: string, form?: 'as texts') {
    const places: string[] = [];
    const numbered = text.replaceAll(PLACE, (_, place: string) => {
      if (!places.includes(place)) places.push(place);
      return `$${String(places.indexOf(place) + 1)}`;
    });
    const heading = form === undefined ? name : `${name} ${form}`;
    this.#sql = `/* ${heading} */ ${numbered}`;
    this.#places = places;
  }

  /** A value that the text names and `values` does not hold is an error. */
  async run(db: Kysely<Tables>, values: Readonly<Record<string, Value>>): Promise<readonly Row[]> {
    const parameters = this.#places.map((place) => {
      const value = values[place];
      if (value === undefined) throw new Error(`The statement lacks a value for ${place}`);
      return textOf(value);
    });
    return (await db.executeQuery<Row>(CompiledQuery.raw(this.#sql, parameters))).rows;
  }
}

/** The name that a `Statement` goes by, and whether its rows are texts; undefined for any other text. */
export function statementForm(
  sql: string,
): { readonly name: string; readonly asTexts: boolean } | undefined {
  const found = FORM.exec(sql);
  if (found === null) return undefined;
  return { name: found[1] ?? '', asTexts: found[2] !== undefined };
}

/** A value as the database has written it. */
export function asWritten(text: string): string {
  return text;
}

function textOf(value: Value): string | null {
  if (value === null) return null;
  return value instanceof Date ? value.toISOString() : String(value);
}
