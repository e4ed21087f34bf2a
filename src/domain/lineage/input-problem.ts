import type { Failure } from '../task/task.js';

/** Why an output can be no input: it stays so. */
export const INPUT_PROBLEMS = ['GONE', 'TOO_LARGE', 'UNUSABLE'] as const;

export type InputProblem = (typeof INPUT_PROBLEMS)[number];

const NOTHING_SENT = 'Nothing was sent, and nothing is charged.';

const MESSAGES: Readonly<Record<InputProblem, string>> = {
  GONE: 'An output that the input names can no longer be had.',
  TOO_LARGE: 'An output that the input names has more than the 200 MB that Runway takes.',
  UNUSABLE: 'An output that the input names is no file that Runway takes as an input.',
};

export function problemMessage(problem: InputProblem): string {
  return MESSAGES[problem];
}

/** Of a task that could not be sent for it. */
export function problemFailure(problem: InputProblem): Failure {
  const message = `${MESSAGES[problem]} ${NOTHING_SENT}`;
  return { code: `INPUT_${problem}`, message, retryable: false };
}
