import type { ValidationError } from 'class-validator';
import { GraphQLError } from 'graphql';
import { ArgumentValidationError } from 'type-graphql';
import { GatewayError, type InputIssue, type RunwayReply } from '../../errors.js';
import { ERRORS, type ErrorCode } from '../../error-registry.js';
import type { JsonObject } from '../../domain/input/json.js';
import type { IsKnown } from '../../domain/runway-words.js';
import type { Context } from '../../ports/context.js';
import { knownNames } from '../../services/upstream/known-names.js';
import { inputIssues } from './input-issues.js';

/** An error as a client sees it, on every transport. */
export interface FormattedError {
  readonly message: string;
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly path?: readonly (string | number)[];
  readonly extensions: {
    readonly code: ErrorCode;
    readonly requestId: string;
    readonly retryable: boolean;
    readonly retryAfterMs?: number;
    readonly issues?: readonly InputIssue[];
    readonly runway?: RunwayReply;
    /** What the credential must carry and does not, e.g. `generate:video`. */
    readonly requiredScopes?: readonly string[];
  };
}

/** What a client has sent: Runway's words may name what it contains. */
export interface SentRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

type Told = Pick<Context, 'requestId' | 'log'> & { readonly sent?: SentRequest };

/** How deep an error may be wrapped; libraries wrap once or twice. */
const WRAPPINGS_MAX = 5;

/**
 * The one way out for errors: a GatewayError leaves with its code, issues, the scope that is missing,
 * and Runway's reply; anything else as INTERNAL. `detail`, causes and foreign errors reach the log only.
 */
export function formatError(error: unknown, { requestId, log, sent }: Told): FormattedError {
  const known = toGatewayError(error);
  const { code, issues, retryAfterMs, missingScope } = known;
  const runway = known.runway ?? known.replyFor?.(namesIn(sent));
  if (code === 'INTERNAL') {
    log.error({ requestId, detail: known.detail, err: known.cause ?? error }, 'internal error');
  } else if (code === 'STORED_DATA_UNREADABLE') {
    log.error({ requestId, detail: known.detail }, 'stored data cannot be decrypted');
  } else if (code === 'STORE_UNAVAILABLE') {
    log.warn({ requestId, err: known.cause }, 'the store is unavailable');
  } else if (known.detail !== undefined || known.cause !== undefined) {
    log.debug({ requestId, code, detail: known.detail, err: known.cause }, 'request refused');
  }
  const place = error instanceof GraphQLError ? error : undefined;
  return {
    message: known.message,
    ...(place?.locations === undefined ? {} : { locations: place.locations.map(plainLocation) }),
    ...(place?.path === undefined ? {} : { path: place.path }),
    extensions: {
      code,
      requestId,
      retryable: ERRORS[code].retryable,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
      ...(issues.length === 0 ? {} : { issues }),
      ...(runway === undefined ? {} : { runway }),
      ...(missingScope === undefined ? {} : { requiredScopes: [missingScope] }),
    },
  };
}

/** The names that stand in the document or its variables, and those that Runway publishes. */
function namesIn(sent: SentRequest | undefined): IsKnown {
  const { query = '', variables = {} } = sent ?? {};
  return knownNames([query, variables as JsonObject]);
}

/** The HTTP status of an answer to a request of which nothing was executed. */
export function statusOf(errors: readonly FormattedError[]): number {
  const [first] = errors;
  return ERRORS[first?.extensions.code ?? 'INTERNAL'].status;
}

/** INTERNAL, with the error as its cause, for all that is not ours. */
export function toGatewayError(error: unknown): GatewayError {
  let inner = error;
  for (let depth = 0; depth < WRAPPINGS_MAX; depth += 1) {
    if (inner instanceof GatewayError) return inner;
    if (inner instanceof ArgumentValidationError) return fromValidation(inner);
    if (!(inner instanceof GraphQLError) || inner.originalError === undefined) break;
    inner = inner.originalError;
  }
  return new GatewayError('INTERNAL', { cause: inner });
}

/** type-graphql does not say which argument it checked: here every checked argument is the input. */
function fromValidation({ extensions }: ArgumentValidationError): GatewayError {
  const errors = extensions.validationErrors as readonly ValidationError[];
  return new GatewayError('BAD_USER_INPUT', { issues: inputIssues('input', errors) });
}

function plainLocation({ line, column }: { line: number; column: number }): {
  readonly line: number;
  readonly column: number;
} {
  return { line, column };
}
