import { createClient, type Client } from 'graphql-ws';
import { request as httpRequest, type ClientRequest } from 'node:http';
import { Agent, type Dispatcher } from 'undici';
import WebSocket from 'ws';
import { answered, type AnsweredData } from '../support/client/answered.js';

/** Requests of one client machine that are open at the same time. */
const OPEN_MAX = 1_000;

const TICK_MS = 10;

export interface Answered {
  readonly status: number;
  readonly ms: number;
}

/** What was answered in a phase. */
export class Tally {
  readonly #answers: Answered[] = [];
  /** Not sent, because as many were open as one client may have. */
  unsent = 0;
  /** Why requests have no answer. */
  readonly lost: string[] = [];
  readonly #startedAt = performance.now();
  #endedAt = this.#startedAt;

  /** From the first request to the last answer, in s. */
  get seconds(): number {
    return (this.#endedAt - this.#startedAt) / 1_000;
  }

  add(answer: Answered): void {
    this.#answers.push(answer);
    this.#endedAt = performance.now();
  }

  get size(): number {
    return this.#answers.length;
  }

  count(isCounted: (status: number) => boolean): number {
    return this.#answers.filter(({ status }) => isCounted(status)).length;
  }

  /** Statuses that neither a good answer nor a refusal for now has. */
  get bad(): readonly number[] {
    return [...new Set(this.#answers.map(({ status }) => status))].filter(
      (status) => status !== 200 && status !== 429 && status !== 503,
    );
  }

  /** Of the answers with these statuses; 0 when there are none. */
  percentileMs(percent: number, isCounted: (status: number) => boolean): number {
    const times = this.#answers
      .filter(({ status }) => isCounted(status))
      .map(({ ms }) => ms)
      .sort((a, b) => a - b);
    return times[Math.min(times.length - 1, Math.floor((times.length * percent) / 100))] ?? 0;
  }
}

export const isGood = (status: number): boolean => status === 200;
export const isRefused = (status: number): boolean => status === 429 || status === 503;

export interface Call {
  readonly key: string;
  readonly query: string;
  readonly variables?: object;
}

/** Clients of one gateway. */
export class Clients {
  readonly #url: string;
  readonly #agent = new Agent({ connections: OPEN_MAX, pipelining: 1, keepAliveTimeout: 4_000 });
  readonly #sockets: Client[] = [];
  readonly #streams = new Set<ClientRequest>();
  #open = 0;

  constructor(url: string) {
    this.#url = `${url}/graphql`;
  }

  async call({ key, query, variables }: Call, tally: Tally): Promise<void> {
    this.#open += 1;
    const startedAt = performance.now();
    try {
      const { statusCode, body } = await this.#send(key, JSON.stringify({ query, variables }));
      await body.dump();
      tally.add({ status: statusCode, ms: performance.now() - startedAt });
    } catch (error) {
      tally.lost.push(String(error));
    } finally {
      this.#open -= 1;
    }
  }

  /** As JSON. */
  async ask<Data>(key: string, query: string, variables: object = {}): Promise<AnsweredData<Data>> {
    const { body } = await this.#send(key, JSON.stringify({ query, variables }));
    return answered((await body.json()) as { readonly data?: Data; readonly errors?: [] });
  }

  /** So many clients, each with one request at a time. */
  async closedLoop(clients: number, ms: number, next: () => Call): Promise<Tally> {
    const tally = new Tally();
    const endAt = performance.now() + ms;
    const client = async (): Promise<void> => {
      while (performance.now() < endAt) await this.call(next(), tally);
    };
    await Promise.all(Array.from({ length: clients }, client));
    return tally;
  }

  /** So many requests a second, however long their answers take. */
  async openLoop(perSecond: number, ms: number, next: () => Call): Promise<Tally> {
    const tally = new Tally();
    const calls: Promise<void>[] = [];
    const startedAt = performance.now();
    let sent = 0;
    for (;;) {
      const passedMs = performance.now() - startedAt;
      if (passedMs >= ms) break;
      for (; sent < (passedMs / 1_000) * perSecond; sent += 1) {
        if (this.#open >= OPEN_MAX) tally.unsent += 1;
        else calls.push(this.call(next(), tally));
      }
      await new Promise((resolve) => setTimeout(resolve, TICK_MS));
    }
    await Promise.all(calls);
    return tally;
  }

  /** One socket with so many subscriptions. */
  subscribe(key: string, count: number, query: string): void {
    const client = createClient({
      url: this.#url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${key}` },
      retryAttempts: 0,
    });
    this.#sockets.push(client);
    const sink = { next: () => undefined, error: () => undefined, complete: () => undefined };
    for (let index = 0; index < count; index += 1) client.subscribe({ query }, sink);
  }

  /** One event stream; returns what ends it. */
  stream(key: string, query: string): () => void {
    const stream = httpRequest(this.#url, {
      method: 'POST',
      agent: false,
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        authorization: `Bearer ${key}`,
      },
    });
    stream.on('response', (response) => response.resume());
    stream.on('error', () => undefined);
    stream.end(JSON.stringify({ query }));
    this.#streams.add(stream);
    return () => {
      this.#streams.delete(stream);
      stream.destroy();
    };
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) await socket.dispose();
    for (const stream of this.#streams) stream.destroy();
    await this.#agent.destroy();
  }

  async #send(key: string, body: string): Promise<Dispatcher.ResponseData> {
    const url = new URL(this.#url);
    return await this.#agent.request({
      origin: url.origin,
      path: url.pathname,
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body,
    });
  }
}
