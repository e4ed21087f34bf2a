import { PAGE_SIZE_MAX } from '../../domain/page-size.js';
import type { PageRequest, RunwayPage } from '../../ports/resources/runway-resources.js';
import { resourceCursors } from '../resources/resource-cursor.js';
import { toConnection, type CountedConnection } from './connection.js';
import { badCursor } from './page-cursor.js';

/** What a client asks of a list. */
interface Asked {
  readonly first: number;
  readonly after: string | null | undefined;
  /**
   * The thing whose list it is: cursors are good for it alone, so that none is taken for one of
   * another list by mistake. A forged one reaches Runway, as one for the thing in the call's path.
   * Without it, a list of the account.
   */
  readonly of?: string;
}

/**
 * A page of a list that Runway keeps. Runway's cursors stand between its pages only: within one, a
 * place is so many entries after such a cursor. What has no node is left out, so that a page may be
 * short, even empty, and more follow all the same. Throws BAD_USER_INPUT, and what `read` throws.
 */
export async function runwayConnection<Item, Node>(
  { first, after, of }: Asked,
  read: (page: PageRequest) => Promise<RunwayPage<Item>>,
  toNode: (item: Item) => Node | undefined,
): Promise<CountedConnection<Node>> {
  const list = of === undefined ? {} : { of };
  const place = resourceCursors.after(after) ?? { runwayCursor: null, skip: 0, ...list };
  if (!('skip' in place) || place.of !== of) throw badCursor();
  const { runwayCursor, skip } = place;
  const limit = Math.min(skip + first, PAGE_SIZE_MAX);
  const { items, nextCursor } = await read({ limit, cursor: runwayCursor });
  const nextPage = nextCursor === null ? null : { runwayCursor: nextCursor, skip: 0, ...list };
  const edges = items.slice(skip).flatMap((item, index) => {
    const node = toNode(item);
    if (node === undefined) return [];
    const isLast = skip + index === items.length - 1;
    const behind = { runwayCursor, skip: skip + index + 1, ...list };
    return [{ cursor: resourceCursors.write((isLast ? nextPage : null) ?? behind), node }];
  });
  const page = toConnection(edges, {
    hasNextPage: nextPage !== null,
    ...(nextPage !== null && { endCursor: resourceCursors.write(nextPage) }),
  });
  return { ...page, totalCount: null };
}
