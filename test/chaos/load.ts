import { print } from 'graphql';
import type { Emulator } from '../../src/emulator/server/start-emulator.js';
import {
  CreateTextToVideoDocument,
  type CreateTextToVideoMutation,
} from '../../client/src/generated/graphql.js';
import { FREE_MODEL, inputOf, type OrderedModel, type OrderedModels } from './pools.js';
import type { WayIn } from './way-in.js';

/** Every so many submissions one is asked for by two clients at once. */
const TWIN_EVERY = 10;

/** Beside every so many submissions a stranger asks, whose key is none. */
const STRANGER_EVERY = 20;

const STRANGERS_KEY = `rgk_stranger_${'x'.repeat(24)}`;

/**
 * For every so many credits that Runway has taken it answers one request with 429: never one after
 * the other, or a gateway that backs off would meet nothing else. 20 videos of 60 credits.
 */
const CREDITS_PER_REFUSAL = 1_200;

const ANSWER_MS_MAX = 15_000;
const RETRY_PAUSE_MS = 200;
const RETRY_MS_MAX = 300_000;

export interface LoadOptions {
  readonly way: Pick<WayIn, 'urls' | 'fetch'>;
  readonly apiKey: string;
  readonly emulator: Emulator;
  readonly random: () => number;
  readonly models: OrderedModels;
  /** Codes beside OVERLOADED and SHUTTING_DOWN with which a gateway may ask to come again. */
  readonly retryableCodes: ReadonlySet<string>;
  /** When aborted, clients give up. */
  readonly signal: AbortSignal;
}

interface Answer {
  readonly data?: CreateTextToVideoMutation | null;
  readonly errors?: readonly AnsweredError[];
}

interface AnsweredError {
  /** Where there is one, the mutation was executed. */
  readonly path?: readonly unknown[];
  readonly extensions: { readonly code: string };
}

/** A client's own word for one request, by which the audit log is judged. */
export interface Answered {
  readonly requestId: string;
  /** Where it was asked: the node that answered, or what stands before all. */
  readonly url: string;
  readonly atMs: number;
  readonly taskId: string | null;
  /** Of the error; null where a task was answered. */
  readonly code: string | null;
}

/**
 * Clients that buy videos, each under an idempotency key, and ask again with the same key, at any
 * node, when a connection is lost.
 */
export class Load {
  /** Ids of the tasks that were answered, by idempotency key. */
  readonly accepted = new Map<string, Set<string>>();
  /** Each answer that the audit log has to tell of. */
  readonly answers: Answered[] = [];
  /** Answers that no client should get. */
  readonly surprises: string[] = [];
  /** Requests that were lost with their connection. */
  lostCount = 0;
  submittedCount = 0;
  readonly #options: LoadOptions;
  readonly #open = new Set<Promise<void>>();
  /** The credits at which Runway refuses next. */
  #refuseAtCredits: number;

  constructor(options: LoadOptions) {
    this.#options = options;
    this.#refuseAtCredits = options.emulator.settings.credits - CREDITS_PER_REFUSAL;
  }

  get isOver(): boolean {
    return this.#options.signal.aborted;
  }

  get openCount(): number {
    return this.#open.size;
  }

  /** One more submission; it is not waited for. */
  submit(): void {
    const number = this.submittedCount;
    this.submittedCount += 1;
    this.#refuseInTurn();
    const model = this.#options.models.next();
    const clients = number % TWIN_EVERY === 0 ? 2 : 1;
    for (let client = 0; client < clients; client += 1) {
      const buying = this.#buy(`order ${number}`, model);
      this.#open.add(buying);
      void buying.finally(() => this.#open.delete(buying));
    }
    if (number % STRANGER_EVERY === 0) this.#letStrangerAsk();
  }

  /** Once: what a stranger is answered is not tried again. */
  #letStrangerAsk(): void {
    const asking = this.#ask('an order of a stranger', FREE_MODEL, STRANGERS_KEY).then((answer) => {
      if (answer?.data?.createTextToVideo?.task) this.surprises.push('a stranger bought');
    });
    this.#open.add(asking);
    void asking.finally(() => this.#open.delete(asking));
  }

  /** Resolves when every client has its answer. */
  async settled(): Promise<void> {
    while (this.#open.size > 0) await Promise.all(this.#open);
  }

  #refuseInTurn(): void {
    const { emulator } = this.#options;
    if (emulator.settings.credits > this.#refuseAtCredits) return;
    this.#refuseAtCredits = emulator.settings.credits - CREDITS_PER_REFUSAL;
    const headers = { 'retry-after': '1' };
    const refusal = { status: 429, times: 1, headers, body: { error: 'Too many requests.' } };
    emulator.setFault({ method: 'POST', path: '/v1/text_to_video', ...refusal });
  }

  async #buy(key: string, model: OrderedModel): Promise<void> {
    const endMs = Date.now() + RETRY_MS_MAX;
    while (!this.isOver && Date.now() < endMs) {
      const answer = await this.#ask(key, model);
      const taskId = answer?.data?.createTextToVideo?.task.id;
      if (taskId !== undefined) {
        const ids = this.accepted.get(key) ?? new Set();
        this.accepted.set(key, ids.add(taskId));
        return;
      }
      const [error] = answer?.errors ?? [];
      if (error !== undefined) this.#note(key, error.extensions.code);
      await new Promise((resolve) => setTimeout(resolve, RETRY_PAUSE_MS));
    }
    this.surprises.push(`${key}: no answer`);
  }

  /** Undefined when no answer came. */
  async #ask(
    key: string,
    model: OrderedModel,
    apiKey = this.#options.apiKey,
  ): Promise<Answer | undefined> {
    const { way, random } = this.#options;
    const url = way.urls[Math.floor(random() * way.urls.length)] ?? '';
    try {
      const response = await way.fetch(`${url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${apiKey}`,
          'idempotency-key': key,
        },
        body: JSON.stringify({ query: QUERY, variables: { input: inputOf(model, key) } }),
        signal: AbortSignal.timeout(ANSWER_MS_MAX),
      });
      const answer = (await response.json()) as Answer;
      this.#keep(answer, response.headers.get('x-request-id') ?? 'a request without an id', url);
      return answer;
    } catch {
      this.lostCount += 1;
      return undefined;
    }
  }

  /** What is refused before the mutation is executed has a record only where it is a security event. */
  #keep({ data, errors = [] }: Answer, requestId: string, url: string): void {
    const taskId = data?.createTextToVideo?.task.id ?? null;
    const [error] = errors;
    const code = error?.extensions.code ?? null;
    if (taskId === null && error?.path === undefined && code !== 'UNAUTHENTICATED') return;
    this.answers.push({ requestId, url, atMs: Date.now(), taskId, code });
  }

  #note(key: string, code: string): void {
    if (code === 'OVERLOADED' || code === 'SHUTTING_DOWN') return;
    if (!this.#options.retryableCodes.has(code)) this.surprises.push(`${key}: ${code}`);
  }
}

const QUERY = print(CreateTextToVideoDocument);
