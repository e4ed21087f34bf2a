import { retryAfterMs } from '../../domain/back-off.js';
import type { SubmitOutcome } from '../../domain/runway-answer.js';
import { UnreachableCase } from '../../domain/unreachable-case.js';
import { creditsOf, idOf, isObject, textOf } from './json-shape.js';
import { parseRefusal } from './refusal.js';
import type { Exchange } from './transport.js';

/** Only the text tells the daily cap from a passing 429. */
const DAILY_CAP = /\bdaily\b.*\blimit\b/i;

/**
 * Decides what one POST that spends has done. Money first: whatever does not prove that Runway did
 * not accept the request is ambiguous.
 */
export function submitOutcome(exchange: Exchange, now: Date): SubmitOutcome {
  switch (exchange.kind) {
    case 'unsent':
    case 'untrusted':
      return exchange;
    case 'broken':
      return { kind: 'ambiguous', detail: exchange.detail };
    case 'answered':
      return answered(exchange, now);
    default:
      throw new UnreachableCase(exchange);
  }
}

type Answered = Extract<Exchange, { kind: 'answered' }>;

function answered(answer: Answered, now: Date): SubmitOutcome {
  const { status, json } = answer;
  if (status >= 200 && status < 300) return acceptance(answer);
  switch (status) {
    case 400:
    case 401:
    case 403:
    case 404:
      return { kind: 'refused', refusal: parseRefusal(status, json) };
    case 429:
      return {
        kind: 'deferred',
        status,
        retryAfterMs: retryAfterMs(answer, now),
        isDailyCap: DAILY_CAP.test(errorTextOf(json) ?? ''),
      };
    case 503:
      // Runway sheds load with a body of its own; any other 503 may come from a box in between.
      return errorTextOf(json) === null
        ? { kind: 'ambiguous', detail: 'status 503 without a Runway body' }
        : { kind: 'deferred', status, retryAfterMs: retryAfterMs(answer, now), isDailyCap: false };
    default:
      return { kind: 'ambiguous', detail: `status ${String(status)}` };
  }
}

function acceptance({ status, json, bodyProblem }: Answered): SubmitOutcome {
  const runwayId = isObject(json) ? idOf(json['id']) : null;
  if (!isObject(json) || runwayId === null) {
    const problem = bodyProblem ?? 'no usable id';
    return { kind: 'ambiguous', detail: `status ${String(status)}, ${problem}` };
  }
  const routing = isObject(json['routing']) ? json['routing'] : {};
  return {
    kind: 'accepted',
    runwayId,
    estimatedCost: creditsOf(json['estimatedCost']) ?? creditsOf(routing['estimatedCost']),
    routedModel: textOf(routing['model']),
    answer: json,
  };
}

function errorTextOf(json: unknown): string | null {
  return isObject(json) ? textOf(json['error']) : null;
}
