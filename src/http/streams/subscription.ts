import { createSourceEventStream, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { FormattedError } from '../../api/errors/format-error.js';
import type { Cost } from '../../policy/limits/operation-limits.js';
import type { Clock } from '../../ports/clock.js';
import { formatResult } from '../answers/format-result.js';
import type { HttpContext } from '../requests/exchange.js';
import { inTime } from '../requests/in-time.js';
import type { HttpLimits } from '../http-limits.js';
import type { Fanout, ResultPlan } from './fanout.js';
import { ResultText } from './result-text.js';
import type { StreamDocuments } from './stream-documents.js';
import { tellError } from '../answers/tell-error.js';

/** How one transport tells its client the events and the end of a subscription. */
export interface SubscriptionOutlet {
  /** One result. What it returns resolves when the client can take another; undefined: at once. */
  next(result: ResultText): Promise<void> | undefined;
  /** The source failed: nothing follows. */
  fail(errors: readonly FormattedError[]): void;
  /** The source is at its end: nothing follows. */
  complete(): void;
}

export interface SubscriptionOptions {
  readonly schema: GraphQLSchema;
  readonly fanout: Fanout;
  readonly streamDocuments: StreamDocuments;
  readonly clock: Clock;
  readonly limits: Pick<HttpLimits, 'queryTimeoutMs'>;
  readonly plan: ResultPlan;
  /** Counts it before anything is opened, and says what it cost. What it throws ends it. */
  readonly admit: () => Promise<Cost>;
  readonly outlet: SubscriptionOutlet;
  /** Called once, when its opening has come to an end, well or badly. */
  readonly onOpened?: () => void;
  /** Called once, when it ends for whatever reason: it counts no longer. */
  readonly onEnd: () => void;
}

/** opened: its source is being opened. live: events flow. ended: nothing is told any more. */
type Phase = 'opened' | 'live' | 'ended';

/**
 * The life of one subscription, the same on every transport: opened → live → ended, once and for
 * good. The outlet hears nothing after the end, even of an event that is being rendered or of a
 * source that comes late; the source is told by its `return` and by `Context.ended`.
 */
export class Subscription {
  readonly #options: SubscriptionOptions;
  readonly #context: HttpContext;
  /** Made for a source that looks at `Context.ended`: most are told by `return` alone. */
  #ending: AbortController | undefined;
  readonly #releaseDocument: () => void;
  #phase: Phase = 'opened';
  #source: AsyncIterator<unknown> | undefined;
  /** Until the first result has told it. */
  #untoldCost: Cost | undefined;

  /** Throws OVERLOADED. */
  constructor(options: SubscriptionOptions) {
    const { plan, streamDocuments } = options;
    this.#releaseDocument = streamDocuments.hold(plan.request, plan.context.viewer);
    this.#options = options;
    const ended = (): AbortSignal => this.#ended();
    this.#context = {
      ...plan.context,
      get ended() {
        return ended();
      },
    };
  }

  get phase(): Phase {
    return this.#phase;
  }

  /** Opens the source. Resolves when that has come to an end, well or badly; never rejects. */
  async open(): Promise<void> {
    await this.#open();
    this.#options.onOpened?.();
  }

  async #open(): Promise<void> {
    if (this.#hasEnded()) return;
    try {
      this.#untoldCost = await this.#options.admit();
      // What is left while it is counted opens nothing.
      if (this.#hasEnded()) return;
      const opening = this.#openSource();
      const source = await this.#inTime(opening).catch((error: unknown) => {
        // A source that comes later is left as it comes.
        void opening.then(leaveSource, () => undefined);
        throw error;
      });
      if (Symbol.asyncIterator in source) this.#live(source[Symbol.asyncIterator]());
      else await this.#tellRefusal(source);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Hands on event by event, as fast as the client takes them, until the end. Never rejects. */
  async run(): Promise<void> {
    const { fanout, plan, outlet } = this.#options;
    try {
      // Nothing here waits for the end by a promise of its own: that would hold every past event.
      while (this.#source !== undefined && !this.#hasEnded()) {
        const event = await this.#source.next();
        if (this.#hasEnded()) return;
        if (event.done === true) {
          this.end();
          outlet.complete();
          return;
        }
        const result = await fanout.render(plan, event.value);
        if (this.#hasEnded()) return;
        const isTaken = outlet.next(this.#withCost(result));
        if (isTaken !== undefined) await isTaken;
      }
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Ends it without a word to the client. Idempotent. */
  end(): void {
    if (this.#hasEnded()) return;
    this.#phase = 'ended';
    this.#releaseDocument();
    this.#options.onEnd();
    // Without a reason Node would make an error, at every end.
    this.#ending?.abort(null);
    const source = this.#source;
    this.#source = undefined;
    if (source !== undefined) leave(source);
  }

  async #openSource(): Promise<AsyncIterable<unknown> | ExecutionResult> {
    const { document, operation, variables } = this.#options.plan.request;
    return await createSourceEventStream({
      schema: this.#options.schema,
      document,
      operationName: operation.name?.value,
      variableValues: variables,
      contextValue: this.#context,
    });
  }

  async #inTime<Result>(work: Promise<Result>): Promise<Result> {
    const { clock, limits } = this.#options;
    return await inTime(work, { clock, timeoutMs: limits.queryTimeoutMs });
  }

  #live(source: AsyncIterator<unknown>): void {
    if (this.#hasEnded()) {
      leave(source);
      return;
    }
    this.#phase = 'live';
    this.#source = source;
  }

  /** A refused subscription is one result with errors, as GraphQL has it. */
  async #tellRefusal(result: ExecutionResult): Promise<void> {
    if (this.#hasEnded()) return;
    const refusal = ResultText.of(formatResult(result, this.#context));
    await this.#options.outlet.next(this.#withCost(refusal));
    if (this.#hasEnded()) return;
    this.end();
    this.#options.outlet.complete();
  }

  #withCost(result: ResultText): ResultText {
    const cost = this.#untoldCost;
    if (cost === undefined) return result;
    this.#untoldCost = undefined;
    return result.withExtensions({ cost });
  }

  #ended(): AbortSignal {
    if (this.#ending === undefined) {
      this.#ending = new AbortController();
      if (this.#hasEnded()) this.#ending.abort(null);
    }
    return this.#ending.signal;
  }

  #fail(error: unknown): void {
    if (this.#hasEnded()) return;
    const told = tellError(error, this.#context);
    this.end();
    this.#options.outlet.fail([told]);
  }

  /** A method, so that it is asked anew after each wait. */
  #hasEnded(): boolean {
    return this.#phase === 'ended';
  }
}

function leaveSource(source: AsyncIterable<unknown> | ExecutionResult): void {
  if (Symbol.asyncIterator in source) leave(source[Symbol.asyncIterator]());
}

/** Not awaited: a source in the middle of its work need not answer before that. */
function leave(source: AsyncIterator<unknown>): void {
  Promise.resolve(source.return?.()).catch(() => undefined);
}
