import type { ResourceCursor } from '../../services/resources/resource-lists.js';
import {
  badCursor,
  cursorsOf,
  decodeCursor,
  encodeCursor,
  textPart,
  timePart,
  type Cursors,
} from '../pagination/page-cursor.js';

/** Places in a list that the gateway keeps. */
const noted = cursorsOf<{ createdAt: Date; id: string }>('resource', {
  createdAt: timePart,
  id: textPart(/^[\x21-\x7e]{1,200}$/),
});

/** A place in a page of Runway’s: so many entries after a cursor of Runway’s. */
const PAGE = /^page (\d{1,3}) ([\x21-\x7e]{0,1000})(?: ([\x21-\x7e]{1,64}))?$/;

/** Places in a list of what a tenant keeps at Runway. */
export const resourceCursors: Cursors<ResourceCursor> = {
  write,
  read,
  after: (cursor) => (typeof cursor === 'string' ? read(cursor) : null),
};

function write(place: ResourceCursor): string {
  if (!('skip' in place)) return noted.write(place);
  const { skip, runwayCursor, of } = place;
  const ofText = of === undefined ? '' : ` ${of}`;
  return encodeCursor(`page ${String(skip)} ${runwayCursor ?? ''}${ofText}`);
}

function read(cursor: string): ResourceCursor {
  const text = decodeCursor(cursor);
  if (!text.startsWith('page ')) return noted.read(cursor);
  const [, skip, runwayCursor, of] = PAGE.exec(text) ?? [];
  if (skip === undefined || runwayCursor === undefined) throw badCursor();
  return {
    runwayCursor: runwayCursor === '' ? null : runwayCursor,
    skip: Number(skip),
    ...(of !== undefined && { of }),
  };
}
