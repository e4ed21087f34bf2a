import type { Failure } from './task.js';

interface Rule {
  /** Runway's code or its first segments. */
  readonly prefix: string;
  readonly message: string;
  /** Whether the same request may succeed when it is sent again later. */
  readonly retryable: boolean;
}

/** The first match wins, so longer prefixes come first. Source: Runway's page on task failures. */
const RULES: readonly Rule[] = [
  {
    prefix: 'SAFETY.INPUT',
    message: 'An input was refused by content moderation.',
    retryable: false,
  },
  {
    prefix: 'SAFETY.OUTPUT',
    message: 'The output was withheld by content moderation.',
    retryable: false,
  },
  { prefix: 'SAFETY', message: 'Refused by content moderation.', retryable: false },
  {
    prefix: 'INPUT_PREPROCESSING.SAFETY',
    message: 'An input was refused by content moderation.',
    retryable: false,
  },
  {
    prefix: 'INPUT_PREPROCESSING.INTERNAL',
    message: 'Runway could not prepare the input. Try again later.',
    retryable: true,
  },
  {
    prefix: 'INTERNAL.BAD_OUTPUT',
    message: 'The model made no usable output. Change the input before you try again.',
    retryable: false,
  },
  { prefix: 'INTERNAL', message: 'Runway failed. Try again later.', retryable: true },
  {
    prefix: 'ASSET.INVALID',
    message: 'An input file could not be used: check its type, size and dimensions.',
    retryable: false,
  },
  {
    prefix: 'THIRD_PARTY.UNAVAILABLE',
    message: "The model's provider is unavailable. Try again later.",
    retryable: true,
  },
];

const NO_CODE: Omit<Rule, 'prefix'> = {
  message: 'Runway failed without a reason. Try again later.',
  retryable: true,
};
/** Runway's set is open. An unknown code counts as a lasting failure. */
const UNKNOWN_CODE: Omit<Rule, 'prefix'> = {
  message: 'Runway could not do the task.',
  retryable: false,
};

const SEGMENTS_SHOWN = 2;
const WELL_FORMED = /^[A-Z0-9_]{1,40}(\.[A-Z0-9_]{1,40}){0,5}$/;

/** Codes that `failureOf` gives to tasks which content moderation has stopped. */
export const MODERATED = /^(SAFETY|INPUT_PREPROCESSING[.]SAFETY)([.]|$)/;

/**
 * The failure that a client sees, in our own text. Runway calls the third segment of a code
 * diagnostic, so the gateway shows two segments. The log has the whole code.
 */
export function failureOf(failureCode: string | null): Failure {
  if (failureCode === null || !WELL_FORMED.test(failureCode)) return { code: null, ...NO_CODE };
  const rule = RULES.find(
    ({ prefix }) => failureCode === prefix || failureCode.startsWith(`${prefix}.`),
  );
  const { message, retryable } = rule ?? UNKNOWN_CODE;
  return { code: failureCode.split('.').slice(0, SEGMENTS_SHOWN).join('.'), message, retryable };
}

/** The failure of a task whose answers from Runway the gateway cannot read. */
export const UNINTELLIGIBLE_FAILURE: Failure = {
  code: 'RUNWAY_UNINTELLIGIBLE',
  message: 'Runway tells of the task in a way that the gateway cannot read. An operator must look.',
  retryable: false,
};
