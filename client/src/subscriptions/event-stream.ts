import {
  GatewayClientError,
  hasData,
  toGatewayClientError,
  unreachable,
} from '../client-errors.js';
import type { GraphQLRequest, GraphQLResult } from '../request/graphql-request.js';
import { authorizedFetch, type Connection } from '../request/authorized-fetch.js';
import { refusalOf } from '../request/read-answer.js';
import { ATTEMPTS_MAX, pauseMs, type Timing } from '../timing.js';
import { readEvents, type ServerEvent } from './read-events.js';
import { Resumption } from './resumption.js';

/** The gateway writes at least a comment every 15 s: after three of them the connection is dead. */
export const SILENCE_MS_MAX = 45_000;

export interface EventStreamOptions extends Connection {
  readonly timing: Timing;
}

/**
 * The results of a subscription over server-sent events. A connection that ends before the
 * subscription is replaced: with a fresh token if the old one has ended, after the last cursor, and
 * with pauses that grow. Throws what the signal was aborted with, and GatewayClientError.
 */
export async function* eventStream(
  options: EventStreamOptions,
  request: GraphQLRequest,
  signal: AbortSignal,
): AsyncGenerator<GraphQLResult> {
  const { timing } = options;
  const resumption = new Resumption(request);
  let failures = 0;
  for (;;) {
    let failure: GatewayClientError;
    try {
      for await (const result of oneConnection(options, resumption.request, signal)) {
        failures = 0;
        resumption.note(result);
        yield result;
      }
      return;
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof GatewayClientError)) throw error;
      failure = error;
    }
    failures += 1;
    if (!failure.retryable || failures >= ATTEMPTS_MAX) throw failure;
    await timing.sleep(pauseMs(failures, timing.random, failure.retryAfterMs), signal);
  }
}

/** Ends when the gateway has completed the subscription; throws when the connection ends otherwise. */
async function* oneConnection(
  options: EventStreamOptions,
  request: GraphQLRequest,
  signal: AbortSignal,
): AsyncGenerator<GraphQLResult> {
  const silence = new Silence(options.timing, signal);
  try {
    const response = await authorizedFetch(options)(options.url, {
      method: 'POST',
      headers: { accept: 'text/event-stream', 'content-type': 'application/json' },
      body: JSON.stringify(request),
      signal: silence.signal,
    });
    const type = response.headers.get('content-type') ?? '';
    if (response.body === null || !type.startsWith('text/event-stream')) {
      throw await refusalOf(response);
    }
    for await (const event of readEvents(response.body, silence.signal)) {
      silence.restart();
      if (event.name === 'complete') return;
      if (event.name === 'next') yield toResult(event, options);
    }
  } catch (error) {
    throw error instanceof GatewayClientError ? error : unreachable('The stream broke.', error);
  } finally {
    silence.end();
  }
  throw unreachable('The stream of events ended early.');
}

/**
 * An event without data is the end of the subscription: its error is thrown. An open stream whose token
 * has ended is opened again with a fresh one; a token that is refused at the door is not.
 */
function toResult({ data }: ServerEvent, { tokens }: EventStreamOptions): GraphQLResult {
  const result = JSON.parse(data) as GraphQLResult;
  const [error] = result.errors ?? [];
  if (error === undefined || hasData(result.data)) return result;
  const failure = toGatewayClientError(error);
  if (failure.code !== 'UNAUTHENTICATED') throw failure;
  tokens.expire();
  throw unreachable('The token of the stream has ended.', failure);
}

/** Aborts a connection on which nothing comes any more, or with the signal of its subscription. */
class Silence {
  readonly #timing: Timing;
  readonly #connection = new AbortController();
  readonly #onAbort: () => void;
  readonly #outer: AbortSignal;
  #timer = new AbortController();

  constructor(timing: Timing, outer: AbortSignal) {
    this.#timing = timing;
    this.#outer = outer;
    this.#onAbort = () => {
      this.#connection.abort(outer.reason);
    };
    if (outer.aborted) this.#onAbort();
    else outer.addEventListener('abort', this.#onAbort);
    this.restart();
  }

  get signal(): AbortSignal {
    return this.#connection.signal;
  }

  restart(): void {
    this.#timer.abort();
    const timer = (this.#timer = new AbortController());
    void this.#timing.sleep(SILENCE_MS_MAX, timer.signal).then(() => {
      if (!timer.signal.aborted) this.#connection.abort(unreachable('The stream fell silent.'));
    });
  }

  end(): void {
    this.#timer.abort();
    this.#outer.removeEventListener('abort', this.#onAbort);
  }
}
