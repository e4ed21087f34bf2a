import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { Certificate } from '../client/self-signed.js';

/** What the server does, byte by byte, so that no HTTP library corrects it. */
export interface Behaviour {
  /** On a new connection, before TLS. */
  readonly onConnect?: (socket: Socket) => void;
  /** When a request has come whole. */
  readonly onRequest?: (socket: Socket, request: ReceivedRequest) => void;
}

export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface FaultServer {
  readonly url: string;
  readonly requests: readonly ReceivedRequest[];
  readonly connectionCount: number;
  /** Resolves when the first request has come whole. */
  readonly requested: Promise<void>;
  close(): Promise<void>;
}

/** A server on a free port of 127.0.0.1 that misbehaves as told; with `tls` it speaks https. */
export async function startFaultServer(
  behaviour: Behaviour,
  tls?: Certificate,
): Promise<FaultServer> {
  const sockets = new Set<Socket>();
  const requests: ReceivedRequest[] = [];
  let onFirst = (): void => undefined;
  const requested = new Promise<void>((resolve) => {
    onFirst = resolve;
  });
  let connectionCount = 0;
  const server = createServer((socket) => {
    connectionCount += 1;
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    behaviour.onConnect?.(socket);
    if (behaviour.onRequest === undefined || socket.destroyed) return;
    const wire = tls === undefined ? socket : new TLSSocket(socket, { isServer: true, ...tls });
    wire.on('error', () => undefined);
    let received = '';
    wire.on('data', (chunk: Buffer) => {
      received += chunk.toString('latin1');
      const request = parse(received);
      if (request === undefined) return;
      received = '';
      requests.push(request);
      onFirst();
      behaviour.onRequest?.(wire, request);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${String(port)}`,
    requests,
    get connectionCount() {
      return connectionCount;
    },
    requested,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Undefined while the request is not whole. */
function parse(received: string): ReceivedRequest | undefined {
  const headEnd = received.indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;
  const [start = '', ...lines] = received.slice(0, headEnd).split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  const body = received.slice(headEnd + 4);
  if (body.length < Number(headers['content-length'] ?? 0)) return undefined;
  const [method = '', path = ''] = start.split(' ');
  return { method, path, headers, body: Buffer.from(body, 'latin1').toString('utf8') };
}

/** A whole HTTP answer as text. */
export function httpAnswer(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): string {
  const all = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${String(status)} Status`, ...lines, '', body].join('\r\n');
}

/** Answers every request so. */
export function answering(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Behaviour {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    onRequest: (socket) => {
      socket.write(httpAnswer(status, text, headers));
    },
  };
}
