import { createHash } from 'node:crypto';

/** The name and the version in the first line of a dump. */
export const DUMP_FORMAT = 'runway-gateway-store';
export const DUMP_VERSION = 1;

/** A table's columns that are stored; generated ones are computed again. */
export interface DumpedTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/** The first line. */
export interface DumpHeader {
  readonly format: typeof DUMP_FORMAT;
  readonly version: typeof DUMP_VERSION;
  readonly madeAt: string;
  readonly store: 'postgres' | 'pglite';
  /** `server_version`. */
  readonly postgres: string;
  /** Names of the migrations that the rows have seen, in order. */
  readonly migrations: readonly string[];
  /** Whether it is a copy of which no gateway has held the queued tasks yet; see store-notes.ts. */
  readonly isUnheld: boolean;
  /** Referenced tables stand before those that refer to them. */
  readonly tables: readonly DumpedTable[];
}

/** Values as PostgreSQL writes them as text, in the order of the columns. */
export type DumpedRow = readonly (string | null)[];

/** A line between the first and the last: the table's place in `tables`, and the row. */
export interface PlacedRow {
  readonly table: number;
  readonly row: DumpedRow;
}

export interface DumpedSequence {
  readonly name: string;
  readonly value: string;
  readonly isCalled: boolean;
}

/** Number and digest of a table's rows. */
export interface TableSum {
  readonly rows: number;
  readonly digest: string;
}

/** What is known when all rows were read. */
export interface DumpFooter {
  readonly sequences: readonly DumpedSequence[];
  /** In the order of `DumpHeader.tables`. */
  readonly sums: readonly TableSum[];
}

/** The contents of a store, wherever they come from. */
export interface StoreContents {
  readonly header: DumpHeader;
  /** To be read once, to its end. */
  rows(): AsyncIterable<PlacedRow>;
  /** Known when `rows` has ended. */
  footer(): DumpFooter;
}

const DIGEST_BITS = 256n;

/**
 * Sums up rows, in whatever order they come: two tables with the same sum hold the same rows. Against
 * accidents, not against a person who can write the dump.
 */
export class RowSums {
  #rows = 0;
  #digest = 0n;

  add(row: DumpedRow): void {
    const hash = createHash('sha256').update(JSON.stringify(row)).digest('hex');
    this.#digest = BigInt.asUintN(Number(DIGEST_BITS), this.#digest + BigInt(`0x${hash}`));
    this.#rows += 1;
  }

  get sum(): TableSum {
    return { rows: this.#rows, digest: this.#digest.toString(16).padStart(64, '0') };
  }
}

/** Names of the tables whose rows differ. */
export function differingTables(
  tables: readonly DumpedTable[],
  left: readonly TableSum[],
  right: readonly TableSum[],
): readonly string[] {
  return tables.flatMap(({ name }, index) => {
    const [one, other] = [left[index], right[index]];
    const isSame = one?.rows === other?.rows && one?.digest === other?.digest;
    return isSame ? [] : [name];
  });
}
