import type { RunwayRefusal } from '../../../src/domain/runway-answer.js';
import { RunwayWords } from '../../../src/domain/runway-words.js';

/** Runway's refusal of a request, without issues. */
export function aRefusal(
  given: { readonly status?: RunwayRefusal['status']; readonly text?: string } = {},
): RunwayRefusal {
  const { status = 400, text = 'No.' } = given;
  return {
    status,
    words: new RunwayWords(text),
    issues: [],
    isOutOfCredits: false,
    code: null,
    emptiedBy: [],
    docUrl: null,
  };
}
