import { invalid } from './handler.js';

/** What a list is asked with; its schema has held the bounds of both. */
export interface PageQuery {
  readonly cursor?: string;
  readonly limit?: number;
}

export interface Page<Item> {
  readonly data: readonly Item[];
  readonly hasMore: boolean;
  readonly nextCursor: string | null;
}

/** Where an item stands in a list: a time in ms, then a number that no other item of the list has. */
export type Place = readonly [atMs: number, serial: number];

export interface ListShape<Item> {
  /** A cursor is good for the list of this name only. */
  readonly name: string;
  readonly placeOf: (item: Item) => Place;
  /** Default: newest first. */
  readonly order?: 'asc' | 'desc';
  /** Default: 50. Source: Runway's OpenAPI document. */
  readonly limitDefault?: number;
}

const LIMIT_DEFAULT = 50;

/**
 * A page of a list. A cursor names a place, not an item: what is added or deleted meanwhile shifts
 * nothing. Refuses with 400 a cursor that this list did not give.
 */
export function pageOf<Item>(
  items: Iterable<Item>,
  query: PageQuery,
  shape: ListShape<Item>,
): Page<Item> {
  const sign = shape.order === 'asc' ? 1 : -1;
  const { cursor, limit = shape.limitDefault ?? LIMIT_DEFAULT } = query;
  const after = cursor === undefined ? undefined : decode(shape.name, cursor);
  const rest = [...items]
    .filter((item) => after === undefined || sign * compare(shape.placeOf(item), after) > 0)
    .sort((one, other) => sign * compare(shape.placeOf(one), shape.placeOf(other)));
  const data = rest.slice(0, limit);
  const last = data.at(-1);
  const hasMore = rest.length > data.length;
  const nextCursor = hasMore && last ? encode(shape.name, shape.placeOf(last)) : null;
  return { data, hasMore, nextCursor };
}

/** The same page with each item as a client sees it. */
export function mapPage<Item, Seen>(page: Page<Item>, see: (item: Item) => Seen): Page<Seen> {
  return { ...page, data: page.data.map(see) };
}

function compare(one: Place, other: Place): number {
  return one[0] - other[0] || one[1] - other[1];
}

function encode(name: string, place: Place): string {
  return Buffer.from(JSON.stringify([name, ...place])).toString('base64url');
}

function decode(name: string, cursor: string): Place {
  const [givenName, atMs, serial] = parsed(cursor);
  if (givenName === name && typeof atMs === 'number' && typeof serial === 'number') {
    return [atMs, serial];
  }
  throw invalid([{ code: 'custom', path: ['cursor'], message: 'Invalid cursor' }], 'query');
}

function parsed(cursor: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
