import { COUNTED_HEADERS, withoutCost } from '../../support/client/counted.js';
import {
  ask,
  EventStreamReader,
  jsonHeaders,
  post,
  ProtocolSocket,
  type WireAnswer,
} from '../../support/client/wire.js';
import { documentOf } from './graph-calls.js';
import type { RootField } from './graph-slots.js';
import type { Tenant } from './stage.js';
import type { Variables } from './variables.js';

/** What came back, whole, but for what differs between any two requests. */
export interface Seen {
  /** Status, headers and bytes; messages on a WebSocket. */
  readonly all: string;
  readonly codes: readonly string[];
}

/** A way to ask for a field, to the end of what comes back. */
export type Way = (tenant: Tenant, field: RootField, variables: Variables) => Promise<Seen>;

const http: Way = async ({ url, key }, field, variables) =>
  seenAnswer(await ask(url, key, { query: documentOf(field), variables }));

const eventStream: Way = async ({ url, key }, field, variables) => {
  const body = JSON.stringify({ query: documentOf(field), variables });
  return seenAnswer(await post(url, body, { ...jsonHeaders(key), accept: 'text/event-stream' }));
};

const webSocket: Way = async ({ url, key }, field, variables) => {
  const socket = await ProtocolSocket.connect(url, key);
  try {
    socket.send({ id: '1', type: 'subscribe', payload: { query: documentOf(field), variables } });
    const messages: string[] = [];
    for (;;) {
      const message = await socket.next();
      messages.push(JSON.stringify(message));
      if (message.type !== 'next') return seen(messages.join('\n'));
    }
  } finally {
    socket.close();
  }
};

export function waysTo({ root }: RootField): Readonly<Record<string, Way>> {
  return root === 'Subscription' ? { webSocket, eventStream } : { http };
}

/** What a subscription tells first, over a WebSocket and by server-sent events. */
export async function firstEvents(
  { url, key }: Tenant,
  field: RootField,
  variables: Variables,
): Promise<unknown[]> {
  const request = { query: documentOf(field), variables };
  const reader = await EventStreamReader.open(url, key, request);
  const socket = await ProtocolSocket.connect(url, key);
  try {
    socket.send({ id: '1', type: 'subscribe', payload: request });
    return [(await reader.next())?.data, (await socket.next()).payload];
  } finally {
    reader.close();
    socket.close();
  }
}

const VARYING_HEADERS: ReadonlySet<string> = new Set(['x-request-id', 'date', ...COUNTED_HEADERS]);

function seenAnswer({ status, headers, text }: WireAnswer): Seen {
  const told = [...headers].filter(([name]) => !VARYING_HEADERS.has(name));
  return seen([String(status), ...told.map((header) => header.join(': ')), text].join('\n'));
}

function seen(text: string): Seen {
  const codes = [...text.matchAll(/"code":"(\w+)"/g)].map(([, code = '']) => code);
  return { all: withoutCost(text.replace(/("requestId":")[^"]*"/g, '$1…"')), codes };
}
