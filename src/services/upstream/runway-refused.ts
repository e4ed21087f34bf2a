import type { RunwayRefusal } from '../../domain/runway-answer.js';
import type { Failure } from '../../domain/task/task.js';
import { GatewayError, type ErrorCode } from '../../errors.js';

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

/** The message for an issue that Runway reports. Runway's own text may hold anything. */
export const REFUSED_VALUE = 'Runway does not accept this value.';

/**
 * Runway did not accept a request while its caller was waiting: there is no task. The paths of
 * `issues` are those of Runway's body; the api room, which knows the input's type, rewrites them
 * from `refusal`. `refusal` is not an own property of the error, because logs would show it.
 */
export class RunwayRefused extends GatewayError {
  readonly #refusal: RunwayRefusal;

  constructor(refusal: RunwayRefusal) {
    super(refusalCode(refusal), {
      issues: refusal.issues.map(({ code, path, allowed }) => ({
        path: path.join('.'),
        rule: `runway:${code}`,
        message: REFUSED_VALUE,
        ...(allowed === null ? {} : { allowed }),
      })),
      detail: `status ${String(refusal.status)}`,
    });
    this.#refusal = refusal;
  }

  get refusal(): RunwayRefusal {
    return this.#refusal;
  }
}

/** The same for a task that was submitted in the background. */
export function refusalFailure(refusal: RunwayRefusal): Failure {
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
