import type { Health } from '../../domain/submission/submission-decisions.js';

/** One call to Runway that its caller waits for. */
export interface GatedCall<Answer> {
  readonly account: string;
  readonly kind: 'read' | 'change';
  /** What is asked for, e.g. a method and an id. */
  readonly subject: string;
  readonly make: () => Promise<Answer>;
  readonly healthOf: (answer: Answer) => Health;
}

/**
 * Stands before Runway. Throws RUNWAY_UNAVAILABLE while the account is failing, RUNWAY_UNAUTHORIZED
 * while its secret is refused, and OVERLOADED when too many calls are open for too long: then
 * nothing was called.
 */
export interface RunwayGate {
  pass<Answer>(call: GatedCall<Answer>): Promise<Answer>;
}

/** Lets everything through. */
export const openGate: RunwayGate = {
  pass: async ({ make }) => await make(),
};
