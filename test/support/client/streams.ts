import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

/** One subscription over a WebSocket of its own, every event queued so that none is missed. */
export interface Stream<Data> {
  /** The next event; undefined when the stream has completed; rejects with what ended it badly. */
  next(): Promise<Data | undefined>;
  /** The code with which the connection was closed, once it was. */
  readonly closed: Promise<number>;
  /** Cuts the connection without a goodbye. */
  cut(): void;
  close(): Promise<void>;
}

/** Opens a subscription at `url` (http://…) as the holder of `key`. */
export function openStream<Data, Variables extends Record<string, unknown>>(
  url: string,
  key: string,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Stream<Data> {
  let socket: WebSocket | undefined;
  let tellClosed: (code: number) => void = () => undefined;
  const closed = new Promise<number>((resolve) => {
    tellClosed = resolve;
  });
  const client = createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${key}` },
    retryAttempts: 0,
    lazyCloseTimeout: 0,
    on: {
      opened: (opened) => {
        socket = opened as WebSocket;
      },
      closed: (event) => {
        tellClosed((event as { readonly code: number }).code);
      },
    },
  });
  const events = client.iterate<Data, Record<string, never>>({
    query: print(document),
    variables,
  });
  return {
    closed,
    next: async () => {
      const result = await events.next();
      if (result.done === true) return undefined;
      const { data, errors } = result.value;
      if (errors !== undefined) throw new Error(JSON.stringify(errors));
      return data ?? undefined;
    },
    cut: () => {
      socket?.terminate();
    },
    close: async () => {
      await client.dispose();
    },
  };
}

/** Every event until the stream completes. */
export async function drain<Data>(stream: Stream<Data>): Promise<Data[]> {
  const all: Data[] = [];
  for (let event = await stream.next(); event !== undefined; event = await stream.next()) {
    all.push(event);
  }
  return all;
}
