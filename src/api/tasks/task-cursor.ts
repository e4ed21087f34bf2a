import { cursorsOf, numberPart, timePart, uuidPart } from '../pagination/page-cursor.js';

/** Places in a list of tasks. */
export const taskCursors = cursorsOf<{ createdAt: Date; id: string }>('task', {
  createdAt: timePart,
  id: uuidPart,
});

/** Places in a tenant's events. */
export const eventCursors = cursorsOf<{ number: number }>('event', { number: numberPart });
