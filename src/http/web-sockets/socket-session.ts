import type { IncomingMessage } from 'node:http';
import { CloseCode, MessageType, type SubscribeMessage } from 'graphql-ws';
import { toGatewayError, type FormattedError } from '../../api/errors/format-error.js';
import type { Authenticator } from '../../auth/authenticate.js';
import { ExpiredCredential } from '../../auth/expired-credential.js';
import { GatewayError } from '../../errors.js';
import { ERRORS } from '../../error-registry.js';
import type { DocumentCheck } from '../../policy/check-document.js';
import { operationOf } from '../../policy/document/root-fields.js';
import type { Logger } from '../../ports/logger.js';
import type { Viewer } from '../../domain/tenant/viewer.js';
import type { ClientAddresses } from '../connections/client-address.js';
import { newExchange, type ExchangeRecord, type HttpContext } from '../requests/exchange.js';
import { resultPlan } from '../streams/fanout.js';
import type { HttpLimits } from '../http-limits.js';
import type { OpenStreams, StreamEnd } from '../streams/open-streams.js';
import { parseRequest } from '../requests/parse-request.js';
import type { RequestLog } from '../requests/request-log.js';
import type { Socket } from './socket.js';
import { authorizationOf, parseMessage } from './socket-messages.js';
import { Subscription, type SubscriptionOptions } from '../streams/subscription.js';
import { tellError } from '../answers/tell-error.js';
import type { RateLimits } from '../throttling/rate-limits.js';
import { unawaited } from '../../concurrency/unawaited.js';

export interface SessionOptions extends Pick<
  SubscriptionOptions,
  'schema' | 'fanout' | 'streamDocuments' | 'clock'
> {
  readonly check: DocumentCheck;
  readonly authenticator: Authenticator;
  readonly streams: OpenStreams;
  readonly log: Logger;
  readonly requestLog: RequestLog;
  readonly limits: HttpLimits;
  readonly addresses: ClientAddresses;
  readonly rates: RateLimits;
}

const END_OF_NEXT = Buffer.from('}');

/** RFC 6455 registry: graphql-ws clients come back after it. */
const TRY_AGAIN_LATER = 1013;

/**
 * The server's side of graphql-transport-ws on one socket. What a message looks like is graphql-ws's;
 * who may connect, what may be asked and how long a subscription lives are decided here.
 */
export class SocketSession {
  readonly #options: SessionOptions;
  readonly #socket: Socket;
  readonly #request: IncomingMessage;
  /** Opened and live, by the client's id. */
  readonly #subscriptions = new Map<string, Subscription>();
  /** Those of them whose turn to be opened has not come. */
  readonly #waiting = new Set<Subscription>();
  readonly #initTimeout: NodeJS.Timeout;
  /** Being opened, ended meanwhile or not: this work cannot be called back. */
  #openingCount = 0;
  #isIntroduced = false;
  #isClosed = false;
  #viewer: Viewer | undefined;

  /** `request`: the one that asked for the socket. */
  constructor(socket: Socket, request: IncomingMessage, options: SessionOptions) {
    this.#socket = socket;
    this.#request = request;
    this.#options = options;
    this.#initTimeout = setTimeout(() => {
      socket.close(CloseCode.ConnectionInitialisationTimeout, 'Initialisation timeout');
    }, options.limits.connectionInitTimeoutMs);
    socket.onMessage((text) => this.#receive(text));
    socket.onClose(() => {
      this.#end();
    });
  }

  /** Subscriptions that are opened or live. */
  get size(): number {
    return this.#subscriptions.size;
  }

  async #receive(text: string): Promise<void> {
    const message = parseMessage(text);
    switch (message?.type) {
      case MessageType.ConnectionInit:
        await this.#introduce(message.payload);
        return;
      case MessageType.Subscribe:
        await this.#subscribe(message);
        return;
      case MessageType.Complete:
        this.#subscriptions.get(message.id)?.end();
        return;
      case MessageType.Ping:
        await this.#send({ ...message, type: MessageType.Pong });
        return;
      case MessageType.Pong:
        return;
      default:
        // No JSON, another shape, or a message that only a server sends.
        this.#close(CloseCode.BadRequest, 'Invalid message received');
    }
  }

  async #introduce(params: Readonly<Record<string, unknown>> | undefined): Promise<void> {
    clearTimeout(this.#initTimeout);
    if (this.#isIntroduced) {
      this.#close(CloseCode.TooManyInitialisationRequests, 'Too many initialisation requests');
      return;
    }
    this.#isIntroduced = true;
    const { authenticator, streams, rates, addresses } = this.#options;
    try {
      const authorization = authorizationOf(params);
      const viewer = await rates.authenticateSocket(this.#request, authorization, () =>
        authenticator.authenticate(authorization, addresses.exact(this.#request)),
      );
      // It may have closed while its credential was looked up.
      if (this.#isClosed) return;
      const stream = streams.open(viewer, (why) => {
        this.#close(...END_CLOSES[why]);
      });
      this.#socket.onClose(stream.close);
      this.#viewer = viewer;
      this.#socket.subject = viewer.subject;
    } catch (error) {
      this.#refuse(error);
      return;
    }
    await this.#send({ type: MessageType.ConnectionAck });
  }

  /** graphql-ws clients never come back after 4401, and always after 4403 and 1013. */
  #refuse(error: unknown): void {
    const { log, requestLog } = this.#options;
    requestLog.audited(newExchange(log), this.#request).tellRefusal?.(error);
    const { code } = toGatewayError(error);
    if (code === 'INTERNAL') throw error;
    if (error instanceof ExpiredCredential) this.#close(CloseCode.Forbidden, code);
    else this.#close(ERRORS[code].retryable ? TRY_AGAIN_LATER : CloseCode.Unauthorized, code);
  }

  async #subscribe({ id, payload }: SubscribeMessage): Promise<void> {
    if (this.#viewer === undefined) {
      this.#close(CloseCode.Unauthorized, 'Unauthorized');
      return;
    }
    if (this.#subscriptions.has(id)) {
      this.#close(CloseCode.SubscriberAlreadyExists, 'Subscriber already exists');
      return;
    }
    const { requestLog } = this.#options;
    const viewer = this.#viewer;
    const record: ExchangeRecord = { viewer };
    const exchange = requestLog.beginMessage(record, this.#request);
    const context: HttpContext = { viewer, idempotencyKey: null, ...exchange };
    const writeLine = requestLog.follow(context);
    const subscription = this.#make(id, payload, context, writeLine);
    if ('errors' in subscription) {
      const errors = subscription.errors.map((error) => tellError(error, context));
      writeLine();
      context.trace?.end({ code: record.code });
      await this.#sendErrors(id, errors);
      return;
    }
    this.#subscriptions.set(id, subscription);
    // Not awaited: the message would be held for as long as the subscription lives.
    this.#goOn(this.#open(subscription));
  }

  #make(
    id: string,
    payload: SubscribeMessage['payload'],
    context: HttpContext,
    writeLine: () => void,
  ): Subscription | { readonly errors: readonly unknown[] } {
    const { check, limits, rates } = this.#options;
    if (this.#subscriptions.size >= limits.subscriptionsPerSocketMax) {
      return {
        errors: [new GatewayError('OVERLOADED', { detail: 'subscriptions of a socket' })],
      };
    }
    try {
      // Before its document costs any work.
      rates.requireRoom(context.viewer);
      const asked = parseRequest({ ...payload });
      const verdict = check(asked, 'stream', context.viewer);
      if (verdict.isRefused) {
        this.#goOn(rates.countRefusedMessage(context.viewer));
        return verdict;
      }
      if (context.record !== undefined) context.record.operation = operationOf(verdict.request);
      const traceparent = context.trace?.beginOperation(
        verdict.request.operation.operation,
        operationOf(verdict.request),
      );
      const plan = resultPlan(asked, verdict.request, {
        ...context,
        ...(traceparent != null && { traceparent }),
        sent: verdict.request,
      });
      return this.#subscriptionOf(id, plan, writeLine);
    } catch (error) {
      return { errors: [error] };
    }
  }

  #subscriptionOf(
    id: string,
    plan: SubscriptionOptions['plan'],
    writeLine: () => void,
  ): Subscription {
    const { schema, fanout, streamDocuments, clock, limits, rates } = this.#options;
    const { trace, record } = plan.context;
    const head = Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`);
    const subscription: Subscription = new Subscription({
      schema,
      fanout,
      streamDocuments,
      clock,
      limits,
      plan,
      admit: () => rates.admitMessage(plan.context.viewer, plan.request.usage),
      outlet: {
        next: (result) => this.#socket.send(head, result.bytes, END_OF_NEXT),
        fail: (errors) => {
          this.#goOn(this.#sendErrors(id, errors));
        },
        complete: () => {
          this.#goOn(this.#send({ id, type: MessageType.Complete }));
        },
      },
      onOpened: () => {
        trace?.end({ code: record?.code });
      },
      onEnd: () => {
        this.#subscriptions.delete(id);
        this.#waiting.delete(subscription);
        writeLine();
      },
    });
    return subscription;
  }

  /**
   * At most so many are opened at once as may live at once: ending one does not end its opening. Not
   * BoundedWork: a subscription that ends leaves the queue.
   */
  async #open(subscription: Subscription): Promise<void> {
    if (this.#openingCount >= this.#options.limits.subscriptionsPerSocketMax) {
      this.#waiting.add(subscription);
      return;
    }
    this.#openingCount += 1;
    await subscription.open();
    this.#openingCount -= 1;
    const [next] = this.#waiting;
    if (next !== undefined) {
      this.#waiting.delete(next);
      this.#goOn(this.#open(next));
    }
    this.#goOn(subscription.run());
  }

  #close(code: number, reason: string): void {
    this.#end();
    this.#socket.close(code, reason);
  }

  /** Nothing is told from here on, even while the peer has not closed its side. Idempotent. */
  #end(): void {
    this.#isClosed = true;
    clearTimeout(this.#initTimeout);
    for (const subscription of [...this.#subscriptions.values()]) subscription.end();
  }

  #goOn(work: Promise<unknown>): void {
    unawaited(work, { name: 'a subscription of a socket', log: this.#options.log });
  }

  async #sendErrors(id: string, payload: readonly FormattedError[]): Promise<void> {
    await this.#send({ id, type: MessageType.Error, payload });
  }

  async #send(message: object): Promise<void> {
    await this.#socket.send(Buffer.from(JSON.stringify(message)));
  }
}

/** The close of a socket whose streams the server ends. */
const END_CLOSES: Readonly<Record<StreamEnd, readonly [code: number, reason: string]>> = {
  ended: [CloseCode.Unauthorized, 'UNAUTHENTICATED'],
  expired: [CloseCode.Forbidden, 'UNAUTHENTICATED'],
  unverified: [TRY_AGAIN_LATER, 'STORE_UNAVAILABLE'],
  stopping: [1001, 'Going away'],
};
