import type { RunwayRefusal } from './runway-answer.js';
import { WORDS_LENGTH_MAX, type IsKnown } from './runway-words.js';

/** A refusal of Runway's as its caller may be told of it. */
export interface ToldRefusal {
  readonly status: number;
  readonly code?: string;
  readonly message?: string;
  readonly emptiedBy?: readonly string[];
  readonly docUrl?: string;
}

/** 401 and 403 are about the gateway's secret, 429 about its account: their words are for the operator. */
const OF_THE_GATEWAY = new Set([401, 403, 429]);

/** The issues are told apart, under the places that they are about. */
export function toldRefusal(refusal: RunwayRefusal, isKnown: IsKnown): ToldRefusal {
  const { status, code, words, emptiedBy, docUrl } = refusal;
  if (OF_THE_GATEWAY.has(status)) return { status };
  const message = words.passedOn(isKnown);
  return {
    status,
    ...(code !== null && { code }),
    ...(message !== null && { message }),
    ...(emptiedBy.length > 0 && { emptiedBy }),
    ...(docUrl !== null && { docUrl }),
  };
}

/** For a caller without an input that issues could be about: their words follow Runway's own. */
export function toldAsOne(refusal: RunwayRefusal, isKnown: IsKnown): ToldRefusal {
  const told = toldRefusal(refusal, isKnown);
  if (OF_THE_GATEWAY.has(refusal.status)) return told;
  const issues = refusal.issues.flatMap(({ words }) => words.passedOn(isKnown) ?? []);
  const texts = [...(told.message === undefined ? [] : [told.message]), ...issues];
  if (texts.length === 0) return told;
  return { ...told, message: texts.join(' ').slice(0, WORDS_LENGTH_MAX) };
}
