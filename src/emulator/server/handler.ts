import type { SdkMethod } from '../../generated/facts/sdk-methods.js';

/** What goes back to the client, before any fault distorts it. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON, or bytes with their own content type in `headers`; absent for an empty body. */
  readonly body?: unknown;
}

/** A call that passed authentication, and that one of the SDK's methods makes. */
export interface ApiRequest {
  readonly method: SdkMethod;
  /** The path's `{id}`; empty where the path has none. */
  readonly id: string;
  readonly query: URLSearchParams;
  /** The parsed JSON; undefined when nothing was sent. */
  readonly body: unknown;
}

export type Handler = (request: ApiRequest) => Answer;
/** The methods that one family serves. */
export type Handlers = Partial<Record<SdkMethod, Handler>>;
export type AllHandlers = Readonly<Record<SdkMethod, Handler>>;

/** One finding about a body, as zod 4 would report it. */
export interface Issue {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly [detail: string]: unknown;
}

export const DOC_URL = 'https://docs.dev.runwayml.com/api';

/** Thrown by a handler, or by what it calls, to answer with an error. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(readonly answer: Answer) {
    super(`Refused with status ${String(answer.status)}`);
  }
}

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export function refuse(status: number, error: string, details: object = {}): Refusal {
  return new Refusal({ status, body: { error, ...details } });
}

export function invalid(issues: readonly Issue[], what: 'body' | 'query' = 'body'): Refusal {
  return refuse(400, `Validation of ${what} failed`, { issues, docUrl: DOC_URL });
}
