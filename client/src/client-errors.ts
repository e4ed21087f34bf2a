import type { ErrorCode } from './generated/error-codes.js';
import type { TaskFieldsFragment } from './generated/graphql.js';

/** One thing that is wrong with an input. */
export interface InputIssue {
  /** GraphQL path from the argument on, e.g. `input.gen4_5.duration`. */
  readonly path: string;
  readonly message: string;
  /** Stable name of the rule, e.g. `maxLength`. */
  readonly rule: string;
  /** Allowed values or bounds, where the rule has any. */
  readonly allowed?: readonly string[];
}

/** Runway's refusal of this request. */
export interface RunwayReply {
  /** HTTP status. */
  readonly status: number;
  readonly code?: string;
  readonly message?: string;
  readonly emptiedBy?: readonly string[];
  readonly docUrl?: string;
}

/** The codes of the gateway; a newer gateway may have more. Ours: `UNREACHABLE`, no answer came. */
export type ClientErrorCode = ErrorCode | 'UNREACHABLE' | (string & {});

interface GatewayClientErrorOptions {
  readonly code: ClientErrorCode;
  readonly message: string;
  readonly requestId?: string | undefined;
  readonly retryable: boolean;
  readonly retryAfterMs?: number | undefined;
  readonly issues?: readonly InputIssue[] | undefined;
  readonly runway?: RunwayReply | undefined;
  readonly path?: readonly (string | number)[] | undefined;
  readonly cause?: unknown;
}

/** A request that the gateway refused, or that got no answer (`UNREACHABLE`). Act on `code`. */
export class GatewayClientError extends Error {
  override readonly name: string = 'GatewayClientError';
  readonly code: ClientErrorCode;
  /** For the operator's logs. Undefined without an answer. */
  readonly requestId: string | undefined;
  /** Whether the same request, with the same idempotency key, may succeed later. */
  readonly retryable: boolean;
  /** The shortest useful wait before that, where the gateway knows it. */
  readonly retryAfterMs: number | undefined;
  readonly issues: readonly InputIssue[];
  readonly runway: RunwayReply | undefined;
  /** The field that failed, e.g. `['createTextToVideo']`. */
  readonly path: readonly (string | number)[] | undefined;

  constructor(options: GatewayClientErrorOptions) {
    super(options.message, { cause: options.cause });
    this.code = options.code;
    this.requestId = options.requestId;
    this.retryable = options.retryable;
    this.retryAfterMs = options.retryAfterMs;
    this.issues = options.issues ?? [];
    this.runway = options.runway;
    this.path = options.path;
  }
}

/** The task FAILED, or was CANCELLED: then `failure` is null. */
export class TaskFailedError extends Error {
  override readonly name = 'TaskFailedError';
  readonly failure: TaskFieldsFragment['failure'];

  constructor(readonly task: TaskFieldsFragment) {
    const { id, status, failure } = task;
    super(`Task ${id} is ${status}${failure === null ? '.' : `: ${failure.message}`}`);
    this.failure = failure;
  }
}

/**
 * The submission may or may not have reached Runway, and may have been billed. It is never sent again:
 * neither by the gateway nor by this client.
 */
export class TaskUnconfirmedError extends Error {
  override readonly name = 'TaskUnconfirmedError';

  constructor(readonly task: TaskFieldsFragment) {
    super(`Task ${task.id} is UNCONFIRMED: it may have reached Runway. Do not repeat it blindly.`);
  }
}

/** An entry of `errors` in an answer, as any GraphQL client hands it on. */
export interface GraphQLErrorLike {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** The typed error of one entry of `errors`. */
export function toGatewayClientError(
  { message, path, extensions = {} }: GraphQLErrorLike,
  cause?: unknown,
): GatewayClientError {
  return new GatewayClientError({
    // The gateway's errors have a code; a proxy's may have none.
    code: typeof extensions['code'] === 'string' ? extensions['code'] : 'INTERNAL',
    message,
    path,
    requestId: extensions['requestId'] as string | undefined,
    retryable: extensions['retryable'] === true,
    retryAfterMs: extensions['retryAfterMs'] as number | undefined,
    issues: extensions['issues'] as readonly InputIssue[] | undefined,
    runway: extensions['runway'] as RunwayReply | undefined,
    cause,
  });
}

/** No usable answer came: the network, or a proxy, failed. */
export function unreachable(
  message: string,
  cause?: unknown,
  retryable = true,
): GatewayClientError {
  return new GatewayClientError({ code: 'UNREACHABLE', message, retryable, cause });
}

/** Whether any root field of an answer has a value. */
export function hasData(data: object | null | undefined): boolean {
  return Object.values(data ?? {}).some((value) => value !== null);
}
