import * as z from 'zod';
import type { PageRequest, RunwayPage } from '../../../ports/resources/runway-resources.js';
import { anything, listOf, member, orNull, text, type Shape } from '../outcomes/answer-shapes.js';

/** The query of a list that Runway pages. */
export function queryOf({ limit, cursor }: PageRequest): object {
  return { limit, ...(cursor !== null && { cursor }) };
}

/** A page that Runway answered. */
export function pageOf<T>(entry: Shape<T>): Shape<RunwayPage<T>> {
  return z
    .object({ data: listOf(entry), nextCursor: anything })
    .transform(({ data: items, nextCursor }, context) => ({
      items,
      // An empty page is the last one, whatever it says: no reader may be led on for ever.
      nextCursor:
        items.length === 0 ? null : member(context, 'nextCursor', orNull(text), nextCursor),
    }));
}
