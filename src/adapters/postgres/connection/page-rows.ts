import { sql, type RawBuilder } from 'kysely';

/** The rows of a page. */
export interface PageRows<Row> {
  readonly shown: readonly Row[];
  readonly hasNextPage: boolean;
}

/** A page is read with one row more than it shows: whether that one is there says if more follow. */
export function pageLimit(first: number): RawBuilder<number> {
  return sql.lit(first + 1);
}

/** The page of rows that were read with `pageLimit`. */
export function pageOf<Row>(rows: readonly Row[], first: number): PageRows<Row> {
  return { shown: rows.slice(0, first), hasNextPage: rows.length > first };
}
