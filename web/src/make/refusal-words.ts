/** What a person can do about a request that was refused. */
const STEPS: Readonly<Record<string, string>> = {
  UNREACHABLE: 'Check your connection and press Make again: the request is bought once.',
  DEADLINE_EXCEEDED: 'Press Make again: the request is bought once.',
  BUDGET_EXCEEDED:
    'Choose something shorter or smaller, wait for the next period, or ask for a larger budget.',
  PRICE_UNKNOWN: 'Choose a model whose price is known, or ask an operator to permit such requests.',
  POLICY_REFUSED: 'Choose another model, or ask who manages your key.',
  FORBIDDEN: 'Your key does not permit this. Ask who manages it for the scope.',
  RATE_LIMITED: 'Wait a moment and press Make again.',
  TOO_MANY_LIVE_TASKS: 'Wait until some of your tasks have settled, or cancel one.',
  TOO_MANY_QUEUED_TASKS: 'Wait until some of your tasks have been sent, or cancel one.',
  TENANT_STOPPED: 'Ask an operator to lift the stop.',
  RUNWAY_OUT_OF_CREDITS: 'Ask your operator to add credits at Runway.',
  RUNWAY_UNAVAILABLE: 'Wait a minute and press Make again.',
  BAD_USER_INPUT: 'See what is marked in the form.',
  RUNWAY_REFUSED: 'Change the request: the same one is refused again.',
};

/** Undefined where the message says all. */
export function stepsAfter(code: string, retryable: boolean): string | undefined {
  return STEPS[code] ?? (retryable ? 'Press Make again: the request is bought once.' : undefined);
}
