import { Agent, Client, type buildConnector, type Dispatcher } from 'undici';
import { Deadlines } from '../../../concurrency/deadlines.js';
import type { Clock } from '../../../ports/clock.js';
import type { OutwardHttp, Route } from '../../../ports/outward/outward-http.js';
import { isUntrustedCertificate, textIn } from './error-codes.js';
import { withoutInterimAnswers } from './interim-answers.js';

/** 1 MB. Most of Runway's answers are a few kB; a larger one is not one of its own. */
export const RESPONSE_BYTES_MAX = 1_048_576;

/** 16 kB of response headers. */
const HEADER_BYTES_MAX = 16_384;

/** Reads reuse a connection that was idle for no longer than this; a POST never reuses one. */
const KEEP_ALIVE_MS = 4_000;

const DEADLINE = 'deadline';

/** With what a connection ends that has done its work, and one that has not in time: a stack costs time. */
const USED = new Error('used');
const LATE = new Error(DEADLINE);

export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** Over connecting, headers and body together. */
  readonly timeoutMs: number;
  /** A longer body is not read to its end. */
  readonly responseBytesMax: number;
}

/** The outcome of one HTTP request that was sent at most once. */
export type Exchange =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly retryAfter: string | null;
      readonly retryAfterMs: string | null;
      /**
       * The whole body as JSON; undefined when it is no JSON, broke off, stalled or was too large.
       */
      readonly json: unknown;
      /** Why `json` is undefined, for the log. */
      readonly bodyProblem: string | null;
    }
  /** No byte of the request was written: there was no usable connection yet. */
  | { readonly kind: 'unsent'; readonly detail: string }
  | { readonly kind: 'untrusted'; readonly detail: string }
  /** The request may have arrived; no status line came back. */
  | { readonly kind: 'broken'; readonly detail: string };

/** Whether a connection stood, which undici's errors do not tell for certain. */
interface Connection {
  phase: 'none' | 'connecting' | 'ready';
}

/**
 * HTTP to Runway: bounded in time and bytes, no redirects, no retries.
 *
 * A request that is not idempotent gets a connection of its own. So it cannot meet a kept-alive
 * socket that has just died, and whatever fails before that connection is ready (TCP, the tunnel of
 * a proxy, and TLS) has provably sent nothing.
 */
export class RunwayTransport {
  readonly #deadlines: Deadlines;
  readonly #route: Route;
  readonly #connect: buildConnector.connector;
  readonly #agent: Agent;

  constructor(options: {
    readonly clock: Clock;
    readonly outward: OutwardHttp;
    /** The only origin that requests go to. */
    readonly origin: string;
    /** Bound on TCP and TLS together, in ms of real time; through a proxy, on the tunnel and on TLS each. */
    readonly connectTimeoutMs: number;
    /** PEM of the authorities to trust; undefined: those of Node. */
    readonly ca?: string | undefined;
  }) {
    this.#deadlines = new Deadlines(options.clock);
    const { outward, origin, connectTimeoutMs, ca } = options;
    this.#route = outward.routeTo(origin, { connectTimeoutMs, tls: { ca } });
    this.#connect = withoutInterimAnswers(this.#route.connect);
    this.#agent = new Agent({
      connect: this.#connect,
      pipelining: 1,
      keepAliveTimeout: KEEP_ALIVE_MS,
      keepAliveMaxTimeout: KEEP_ALIVE_MS,
      maxHeaderSize: HEADER_BYTES_MAX,
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
    await this.#route.close();
    this.#deadlines.stop();
  }

  /** For reads: over kept-alive connections. Cut off when `ended` aborts. Never throws. */
  async read(request: HttpRequest, ended?: AbortSignal): Promise<Exchange> {
    const cut = new AbortController();
    const end = (): void => {
      cut.abort(LATE);
    };
    ended?.addEventListener('abort', end);
    const answered = this.#deadlines.begin(request.timeoutMs, end);
    try {
      return await exchange(this.#agent, request, { phase: 'ready' }, cut.signal);
    } finally {
      answered();
      ended?.removeEventListener('abort', end);
    }
  }

  /** For everything else: over one connection of its own, used once. Never throws. */
  async send(request: HttpRequest): Promise<Exchange> {
    const connection: Connection = { phase: 'none' };
    const client = new Client(new URL(request.url).origin, {
      connect: onceOnly(this.#connect, connection),
      pipelining: 1,
      maxHeaderSize: HEADER_BYTES_MAX,
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    // Aborting alone would leave a request waiting that has no connection yet; destroying does not.
    const answered = this.#deadlines.begin(request.timeoutMs, () => {
      client.destroy(LATE).catch(() => undefined);
    });
    try {
      return await exchange(client, request, connection, undefined);
    } finally {
      answered();
      // Begun at once; the answer does not wait for the socket to be gone.
      client.destroy(USED).catch(() => undefined);
    }
  }
}

/** Records how far the connection came, and refuses a second one: undici reconnects by itself. */
function onceOnly(
  connect: buildConnector.connector,
  connection: Connection,
): buildConnector.connector {
  return (options, callback) => {
    if (connection.phase !== 'none') {
      callback(new Error('a second connection is not allowed'), null);
      return;
    }
    connection.phase = 'connecting';
    connect(options, (...result) => {
      if (result[0] === null) connection.phase = 'ready';
      callback(...result);
    });
  };
}

async function exchange(
  dispatcher: Dispatcher,
  request: HttpRequest,
  connection: Connection,
  signal: AbortSignal | undefined,
): Promise<Exchange> {
  const { origin, pathname, search } = new URL(request.url);
  let answer: Dispatcher.ResponseData;
  try {
    answer = await dispatcher.request({
      origin,
      path: pathname + search,
      method: request.method,
      headers: { ...request.headers },
      body: request.body,
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    if (connection.phase === 'ready') return { kind: 'broken', detail: nameOf(error) };
    if (isUntrustedCertificate(error)) return { kind: 'untrusted', detail: nameOf(error) };
    return { kind: 'unsent', detail: nameOf(error) };
  }
  return {
    kind: 'answered',
    status: answer.statusCode,
    retryAfter: single(answer.headers['retry-after']),
    retryAfterMs: single(answer.headers['retry-after-ms']),
    ...(await jsonOf(answer.body, request.responseBytesMax)),
  };
}

async function jsonOf(
  body: AsyncIterable<Uint8Array>,
  bytesMax: number,
): Promise<{ readonly json: unknown; readonly bodyProblem: string | null }> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of body) {
      bytes += chunk.byteLength;
      if (bytes > bytesMax) return { json: undefined, bodyProblem: 'too large' };
      chunks.push(chunk);
    }
  } catch (error) {
    return { json: undefined, bodyProblem: nameOf(error) };
  }
  try {
    const json: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    return { json, bodyProblem: null };
  } catch {
    return { json: undefined, bodyProblem: bytes === 0 ? 'empty' : 'not JSON' };
  }
}

function single(header: string | string[] | undefined): string | null {
  return (Array.isArray(header) ? header[0] : header) ?? null;
}

/** A stable name for the log: codes, never texts with addresses or bodies in them. */
function nameOf(error: unknown): string {
  if (textIn(error, 'message') === DEADLINE) return DEADLINE;
  const code = textIn(error, 'code') ?? textIn(error, 'name') ?? 'unknown';
  return `${textIn(error, 'syscall') ?? ''} ${code}`.trim();
}
