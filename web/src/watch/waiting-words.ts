import type { WaitingReason } from '../../../client/src/documents.js';

/** Why a task waits, and what a person can do about it. */
const WORDS: Readonly<Record<WaitingReason, string>> = {
  SLOT: 'All places for generations are taken. It goes on by itself when one is free.',
  TURN: 'Other requests come first. It goes on by itself.',
  RUNWAY_RATE_LIMITED: 'Runway asked to send later. It goes on by itself.',
  RUNWAY_DAILY_CAP: 'The Runway account has used up its generations of the last 24 hours.',
  RUNWAY_UNREACHABLE: 'Runway cannot be reached. It is sent as soon as Runway answers again.',
  RUNWAY_UNAUTHORIZED: 'Runway refuses the secret of the gateway. Tell your operator.',
  INPUT: 'An output that it is made from is being uploaded to Runway. It is sent after that.',
  TENANT_STOPPED:
    'Too many of your requests were moderated. An operator must resume your tenant before it is sent.',
};

export function waitingWords(reason: WaitingReason): string {
  return WORDS[reason];
}

/** What tells the order in which a tenant's tasks were accepted. */
export interface QueuedTask {
  readonly id: string;
  readonly status: string;
  readonly createdAt: string;
}

/** `2nd of your 3 waiting tasks`; undefined when the task does not wait, or waits alone. */
export function placeInQueue(id: string, tasks: readonly QueuedTask[]): string | undefined {
  const waiting = tasks
    .filter(({ status }) => status === 'QUEUED' || status === 'THROTTLED')
    .sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt) || (a.id < b.id ? -1 : 1));
  const place = waiting.findIndex((task) => task.id === id) + 1;
  if (place === 0) return undefined;
  if (waiting.length === 1) return 'Your only waiting task';
  return `${ordinal(place)} of your ${String(waiting.length)} waiting tasks`;
}

function ordinal(place: number): string {
  const rule = new Intl.PluralRules('en', { type: 'ordinal' }).select(place);
  const endings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };
  return `${String(place)}${endings[rule] ?? 'th'}`;
}
