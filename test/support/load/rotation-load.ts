import { EventEmitter, once } from 'node:events';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import type { Emulator } from '../../../src/emulator/server/start-emulator.js';
import {
  CreateTextToVideoDocument,
  TaskDocument,
  TasksDocument,
  TasksUpdatedDocument,
  type TasksUpdatedSubscription,
} from '../../../client/src/generated/graphql.js';
import type { GatewayProcess } from '../gateway/gateway-process.js';
import { aVideo } from '../client/inputs.js';
import type { RestartedNodes } from '../gateway/restarted-nodes.js';
import { openStream, type Stream } from '../client/streams.js';
import { ask } from '../client/wire.js';

/** Failures that are kept; more would say the same. */
const FAILURES_MAX = 20;

/**
 * Clients of all nodes, each with an API key and one request at a time: they buy, read and list. A
 * request that dies with a killed node is sent to another one, under the same idempotency key.
 */
export class RotationLoad {
  /** Answers that are errors, wrong or missing, without those of killed nodes. */
  readonly failures: string[] = [];
  /** The prompts of the tasks that were answered, by API key and task id. */
  readonly bought = new Map<string, Map<string, string>>();
  /** POSTs that reached Runway, by prompt. */
  readonly posts = new Map<string, number>();
  requestCount = 0;
  /** Requests that died with their node and were sent again. */
  repeatedCount = 0;
  taskCount = 0;
  eventCount = 0;
  readonly #open = new Map<GatewayProcess, number>();
  readonly #events = new EventEmitter();
  #stream: Stream<TasksUpdatedSubscription> | undefined;
  #isStopping = false;

  constructor(
    private readonly nodes: RestartedNodes,
    private readonly emulator: Emulator,
    private readonly apiKeys: readonly string[],
  ) {}

  /** Serves the clients while this works. Resolves when each has the answer to its last request. */
  async during<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#events.setMaxListeners(0);
    const clients = this.apiKeys.map((apiKey, index) => this.#beClient(apiKey, index));
    const running = Promise.all([...clients, this.#follow(this.apiKeys[0] ?? '')]);
    try {
      return await work();
    } finally {
      this.#isStopping = true;
      await this.#stream?.close();
      await running;
      this.#countPosts();
    }
  }

  /** Resolves when so many tasks have been bought in all. */
  async untilBought(tasks: number): Promise<void> {
    while (this.taskCount < tasks && this.failures.length === 0) await once(this.#events, 'answer');
  }

  /** Resolves when the node has a request to answer. */
  async untilOpenAt(node: GatewayProcess): Promise<void> {
    while ((this.#open.get(node) ?? 0) === 0) await once(this.#events, 'request');
  }

  /** Buys at one node and reads at the other. */
  async #beClient(apiKey: string, index: number): Promise<void> {
    const bought = new Map<string, string>();
    this.bought.set(apiKey, bought);
    for (let turn = 0; !this.#isStopping; turn += 1) {
      const prompt = `order ${String(index)}-${String(turn)}`;
      const variables = { input: aVideo(prompt), idempotencyKey: prompt };
      const made = await this.#ask(index + turn, apiKey, CreateTextToVideoDocument, variables);
      const id = made?.createTextToVideo?.task.id ?? '';
      bought.set(id, prompt);
      this.taskCount += 1;
      const read = await this.#ask(index + turn + 1, apiKey, TaskDocument, { id });
      if (!JSON.stringify(read?.task?.input ?? null).includes(`"${prompt}"`))
        this.#fail(`${prompt} was read as ${JSON.stringify(read)}`);
      await this.#ask(index + turn, apiKey, TasksDocument, { first: 50 });
      this.#countPosts();
    }
  }

  async #ask<Data, Variables extends object>(
    first: number,
    apiKey: string,
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<Data | undefined> {
    for (let turn = first; ; turn += 1) {
      const node = this.nodes.at(turn);
      this.#open.set(node, (this.#open.get(node) ?? 0) + 1);
      this.#events.emit('request');
      try {
        const { text, data, errors } = await ask(node.url, apiKey, {
          query: print(document),
          variables,
        });
        this.requestCount += 1;
        if (errors.length > 0 || data == null) this.#fail(text);
        return (data ?? undefined) as Data | undefined;
      } catch (error) {
        if (!this.nodes.wasKilled(node)) {
          this.#fail(error);
          return undefined;
        }
        this.repeatedCount += 1;
      } finally {
        this.#open.set(node, (this.#open.get(node) ?? 0) - 1);
        this.#events.emit('answer');
      }
    }
  }

  /** Follows the tasks of one client, from node to node, by the last cursor. */
  async #follow(apiKey: string): Promise<void> {
    let after: string | null = null;
    for (let turn = 0; !this.#isStopping; turn += 1) {
      const node = this.nodes.at(turn);
      const stream: Stream<TasksUpdatedSubscription> = openStream(
        node.url,
        apiKey,
        TasksUpdatedDocument,
        { after },
      );
      this.#stream = stream;
      try {
        for (let event = await stream.next(); event !== undefined; event = await stream.next()) {
          after = event.tasksUpdated.cursor;
          this.eventCount += 1;
        }
        this.#noteEnd(node, 'the stream has ended');
      } catch (error) {
        this.#noteEnd(node, error);
      }
      await stream.close();
    }
  }

  /** A stream may end with its node, and when the clients stop. */
  #noteEnd(node: GatewayProcess, why: unknown): void {
    if (!this.#isStopping && !this.nodes.wasKilled(node)) this.#fail(why);
  }

  /** Often, because the emulator remembers the last requests only. */
  #countPosts(): void {
    for (const { method, body } of this.emulator.requests()) {
      const { promptText } = (body ?? {}) as { readonly promptText?: string };
      // One that died with its node before its body came has bought nothing.
      if (method !== 'POST' || promptText === undefined) continue;
      this.posts.set(promptText, (this.posts.get(promptText) ?? 0) + 1);
    }
    this.emulator.clearRequests();
  }

  #fail(why: unknown): void {
    const text = why instanceof Error ? `${String(why)}: ${String(why.cause)}` : String(why);
    if (this.failures.length < FAILURES_MAX) this.failures.push(text);
  }
}
