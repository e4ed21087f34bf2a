import { READ_INTERVAL_MS } from './read-interval.js';

/**
 * Counts complete answers about a live task that did not tell its state, since the last one that
 * did. Incomplete answers and outages do not count: they say nothing about the task.
 */
export interface Doubt {
  /** Answers in a row that made no sense, or named an unknown final status. */
  readonly senselessReads: number;
  /** Answers in a row with an unknown status that may be a live one. */
  readonly unknownReads: number;
  /** Time of the first such answer; null when there is none. */
  readonly since: Date | null;
}

/** `senseless`: the task cannot succeed by what Runway says of it. `unknown`: it may. */
export type DoubtKind = 'senseless' | 'unknown';

export const NO_DOUBT: Doubt = { senselessReads: 0, unknownReads: 0, since: null };

/** Number of such answers in a row that is needed, however long they take. */
export const DOUBTED_READS_MAX = 5;

/** 1 min: a temporary fault, in Runway or in front of it, has passed by then. */
export const SENSELESS_MS_MAX = 60_000;

/** 24 h: no task of Runway lasts as long, whatever its status. */
export const UNKNOWN_MS_MAX = 86_400_000;

/** 1 min: the longest wait between reads of a task whose answers make no sense. */
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
 * Whether the gateway gives the task up. `isOfMany`: the account's other tasks get such answers
 * too, so the fault is Runway's and not the task's.
 */
export function isPastHope(doubt: Doubt, now: Date, isOfMany: boolean): boolean {
  const { senselessReads, unknownReads, since } = doubt;
  if (since === null || Math.max(senselessReads, unknownReads) < DOUBTED_READS_MAX) return false;
  const isLong = unknownReads > 0 || isOfMany;
  return now.getTime() - since.getTime() >= (isLong ? UNKNOWN_MS_MAX : SENSELESS_MS_MAX);
}

/**
 * Wait until the next read, in ms: 5, 10, 20, 40 s, then a minute. A status that may be live is
 * read as usual.
 */
export function doubtWaitMs({ senselessReads }: Doubt): number {
  const doublings = Math.min(Math.max(senselessReads - 1, 0), 10);
  return Math.min(READ_INTERVAL_MS * 2 ** doublings, WAIT_MS_MAX);
}

/** Words in the names of final statuses. */
const END =
  /CANCEL|FAIL|ERROR|SUCCE|COMPLET|FINISH|DONE|ENDED|EXPIR|ABORT|REJECT|REFUS|TERMINAT|TIME_?D?_?OUT|DELET|KILL|DISCARD/;

/** Whether the name of an unknown status says that the task has ended, e.g. `CANCELED`. */
export function namesAnEnd(upstreamStatus: string): boolean {
  return END.test(upstreamStatus.toUpperCase());
}
