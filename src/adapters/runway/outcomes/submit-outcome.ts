import { retryAfterMs } from '../../../domain/back-off.js';
import type { JsonObject } from '../../../domain/input/json.js';
import { toOutput } from '../../../domain/task/output.js';
import type { RunwayTaskState } from '../../../domain/runway-answer.js';
import type { PostResult } from '../../../domain/submission/submission-result.js';
import { UnreachableCase } from '../../../domain/unreachable-case.js';
import type { SdkMethod } from '../../../generated/facts/sdk-methods.js';
import { creditsOf, id, isMediaUrl, isObject, oneLine, textOf, valueOf } from './answer-shapes.js';
import type { KindAnswers } from '../resources/kind-answers.js';
import { parseRefusal } from './parse-refusal.js';
import type { Exchange } from '../client/transport.js';

const PENDING: RunwayTaskState = { status: 'PENDING' };

export interface SubmitRules {
  readonly method: SdkMethod;
  /** How Runway answers with what the method makes; undefined for all but creations. */
  readonly made: Pick<KindAnswers<never>, 'stateWhenMade'> | undefined;
  /** Whether `http:` outputs pass: only where Runway itself is spoken to without TLS. */
  readonly mayBePlain: boolean;
}

/**
 * Decides what one POST that spends has done. Money first: whatever does not prove that Runway did
 * not accept the request is ambiguous.
 */
export function submitOutcome(exchange: Exchange, rules: SubmitRules, now: Date): PostResult {
  switch (exchange.kind) {
    case 'unsent':
    case 'untrusted':
      return exchange;
    case 'broken':
      return { kind: 'ambiguous', detail: exchange.detail };
    case 'answered':
      return answered(exchange, rules, now);
    default:
      throw new UnreachableCase(exchange);
  }
}

type Answered = Extract<Exchange, { kind: 'answered' }>;

function answered(answer: Answered, rules: SubmitRules, now: Date): PostResult {
  const { status, json } = answer;
  if (status >= 200 && status < 300) return acceptance(answer, rules);
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
        isDailyCap: tellsDailyCap(errorTextOf(json) ?? ''),
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

/** Only the text tells the daily cap from a passing 429. In two searches: one would be quadratic. */
function tellsDailyCap(text: string): boolean {
  const from = text.search(/\bdaily\b/i);
  return from !== -1 && /\blimit\b/i.test(text.slice(from));
}

function acceptance(answer: Answered, rules: SubmitRules): PostResult {
  const { status, json, bodyProblem } = answer;
  const taken = isObject(json) ? takenIn(json, rules) : null;
  if (!isObject(json) || taken === null) {
    const problem = bodyProblem ?? 'an answer that does not check';
    return { kind: 'ambiguous', detail: `status ${String(status)}, ${problem}` };
  }
  const routing = isObject(json['routing']) ? json['routing'] : {};
  const routedModel = textOf(routing['model']);
  return {
    kind: 'accepted',
    ...taken,
    estimatedCost: creditsOf(json['estimatedCost']) ?? creditsOf(routing['estimatedCost']),
    routedModel: routedModel === null ? null : oneLine(routedModel),
  };
}

type Taken = Pick<Extract<PostResult, { kind: 'accepted' }>, 'runwayId' | 'state'>;

/** What is there with the answer already. Null when the answer is not as documented. */
function takenIn(json: JsonObject, { method, made, mayBePlain }: SubmitRules): Taken | null {
  if (method === 'voices.preview') return previewIn(json, mayBePlain);
  const runwayId = valueOf(id, json['id']);
  return runwayId === null ? null : { runwayId, state: made?.stateWhenMade?.(json) ?? PENDING };
}

/** The sample is all there is: nothing that has an id is made. */
function previewIn(json: JsonObject, mayBePlain: boolean): Taken | null {
  const { url } = json;
  if (!isMediaUrl(url, mayBePlain)) return null;
  const output = [toOutput(url, null)];
  return { runwayId: null, state: { status: 'SUCCEEDED', output } };
}

function errorTextOf(json: unknown): string | null {
  return isObject(json) ? textOf(json['error']) : null;
}
