import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { WebSocket } from 'ws';
import type { InputIssue, RunwayReply } from '../../../src/errors.js';
import type { ErrorCode } from '../../../src/error-registry.js';

/** An error as it stands on the wire. */
export interface WireError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: {
    readonly code: ErrorCode;
    readonly requestId: string;
    readonly retryable: boolean;
    readonly issues?: readonly InputIssue[];
    readonly runway?: RunwayReply;
    readonly requiredScopes?: readonly string[];
  };
}

export interface WireAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors: readonly WireError[];
}

export interface Request {
  readonly query?: string;
  readonly documentId?: string;
  readonly operationName?: string;
  readonly variables?: object;
}

/** POST /graphql with exactly these headers and this body. */
export async function post(
  url: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>>,
): Promise<WireAnswer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : Buffer.from(body),
  });
  return await toAnswer(response);
}

/** The same for a subscription: of a stream that has opened, its first bytes, and it is left. */
export async function postStream(
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<WireAnswer> {
  const leaving = new AbortController();
  const { signal } = leaving;
  const response = await fetch(`${url}/graphql`, {
    ...{ method: 'POST', body, signal },
    headers: { ...headers, accept: 'text/event-stream' },
  });
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
  if (!isStream || response.body === null) return await toAnswer(response);
  const { value } = await response.body.getReader().read();
  leaving.abort();
  const text = Buffer.from(value ?? []).toString();
  const { status, headers: head } = response;
  return { status, headers: head, text, data: undefined, errors: [] };
}

async function toAnswer(response: Response): Promise<WireAnswer> {
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  const parsed = (isJson ? JSON.parse(text) : {}) as Partial<WireAnswer>;
  return {
    status: response.status,
    headers: response.headers,
    text,
    data: parsed.data,
    errors: parsed.errors ?? [],
  };
}

export function jsonHeaders(key: string): Record<string, string> {
  return { 'content-type': 'application/json', authorization: `Bearer ${key}` };
}

/** A well-formed request over HTTP. */
export async function ask(url: string, key: string, request: Request): Promise<WireAnswer> {
  return await post(url, JSON.stringify(request), jsonHeaders(key));
}

/** What the three transports say of one request: the errors, when nothing was executed. */
export type Ask = (url: string, key: string, request: Request) => Promise<readonly WireError[]>;

export const transports: Readonly<Record<'http' | 'webSocket' | 'eventStream', Ask>> = {
  http: async (url, key, request) => (await ask(url, key, request)).errors,
  webSocket: async (url, key, request) => {
    const socket = await ProtocolSocket.connect(url, key);
    try {
      socket.send({ id: '1', type: 'subscribe', payload: request });
      const { type, payload } = await socket.next();
      return type === 'error' ? (payload as readonly WireError[]) : [];
    } finally {
      socket.close();
    }
  },
  eventStream: async (url, key, request) => {
    const headers = { ...jsonHeaders(key), accept: 'text/event-stream' };
    return (await post(url, JSON.stringify(request), headers)).errors;
  },
};

export interface Message {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

/** A client of graphql-transport-ws that can also break its rules. No message is missed. */
export class ProtocolSocket {
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  readonly #messages: Message[] = [];
  #wake: () => void = () => undefined;
  #isClosed = false;

  constructor(readonly raw: WebSocket) {
    raw.on('message', (data: Buffer) => {
      this.#messages.push(JSON.parse(data.toString('utf8')) as Message);
      this.#wake();
    });
    raw.on('error', () => undefined);
    this.closed = new Promise((resolve) => {
      raw.on('close', (code, reason) => {
        this.#isClosed = true;
        resolve({ code, reason: reason.toString('utf8') });
        this.#wake();
      });
    });
  }

  static async open(url: string, protocol = 'graphql-transport-ws'): Promise<ProtocolSocket> {
    const raw = new WebSocket(`${url.replace('http', 'ws')}/graphql`, protocol);
    const socket = new ProtocolSocket(raw);
    await once(raw, 'open');
    return socket;
  }

  /** Opened and acknowledged. */
  static async connect(url: string, key: string): Promise<ProtocolSocket> {
    const socket = await ProtocolSocket.open(url);
    socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${key}` } });
    const { type } = await socket.next();
    if (type !== 'connection_ack') throw new Error(`Expected an acknowledgement, not ${type}`);
    return socket;
  }

  send(message: object): void {
    this.raw.send(JSON.stringify(message));
  }

  /** Messages that came and were not taken. */
  get waiting(): number {
    return this.#messages.length;
  }

  /** The next message; `{ type: 'closed' }` when the socket has closed. */
  async next(): Promise<Message> {
    for (;;) {
      const message = this.#messages.shift();
      if (message !== undefined) return message;
      if (this.#isClosed) return { type: 'closed' };
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  close(): void {
    this.raw.terminate();
  }
}

/** One subscription by server-sent events, event by event. */
export class EventStreamReader {
  #rest = '';

  private constructor(
    readonly status: number,
    private readonly chunks: ReadableStreamDefaultReader<Uint8Array>,
    private readonly abort: AbortController,
  ) {}

  static async open(url: string, key: string, request: Request): Promise<EventStreamReader> {
    const abort = new AbortController();
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { ...jsonHeaders(key), accept: 'text/event-stream' },
      body: JSON.stringify(request),
      signal: abort.signal,
    });
    if (response.body === null) throw new Error('no body');
    return new EventStreamReader(response.status, response.body.getReader(), abort);
  }

  /** The next event; undefined when the stream has ended without one. Comments are skipped. */
  async next(): Promise<{ readonly event: string; readonly data: unknown } | undefined> {
    for (;;) {
      const end = this.#rest.indexOf('\n\n');
      if (end === -1) {
        const { done, value } = await this.chunks.read();
        if (done) return undefined;
        this.#rest += Buffer.from(value).toString('utf8');
        continue;
      }
      const block = this.#rest.slice(0, end);
      this.#rest = this.#rest.slice(end + 2);
      const event = /^event: (.*)$/m.exec(block)?.[1];
      if (event === undefined) continue;
      const data = /^data: (.+)$/m.exec(block)?.[1];
      return { event, data: data === undefined ? undefined : (JSON.parse(data) as unknown) };
    }
  }

  close(): void {
    this.abort.abort();
  }
}

/** A request by any method, with any header and path, as fetch would not send it. */
export async function rawRequest(
  url: string,
  options: {
    readonly method: string;
    readonly path: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  },
): Promise<{ readonly status: number; readonly headers: Headers; readonly text: string }> {
  const { method, path, headers = {}, body } = options;
  const { hostname, port } = new URL(url);
  const request = httpRequest({ hostname, port, path, method, headers });
  request.end(body);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return {
    status: response.statusCode ?? 0,
    headers: new Headers(response.headers as Record<string, string>),
    text: Buffer.concat(chunks).toString('utf8'),
  };
}
