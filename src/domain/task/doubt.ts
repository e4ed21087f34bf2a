import { READ_INTERVAL_MS } from './read-interval.js';

/**
 * What whole answers have left open since one last told where a live task stands. Answers that broke
 * off, and outages, are not among them: they say nothing of the task.
 */
export interface Doubt {
  /** Answers in a row that made no sense, or named an end that is not known. */
  readonly senselessReads: number;
  /** Answers in a row with a status that is not known, and may be a live one. */
  readonly unknownReads: number;
  /** When the first of them came; null when there is none. */
  readonly since: Date | null;
}

/** `senseless`: nothing will come of the task as Runway tells of it; `unknown`: something may. */
export type DoubtKind = 'senseless' | 'unknown';

export const NO_DOUBT: Doubt = { senselessReads: 0, unknownReads: 0, since: null };

/** So many in a row are needed, however long they take. */
export const DOUBTED_READS_MAX = 5;

/** 1 min: a fault that passes, in Runway or in something before it, has passed by then. */
export const SENSELESS_MS_MAX = 60_000;

/** 24 h: none of Runway's tasks lasts as long, whatever its status is called. */
export const UNKNOWN_MS_MAX = 86_400_000;

/** 1 min: senseless answers are asked for less and less often, up to this. */
const WAIT_MS_MAX = 60_000;

export function doubtAfter(before: Doubt, kind: DoubtKind, now: Date): Doubt {
  const isSenseless = kind === 'senseless';
  return {
    senselessReads: isSenseless ? before.senselessReads + 1 : 0,
    unknownReads: isSenseless ? 0 : before.unknownReads + 1,
    since: before.since ?? now,
  };
}

/**
 * Whether the task is to be given up. `isOfMany`: the account's other tasks are told of as strangely,
 * so that the fault is Runway's and not the task's.
 */
export function isPastHope(doubt: Doubt, now: Date, isOfMany: boolean): boolean {
  const { senselessReads, unknownReads, since } = doubt;
  if (since === null || Math.max(senselessReads, unknownReads) < DOUBTED_READS_MAX) return false;
  const isLong = unknownReads > 0 || isOfMany;
  return now.getTime() - since.getTime() >= (isLong ? UNKNOWN_MS_MAX : SENSELESS_MS_MAX);
}

/** Until the next read, in ms: 5, 10, 20, 40 s, then a minute; a status that may be live is followed. */
export function doubtWaitMs({ senselessReads }: Doubt): number {
  const doublings = Math.min(Math.max(senselessReads - 1, 0), 10);
  return Math.min(READ_INTERVAL_MS * 2 ** doublings, WAIT_MS_MAX);
}

/** Words that a status is made of which tells that something is over. */
const END =
  /CANCEL|FAIL|ERROR|SUCCE|COMPLET|FINISH|DONE|ENDED|EXPIR|ABORT|REJECT|REFUS|TERMINAT|TIME_?D?_?OUT|DELET|KILL|DISCARD/;

/** Whether a status that is not known says by its name that the task has ended, e.g. `CANCELED`. */
export function namesAnEnd(upstreamStatus: string): boolean {
  return END.test(upstreamStatus.toUpperCase());
}
