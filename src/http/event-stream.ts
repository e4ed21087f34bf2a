import { once } from 'node:events';
import type { Response } from 'express';
import { GraphQLError, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { createHandler, type Handler } from 'graphql-sse';
import { GatewayError } from '../errors.js';
import type { CheckedRequest } from '../policy/check-document.js';
import type { Clock } from '../ports/clock.js';
import type { Context } from '../ports/context.js';
import { formatResult } from './format-result.js';
import type { HttpLimits } from './limits.js';
import type { OpenStreams, StreamEnd } from './open-streams.js';

/** One subscription over server-sent events, already checked. */
interface EventStream {
  readonly response: Response;
  readonly request: CheckedRequest;
  readonly context: Context;
  /** Aborts when either side ends the stream; the reason is an End. */
  readonly ended: AbortSignal;
}

/** What graphql-sse asks a request about; the route has checked what really came. */
const HEADERS = new Map([
  ['accept', 'text/event-stream'],
  ['content-type', 'application/json'],
]);

/** As graphql-sse types its context: an interface has no index signature, a mapped type has. */
type SseContext = { [Key in keyof Context]: Context[Key] };

interface EventStreamOptions {
  readonly schema: GraphQLSchema;
  readonly streams: OpenStreams;
  readonly clock: Clock;
  readonly limits: HttpLimits;
}

/**
 * Subscriptions by server-sent events, one connection each (graphql-sse's distinct connections mode).
 * Events are pulled only as fast as the client reads them.
 */
export class EventStreams {
  readonly #handle: Handler<EventStream, EventStream>;
  readonly #options: EventStreamOptions;

  constructor(options: EventStreamOptions) {
    this.#options = options;
    this.#handle = createHandler<EventStream, EventStream, SseContext>({
      // No token: the mode in which one connection carries many operations does not exist here.
      authenticate: () => null,
      onSubscribe: ({ raw: { request, context } }) => ({
        schema: options.schema,
        document: request.document,
        operationName: request.operation.name?.value,
        variableValues: request.variables,
        contextValue: { ...context },
      }),
      // policy/check-document has validated it.
      validate: () => [],
      onOperation: (_context, { raw }, _args, result) =>
        isAsyncGenerator(result) ? untilEnded(result, raw.ended) : result,
      onNext: async (context, { raw }, result) => {
        await this.#drained(raw.response);
        return formatResult(result, context) as ExecutionResult;
      },
    });
  }

  /** Answers with the stream; resolves when it has ended. Throws OVERLOADED and SHUTTING_DOWN. */
  async serve(response: Response, request: CheckedRequest, context: Context): Promise<void> {
    const ending = new AbortController();
    const end = (why: End): void => {
      ending.abort(why);
    };
    const stream = this.#options.streams.open(context.viewer, (why) => {
      end(why);
      // No `complete` is sent: the client must not take a restart for the end of its task.
      if (why === 'stopping') response.end();
    });
    response.once('close', () => {
      end('closed');
    });
    try {
      const raw = { response, request, context, ended: ending.signal };
      const [body, init] = await this.#handle({
        method: 'POST',
        url: '/graphql',
        headers: HEADERS,
        // Parsed before: graphql-sse only looks for a query.
        body: { query: 'checked' },
        raw,
        context: raw,
      });
      if (body === null || typeof body === 'string') {
        throw new GatewayError('INTERNAL', { detail: 'graphql-sse did not open a stream' });
      }
      response.writeHead(init.status, {
        'Content-Type': 'text/event-stream; charset=utf-8',
        // Proxies would hold events back.
        'X-Accel-Buffering': 'no',
      });
      for await (const chunk of body) {
        if (response.destroyed || response.writableEnded) break;
        response.write(chunk);
      }
      response.end();
    } finally {
      stream.close();
    }
  }

  /** Resolves when the client has taken what was written; one that does not is cut off. */
  async #drained(response: Response): Promise<void> {
    if (!response.writableNeedDrain || response.destroyed) return;
    const settled = new AbortController();
    const { clock, limits } = this.#options;
    const isTaken = await Promise.race([
      once(response, 'drain', { signal: settled.signal }).then(() => true),
      once(response, 'close', { signal: settled.signal }).then(() => true),
      clock.sleep(limits.slowReaderMs, settled.signal).then(() => false),
    ]);
    settled.abort();
    if (!isTaken) response.destroy();
  }
}

type End = StreamEnd | 'closed';

type Results = AsyncGenerator<ExecutionResult, void, undefined>;

function isAsyncGenerator(value: unknown): value is Results {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

/**
 * The results until the stream is ended. A credential's end is told as an error, and the stream
 * completes.
 */
async function* untilEnded(results: Results, ended: AbortSignal): Results {
  const end = new Promise<End>((resolve) => {
    const tell = (): void => {
      resolve(ended.reason as End);
    };
    if (ended.aborted) tell();
    else ended.addEventListener('abort', tell);
  });
  try {
    for (;;) {
      const next = await Promise.race([results.next(), end]);
      if (next === 'credential') {
        const originalError = new GatewayError('UNAUTHENTICATED');
        yield { errors: [new GraphQLError(originalError.message, { originalError })] };
        return;
      }
      if (typeof next === 'string' || next.done === true) return;
      yield next.value;
    }
  } finally {
    // Not awaited: a source that waits for its next event need not answer before that.
    results.return().catch(() => undefined);
  }
}
