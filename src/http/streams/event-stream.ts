import type { Response } from 'express';
import type { GraphQLSchema } from 'graphql';
import type { FormattedError } from '../../api/errors/format-error.js';
import { unawaited } from '../../concurrency/unawaited.js';
import { Loop } from '../../concurrency/loop.js';
import { GatewayError } from '../../errors.js';
import type { Cost } from '../../policy/limits/operation-limits.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import type { AddressPlaces } from '../connections/address-places.js';
import { answerErrors } from '../answers/answer.js';
import { whenOver } from '../connections/client-gone.js';
import type { Fanout, ResultPlan } from './fanout.js';
import type { HttpLimits } from '../http-limits.js';
import type { OpenStream, OpenStreams, StreamEnd } from './open-streams.js';
import type { ClientAddresses } from '../connections/client-address.js';
import { ResultText } from './result-text.js';
import type { StreamDocuments } from './stream-documents.js';
import { Subscription, type SubscriptionOutlet } from './subscription.js';
import { tellError } from '../answers/tell-error.js';

interface EventStreamOptions {
  readonly schema: GraphQLSchema;
  readonly fanout: Fanout;
  readonly streamDocuments: StreamDocuments;
  readonly streams: OpenStreams;
  readonly places: AddressPlaces;
  readonly addresses: ClientAddresses;
  readonly clock: Clock;
  readonly log: Logger;
  readonly limits: HttpLimits;
}

/** A comment: it keeps proxies from ending a silent connection, and clients skip it. */
const COMMENT = ':\n\n';
const COMPLETE = 'event: complete\ndata:\n\n';

/**
 * Subscriptions by server-sent events, one connection each (the distinct connections mode of
 * graphql-sse's protocol). Events are pulled only as fast as the client reads them.
 */
export class EventStreams {
  readonly #options: EventStreamOptions;
  readonly #responses = new Set<Response>();
  readonly #comments: Loop;
  readonly #events = new WeakMap<ResultText, Buffer>();

  constructor(options: EventStreamOptions) {
    this.#options = options;
    this.#comments = new Loop({
      name: 'comments of event streams',
      clock: options.clock,
      log: options.log,
      idleMsMax: options.limits.pingIntervalMs,
      round: () => this.#comment(),
    });
  }

  start(): void {
    this.#comments.start();
  }

  /** Ends the comments; the streams are ended by OpenStreams. */
  async stop(): Promise<void> {
    await this.#comments.stop();
  }

  /** Answers with the stream; resolves when it is open. Throws OVERLOADED and SHUTTING_DOWN. */
  async serve(response: Response, plan: ResultPlan, cost: Cost): Promise<void> {
    const { schema, fanout, streamDocuments, places, addresses, clock, log, limits } =
      this.#options;
    whenOver(response, places.take(addresses.of(response.req)));
    const outlet = this.#outlet(response, () => {
      subscription.end();
    });
    let isOpening = true;
    const leave = (): void => {
      // What is being opened keeps its place: its work cannot be called back.
      if (isOpening) return;
      this.#responses.delete(response);
      stream.close();
    };
    const subscription: Subscription = new Subscription({
      schema,
      fanout,
      streamDocuments,
      clock,
      limits,
      plan,
      admit: () => Promise.resolve(cost),
      outlet,
      onEnd: leave,
    });
    const stream = this.#enter(subscription, plan, (why) => {
      subscription.end();
      if (why !== 'stopping') outlet.fail([tellError(endError(why), plan.context)]);
      // No `complete`: the client must not take a restart for the end of its task.
      else if (response.headersSent) response.end();
      else answerErrors(response, [new GatewayError('SHUTTING_DOWN')], plan.context);
    });
    response.once('close', () => {
      subscription.end();
    });
    await subscription.open();
    isOpening = false;
    if (subscription.phase === 'ended') {
      leave();
      return;
    }
    begin(response);
    plan.context.trace?.end({ attributes: { 'http.response.status_code': response.statusCode } });
    this.#responses.add(response);
    unawaited(subscription.run(), { name: 'an event stream', log });
  }

  /** What is refused a place holds nothing. Throws OVERLOADED and SHUTTING_DOWN. */
  #enter(
    subscription: Subscription,
    { context: { viewer } }: ResultPlan,
    end: (why: StreamEnd) => void,
  ): OpenStream {
    try {
      return this.#options.streams.open(viewer, end);
    } catch (error) {
      subscription.end();
      throw error;
    }
  }

  /**
   * `onGone` is called when the client no longer takes the events, before the connection's end is
   * heard.
   */
  #outlet(response: Response, onGone: () => void): SubscriptionOutlet {
    const complete = (): void => {
      if (begin(response)) response.end(COMPLETE);
    };
    const endIfGone = (): void => {
      if (response.destroyed) onGone();
    };
    return {
      next: (result) => {
        if (begin(response) && !response.write(this.#eventOf(result))) {
          return this.#drained(response).then(endIfGone);
        }
        endIfGone();
        return undefined;
      },
      fail: (errors: readonly FormattedError[]) => {
        if (begin(response)) response.write(this.#eventOf(ResultText.of({ errors })));
        complete();
      },
      complete,
    };
  }

  /** The same bytes for all streams that are told this result. */
  #eventOf(result: ResultText): Buffer {
    const known = this.#events.get(result);
    if (known !== undefined) return known;
    // JSON has no line breaks.
    const event = Buffer.from(`event: next\ndata: ${result.json}\n\n`);
    this.#events.set(result, event);
    return event;
  }

  async #comment(): Promise<null> {
    for (const response of this.#responses) {
      if (!response.writableNeedDrain && begin(response)) response.write(COMMENT);
    }
    return null;
  }

  /** Resolves when the client has taken what was written; one that does not is cut off. */
  async #drained(response: Response): Promise<void> {
    if (response.destroyed) return;
    const { clock, limits } = this.#options;
    const taken = new AbortController();
    const onTaken = (): void => {
      taken.abort(null);
    };
    response.once('drain', onTaken).once('close', onTaken);
    await clock.sleep(limits.slowReaderMs, taken.signal);
    response.off('drain', onTaken).off('close', onTaken);
    if (!taken.signal.aborted) response.destroy();
  }
}

/**
 * False when nothing can be written any more. Writes the head once, with a comment after it: some
 * browsers take a stream for open only with its first bytes.
 */
function begin(response: Response): boolean {
  if (response.destroyed || response.writableEnded) return false;
  if (!response.headersSent) {
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // Proxies would hold events back.
      'X-Accel-Buffering': 'no',
    });
    response.write(COMMENT);
  }
  return true;
}

function endError(why: Exclude<StreamEnd, 'stopping'>): GatewayError {
  return new GatewayError(why === 'unverified' ? 'STORE_UNAVAILABLE' : 'UNAUTHENTICATED');
}
