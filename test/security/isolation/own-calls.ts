import { eventCursors } from '../../../src/api/tasks/task-cursor.js';
import { callAs, requiredIn } from './calls.js';
import type { RootField } from './graph-slots.js';
import type { Place } from './matrix.js';
import type { Variables } from './variables.js';
import type { Holder } from './world.js';

/** A call that names what must be named, and one for each name that may be given. */
export function ownCalls(field: RootField, place: Place, { things, spares }: Holder): Variables[] {
  const own = {
    ...things,
    ...(place.consumes && spares),
    eventCursor: eventCursors.write({ number: 1 }),
  };
  const required = requiredIn(field, place.names ?? {});
  const optional = Object.keys(place.names ?? {}).filter((path) => !required.includes(path));
  // `task` takes one of two, and `tasksUpdated` tells nothing by itself.
  const needsOne = required.length === 0 && place.calls === undefined && optional.length > 0;
  const filled = [...(needsOne ? [] : [required]), ...optional.map((path) => [...required, path])];
  const [first = {}] = place.calls ?? [];
  return filled.map((paths) => {
    const call = callAs(field, place, first, own, paths);
    if (call === undefined)
      throw new Error(`${field.name}: ${paths.join(' and ')} cannot be named`);
    return call;
  });
}
