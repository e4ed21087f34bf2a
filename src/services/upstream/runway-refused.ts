import type { JsonValue } from '../../domain/input/json.js';
import type { RunwayIssue, RunwayRefusal } from '../../domain/runway-answer.js';
import type { IsKnown } from '../../domain/runway-words.js';
import type { Failure } from '../../domain/task/task.js';
import { toldAsOne, toldRefusal } from '../../domain/told-refusal.js';
import { GatewayError, type InputIssue } from '../../errors.js';
import type { ErrorCode } from '../../error-registry.js';
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

/** A request that Runway has refused. */
export interface RefusedRequest {
  readonly operation: string;
  /** In the form of the graph: what it contains, Runway's words may name. */
  readonly input: JsonValue;
}

/**
 * Runway did not accept a request while its caller was waiting: there is no task. The paths of
 * `issues` go on as in Runway's body; the api room, which knows the input's type, rewrites them.
 */
export class RunwayRefused extends GatewayError {
  /** Not an own property, because logs would show it. */
  readonly #refusal: RunwayRefusal;
  readonly #request: RefusedRequest;

  constructor(refusal: RunwayRefusal, request: RefusedRequest) {
    const isKnown = knownNames(request.input);
    super(refusalCode(refusal), {
      issues: refusal.issues.map((issue) => issueOf(issue, isKnown)),
      runway: toldRefusal(refusal, isKnown),
      detail: `status ${String(refusal.status)}`,
    });
    this.#refusal = refusal;
    this.#request = request;
  }

  get request(): RefusedRequest {
    return this.#request;
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

/** A failure has no issues: their words are part of its message. */
function runwayMessageOf(refusal: RunwayRefusal, isKnown: IsKnown): Pick<Failure, 'runwayMessage'> {
  const { message } = toldAsOne(refusal, isKnown);
  return message === undefined ? {} : { runwayMessage: message };
}
