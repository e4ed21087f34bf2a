import type { ColumnType } from 'kysely';

/**
 * jsonb: read as a value, written as text (see `toJson`), because pg takes arrays for SQL arrays.
 */
export type Json<T> = ColumnType<T, string, string>;

export type NullableJson<T> = ColumnType<T | null, string | null | undefined, string | null>;

/** Set by its default when a row is made, plain afterwards. */
export type Defaulted<T> = ColumnType<T, T | undefined, T>;
