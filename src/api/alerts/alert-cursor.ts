import { cursorsOf, numberPart } from '../pagination/page-cursor.js';

/** Places in the list of security alerts, and in their stream: they are the same. */
export const alertCursors = cursorsOf<{ number: number }>('alert', { number: numberPart });
