import type { PageRequest, RunwayPage } from '../../../ports/resources/runway-resources.js';
import type { AnswerObject } from '../outcomes/answer-object.js';

/** The query of a list that Runway pages. */
export function queryOf({ limit, cursor }: PageRequest): object {
  return { limit, ...(cursor !== null && { cursor }) };
}

/** A page that Runway answered. */
export function pageIn<T>(
  answer: AnswerObject,
  readItem: (item: AnswerObject) => T,
): RunwayPage<T> {
  const items = answer.objects('data').map(readItem);
  // An empty page is the last one, whatever it says: a reader must not be led on for ever.
  const nextCursor = items.length === 0 ? null : answer.textOrNull('nextCursor');
  return { items, nextCursor };
}
