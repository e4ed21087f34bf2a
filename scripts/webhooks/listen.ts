import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { isLoopbackUrl } from '../../src/domain/webhooks/webhook-address.js';

const DOCUMENT = `subscription WebhookEvents($events: [WebhookEvent!]) {
  webhookEvents(events: $events) { id type body headers { name value } }
}`;

interface Delivery {
  readonly id: string;
  readonly type: string;
  readonly body: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
}

export interface ListenOptions {
  /** Of the gateway, without a path. */
  readonly url: string;
  readonly key: string;
  /** Where each is posted; undefined: nowhere. Only an address of this machine. */
  readonly forward: string | undefined;
  /** Names of `WebhookEvent`; undefined: outcomes. */
  readonly events: readonly string[] | undefined;
  readonly signal: AbortSignal;
  readonly print: (line: string) => void;
}

/** Prints what webhooks would get until `signal` aborts. Rejects when the stream ends badly. */
export async function listen(options: ListenOptions): Promise<void> {
  const { url, key, forward, events, signal, print } = options;
  if (forward !== undefined && !isLoopbackUrl(new URL(forward))) {
    throw new Error('--forward takes an address of this machine, e.g. http://127.0.0.1:3000/hook.');
  }
  const client = createClient({
    url: `${url.replace(/^http/, 'ws').replace(/\/$/, '')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${key}` },
  });
  const variables = events === undefined ? {} : { events };
  const stream = client.iterate<{ readonly webhookEvents: Delivery }>({
    query: DOCUMENT,
    variables,
  });
  signal.addEventListener('abort', () => {
    void stream.return?.();
  });
  print(`Listening at ${url}. Stop with Ctrl+C.`);
  try {
    for await (const { data, errors } of stream) {
      if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
      if (data == null) continue;
      const { webhookEvents: delivery } = data;
      print(`\n${delivery.type} ${delivery.id}`);
      for (const { name, value } of delivery.headers) print(`${name}: ${value}`);
      print(delivery.body);
      if (forward !== undefined) print(await posted(delivery, forward));
    }
  } finally {
    await client.dispose();
  }
}

async function posted({ body, headers }: Delivery, forward: string): Promise<string> {
  const named = Object.fromEntries(headers.map(({ name, value }) => [name, value]));
  try {
    const { status } = await fetch(forward, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...named },
      body,
      redirect: 'manual',
    });
    return `→ ${forward}: ${String(status)}`;
  } catch {
    return `→ ${forward}: no answer`;
  }
}
