import type { JsonValue } from '../../domain/input/json.js';
import type { RunwayIssue, RunwayRefusal } from '../../domain/runway-answer.js';
import { WORDS_LENGTH_MAX, type IsKnown } from '../../domain/runway-words.js';
import type { Failure } from '../../domain/task/task.js';
import { GatewayError, type ErrorCode, type InputIssue, type RunwayReply } from '../../errors.js';
import { knownNames } from './known-names.js';

/** Runway's status and texts as one of our codes. */
export function refusalCode(refusal: RunwayRefusal): ErrorCode {
  switch (refusal.status) {
    case 401:
    case 403:
      return 'RUNWAY_UNAUTHORIZED';
    case 404:
      return 'RUNWAY_NOT_FOUND';
    default:
      if (refusal.isOutOfCredits) return 'RUNWAY_OUT_OF_CREDITS';
      return refusal.issues.length > 0 ? 'BAD_USER_INPUT' : 'RUNWAY_REFUSED';
  }
}

/** The message of an issue whose words may not be shown. */
export const REFUSED_VALUE = 'Runway does not accept this value.';

/**
 * Runway did not accept a request while its caller was waiting: there is no task. `input` is the
 * request's own, in the form of the graph: what it contains, Runway's words may name. The paths of
 * `issues` go on as in Runway's body; the api room, which knows the input's type, rewrites them.
 */
export class RunwayRefused extends GatewayError {
  /** Not an own property, because logs would show it. */
  readonly #refusal: RunwayRefusal;

  constructor(refusal: RunwayRefusal, input: JsonValue) {
    const isKnown = knownNames(input);
    super(refusalCode(refusal), {
      issues: refusal.issues.map((issue) => issueOf(issue, isKnown)),
      runway: replyOf(refusal, isKnown),
      detail: `status ${String(refusal.status)}`,
    });
    this.#refusal = refusal;
  }

  /** Where in Runway's body each of `issues` lies. */
  get runwayPaths(): readonly RunwayIssue['path'][] {
    return this.#refusal.issues.map(({ path }) => path);
  }
}

function issueOf({ code, path, words, values, bounds }: RunwayIssue, isKnown: IsKnown): InputIssue {
  const allowed = [
    ...values.flatMap((value) => value.valuePassedOn(isKnown) ?? []),
    ...bounds.flatMap((bound) => bound.passedOn(isKnown) ?? []),
  ];
  return {
    path: ['input', ...path.map((part) => (isKnown(String(part)) ? part : '?'))].join('.'),
    rule: `runway:${code}`,
    message: words.passedOn(isKnown) ?? REFUSED_VALUE,
    ...(allowed.length === 0 ? {} : { allowed }),
  };
}

/** 401 and 403 are about the gateway's secret, and their words are for its operator. */
function replyOf(refusal: RunwayRefusal, isKnown: IsKnown): RunwayReply {
  const { status, code, words, emptiedBy, docUrl } = refusal;
  if (status === 401 || status === 403) return { status };
  const message = words.passedOn(isKnown);
  return {
    status,
    ...(code !== null && { code }),
    ...(message !== null && { message }),
    ...(emptiedBy.length > 0 && { emptiedBy }),
    ...(docUrl !== null && { docUrl }),
  };
}

/** The failure of a task that was submitted in the background, and refused. */
export function refusalFailure(refusal: RunwayRefusal, input: JsonValue): Failure {
  return { ...ownFailure(refusal), ...runwayMessageOf(refusal, knownNames(input)) };
}

function ownFailure(refusal: RunwayRefusal): Failure {
  const code = refusalCode(refusal);
  switch (code) {
    case 'RUNWAY_UNAUTHORIZED':
      return { code, message: 'Runway refused the gateway, not the input.', retryable: false };
    case 'RUNWAY_OUT_OF_CREDITS':
      return { code, message: 'The Runway account has too few credits.', retryable: false };
    case 'RUNWAY_NOT_FOUND':
      return { code, message: 'The input names something Runway does not know.', retryable: false };
    default:
      return {
        code: 'RUNWAY_REFUSED',
        message: 'Runway does not accept the input.',
        retryable: false,
      };
  }
}

/** A failure has no issues, so that their words follow Runway's own. */
function runwayMessageOf(refusal: RunwayRefusal, isKnown: IsKnown): Pick<Failure, 'runwayMessage'> {
  const { message } = replyOf(refusal, isKnown);
  const issues = refusal.issues.flatMap(({ words }) => words.passedOn(isKnown) ?? []);
  const texts = [...(message === undefined ? [] : [message]), ...issues];
  if (texts.length === 0) return {};
  return { runwayMessage: texts.join(' ').slice(0, WORDS_LENGTH_MAX) };
}
