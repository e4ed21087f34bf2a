import { ERRORS, type ErrorCode } from './error-registry.js';

/** One thing wrong with an input. Never holds the value itself. */
export interface InputIssue {
  /** GraphQL path from the argument on, e.g. `input.gen4_5.keyframes.3.uri`. */
  readonly path: string;
  readonly message: string;
  /** Stable name of the rule, e.g. `maxLength`, or `runway:too_big` for Runway's own. */
  readonly rule: string;
  /** Allowed values or bounds, where the rule has any. */
  readonly allowed?: readonly string[];
}

/** Runway's refusal of a caller's own request, as far as it may be passed on. */
export interface RunwayReply {
  /** HTTP status. */
  readonly status: number;
  /** Runway's own code, e.g. `no_eligible_model`. */
  readonly code?: string;
  /** Runway's own words: see domain/runway-words.ts. */
  readonly message?: string;
  /** The filters after which a router had no model left. */
  readonly emptiedBy?: readonly string[];
  /** A page of Runway's documentation. */
  readonly docUrl?: string;
}

/**
 * Makes Runway's reply of what it said, for a request that contained the names which are known: all
 * else of its words may be another tenant's.
 */
export type ReplyFor = (isKnown: (name: string) => boolean) => RunwayReply;

/** Issues told at most; more say nothing new and cost the client's patience. */
export const ISSUES_MAX = 20;

/**
 * An error that may leave the house: its code, message, issues and Runway's reply do, `detail` and
 * `cause` reach the log only.
 */
export class GatewayError extends Error {
  override readonly name = 'GatewayError';
  readonly issues: readonly InputIssue[];
  /** Not an own property, because logs would show it. */
  readonly #runway: RunwayReply | undefined;
  readonly #replyFor: ReplyFor | undefined;
  readonly retryAfterMs: number | undefined;
  readonly detail: string | undefined;
  /** What a credential must carry and did not: told in the message, in extensions, and in a header over HTTP. */
  readonly missingScope: string | undefined;
  /** Id that a refused credential names, known or not: for the audit log alone. */
  readonly attemptedKeyId: string | undefined;
  /** The refused credential was right until it ended: for the audit log alone. */
  readonly isReuse: boolean;

  constructor(
    readonly code: ErrorCode,
    options: {
      /** Default: the registry's. Made of rules, limits and names, never of a value. */
      readonly message?: string;
      readonly issues?: readonly InputIssue[];
      readonly runway?: RunwayReply;
      /** In place of `runway`, where the thrower does not know the request. */
      readonly replyFor?: ReplyFor;
      readonly retryAfterMs?: number;
      readonly detail?: string;
      readonly missingScope?: string;
      readonly attemptedKeyId?: string;
      readonly isReuse?: boolean;
      readonly cause?: unknown;
    } = {},
  ) {
    super(options.message ?? messageOf(code, options.missingScope), { cause: options.cause });
    this.issues = (options.issues ?? []).slice(0, ISSUES_MAX);
    this.#runway = options.runway;
    this.#replyFor = options.replyFor;
    this.retryAfterMs = options.retryAfterMs;
    this.detail = options.detail;
    this.missingScope = options.missingScope;
    this.attemptedKeyId = options.attemptedKeyId;
    this.isReuse = options.isReuse ?? false;
  }

  get runway(): RunwayReply | undefined {
    return this.#runway;
  }

  get replyFor(): ReplyFor | undefined {
    return this.#replyFor;
  }
}

function messageOf(code: ErrorCode, missingScope: string | undefined): string {
  return missingScope === undefined
    ? ERRORS[code].message
    : `The credential lacks the scope ${missingScope}.`;
}

/** Whether the store could not be asked, or what it has done is not known. */
export function isStoreUnavailable(error: unknown): error is GatewayError {
  return error instanceof GatewayError && error.code === 'STORE_UNAVAILABLE';
}
