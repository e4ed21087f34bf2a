import { once } from 'node:events';
import { request } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { jsonHeaders, send, type Target } from './wire-requests.js';

const STREAM = 'subscription { tasksUpdated { cursor task { id } } }';
const BUY = `mutation {
  createTextToImage(input: { gen4Image: { promptText: "A gull", ratio: RATIO_1920_1080 } }) {
    task { id }
  }
}`;

/** How long an event may take to arrive, once something has happened. */
const EVENT_MS_MAX = 30_000;

export interface StreamResult {
  readonly stream: string;
  readonly seconds: number;
  readonly events: number;
  readonly fault: string | undefined;
}

interface OpenStream {
  readonly name: string;
  /** Ids of tasks in events so far. */
  readonly ids: string[];
  fault: string | undefined;
  close(): void;
}

/** A WebSocket and an event stream stay open and idle for so long, and then still tell of a new task. */
export async function keepStreamsOpen(target: Target, seconds: number): Promise<StreamResult[]> {
  const streams = [openSocket(target), await openEvents(target)];
  const startedAt = performance.now();
  try {
    await pause(2_000);
    const early = await buy(target);
    await pause(seconds * 1_000 - (performance.now() - startedAt));
    const heldSeconds = (performance.now() - startedAt) / 1_000;
    const late = await buy(target);
    const endMs = performance.now() + EVENT_MS_MAX;
    const isComplete = ({ ids }: OpenStream): boolean => ids.includes(early) && ids.includes(late);
    while (!streams.every(isComplete) && performance.now() < endMs) await pause(200);
    return streams.map((stream) => ({
      stream: stream.name,
      seconds: Math.round(heldSeconds),
      events: stream.ids.length,
      fault: stream.fault ?? (isComplete(stream) ? undefined : 'an event did not arrive'),
    }));
  } finally {
    for (const stream of streams) stream.close();
  }
}

function openSocket({ url, ca, key }: Target): OpenStream {
  class TrustingSocket extends WebSocket {
    constructor(address: string, protocols: string[]) {
      super(address, protocols, { ca });
    }
  }
  const client = createClient({
    url: `${url.replace('https', 'wss')}/graphql`,
    webSocketImpl: TrustingSocket,
    connectionParams: { authorization: `Bearer ${key}` },
    retryAttempts: 0,
  });
  const stream: OpenStream = {
    name: 'WebSocket',
    ids: [],
    fault: undefined,
    close: () => void client.dispose(),
  };
  client.subscribe<{ readonly tasksUpdated: { readonly task: { readonly id: string } } }>(
    { query: STREAM },
    {
      next: ({ data, errors }) => {
        if (data) stream.ids.push(data.tasksUpdated.task.id);
        if (errors !== undefined) stream.fault ??= JSON.stringify(errors);
      },
      error: (error) => {
        stream.fault ??= error instanceof Error ? error.message : JSON.stringify(error);
      },
      complete: () => {
        stream.fault ??= 'it ended';
      },
    },
  );
  return stream;
}

async function openEvents(target: Target): Promise<OpenStream> {
  const { hostname, port } = new URL(target.url);
  const sent = request({
    ...{ hostname, port, path: '/graphql', method: 'POST', ca: target.ca, agent: false },
    headers: { ...jsonHeaders(target), accept: 'text/event-stream' },
  });
  sent.end(JSON.stringify({ query: STREAM }));
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const stream: OpenStream = {
    name: 'server-sent events',
    ids: [],
    fault: response.statusCode === 200 ? undefined : `status ${String(response.statusCode)}`,
    close: () => sent.destroy(),
  };
  let unread = '';
  response.setEncoding('utf8').on('data', (text: string) => {
    unread += text;
    const events = unread.split('\n\n');
    unread = events.pop() ?? '';
    for (const event of events) {
      const id = /"task":\{"id":"([^"]+)"/.exec(event)?.[1];
      if (id !== undefined) stream.ids.push(id);
    }
  });
  response.on('error', () => undefined).on('close', () => (stream.fault ??= 'it ended'));
  return stream;
}

async function buy(target: Target): Promise<string> {
  const { text } = await send(target, '/graphql', {
    method: 'POST',
    headers: jsonHeaders(target),
    body: JSON.stringify({ query: BUY }),
  });
  const id = /"task":\{"id":"([^"]+)"/.exec(text)?.[1];
  if (id === undefined) throw new Error(`Nothing was bought: ${text}`);
  return id;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
