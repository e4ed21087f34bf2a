import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import {
  GatewayClientError,
  TaskFailedError,
  TaskUnconfirmedError,
  unreachable,
} from './client-errors.js';
import {
  TaskUpdatedDocument,
  type TaskFieldsFragment,
  type TaskUpdatedSubscription,
} from './generated/graphql.js';
import { IDEMPOTENCY_HEADER, newIdempotencyKey, takesIdempotencyKey } from './idempotency.js';
import { toRequest, type GraphQLRequest } from './request/graphql-request.js';
import { authorizedFetch } from './request/authorized-fetch.js';
import { readAnswer } from './request/read-answer.js';
import { repeatingFetch } from './request/repeating-fetch.js';
import { eventStream, type EventStreamOptions } from './subscriptions/event-stream.js';
import { ATTEMPTS_MAX, pauseMs, realTiming, type Timing } from './timing.js';
import { TokenSource, type GetToken } from './token-source.js';

/** A task as `taskUpdated` tells it. */
export type GeneratedTask = TaskFieldsFragment;

/** What a document may have among its variables. */
type GivenVariables = Readonly<Record<string, unknown>> & {
  readonly idempotencyKey?: string | null;
};

/** The data of a mutation that submits: one root field with a task. */
export type SubmittedData = Readonly<
  Record<string, { readonly task: { readonly id: string } } | null>
>;

export interface GenerateOptions {
  /** The address of `/graphql`. */
  readonly url: string;
  /** Gives an API key or access token; asked again when the gateway no longer accepts the last one. */
  readonly getToken: GetToken;
  /** Called with the task as it is, and each time something visible of it changes. */
  readonly onProgress?: (task: GeneratedTask) => void;
  /** Ends the call, not the task: that goes on, and costs, until `cancelTask`. */
  readonly signal?: AbortSignal;
  /** Default: one made for this call. Give your own to go on after a reload. */
  readonly idempotencyKey?: string;
  readonly fetch?: typeof fetch;
  readonly timing?: Timing;
}

/**
 * Submits a generation, follows it, and resolves with the task once it has SUCCEEDED: its `output` has
 * the media. All attempts to submit have one idempotency key, so that at most one task is made.
 *
 * Rejects with GatewayClientError (refused, or unreachable for too long), TaskFailedError (FAILED or
 * CANCELLED), TaskUnconfirmedError (it may have reached Runway, and is not sent again), or the reason of
 * the signal.
 */
export async function generate<Data extends SubmittedData, Variables extends object>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  options: GenerateOptions,
): Promise<GeneratedTask> {
  if (!takesIdempotencyKey(document)) {
    throw new TypeError('generate takes a mutation that has an idempotencyKey.');
  }
  const { url, getToken, signal, timing = realTiming } = options;
  const connection: EventStreamOptions = {
    url,
    timing,
    tokens: new TokenSource(getToken, timing),
    fetch: options.fetch ?? globalThis.fetch.bind(globalThis),
  };
  const given = variables as GivenVariables;
  const key = options.idempotencyKey ?? given.idempotencyKey ?? newIdempotencyKey();
  const request = toRequest(document, given);
  const id = await submit(connection, request, key, signal);
  return await follow(connection, id, options);
}

/** The id of the task. */
async function submit(
  connection: EventStreamOptions,
  request: GraphQLRequest,
  key: string,
  signal: AbortSignal | undefined,
): Promise<string> {
  const send = repeatingFetch(authorizedFetch(connection), connection.timing);
  const response = await send(connection.url, {
    method: 'POST',
    headers: {
      accept: 'application/graphql-response+json',
      'content-type': 'application/json',
      [IDEMPOTENCY_HEADER]: key,
    },
    body: JSON.stringify(request),
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    signal?.throwIfAborted();
    throw unreachable('The gateway cannot be reached.', error);
  });
  const [submitted] = Object.values(await readAnswer<SubmittedData>(response));
  if (submitted?.task.id === undefined) {
    throw new TypeError('The document must select `task { id }`.');
  }
  return submitted.task.id;
}

/** Resolves when the task has succeeded. */
async function follow(
  connection: EventStreamOptions,
  id: string,
  options: GenerateOptions,
): Promise<GeneratedTask> {
  const { random, sleep } = connection.timing;
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    try {
      const task = await lastOf(connection, id, options);
      if (task !== undefined) return task;
    } catch (error) {
      // Its events are kept no longer. A new stream begins with the task as it is.
      if (!(error instanceof GatewayClientError && error.code === 'CURSOR_EXPIRED')) throw error;
    }
    await sleep(pauseMs(attempt, random), options.signal);
  }
  throw unreachable('The stream of the task ends before the task does.');
}

/** The task that succeeded; undefined when the stream completed without telling it. */
async function lastOf(
  connection: EventStreamOptions,
  id: string,
  { onProgress, signal }: GenerateOptions,
): Promise<GeneratedTask | undefined> {
  const leaving = new AbortController();
  const onAbort = (): void => {
    leaving.abort(signal?.reason);
  };
  signal?.throwIfAborted();
  signal?.addEventListener('abort', onAbort);
  try {
    const request = toRequest(TaskUpdatedDocument, { id });
    for await (const { data } of eventStream(connection, request, leaving.signal)) {
      const task = (data as TaskUpdatedSubscription | undefined)?.taskUpdated.task;
      if (task === undefined) continue;
      onProgress?.(task);
      if (task.status === 'SUCCEEDED') return task;
      if (task.status === 'FAILED' || task.status === 'CANCELLED') throw new TaskFailedError(task);
      if (task.status === 'UNCONFIRMED') throw new TaskUnconfirmedError(task);
    }
    return undefined;
  } finally {
    signal?.removeEventListener('abort', onAbort);
    leaving.abort();
  }
}
