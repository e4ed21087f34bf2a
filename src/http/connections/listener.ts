import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';
import { createServer as createTlsServer, Server as TlsServer } from 'node:https';
import type { TLSSocket } from 'node:tls';
import type { Clock } from '../../ports/clock.js';
import { KEEP_ALIVE_MS, type HttpLimits } from '../http-limits.js';
import { assertUsable, secureContextOptions, type TlsMaterial } from './tls-server.js';
import type { MessageClasses } from './express-app.js';
import type { upgradesTo } from './upgrades.js';

/** Later than the deadlines of headers and body, so that those end a slow request. */
const REQUEST_MARGIN_MS = 5_000;

/** Node before 22.21 and 24.9 passes over the callback. */
type MessageOptions = MessageClasses & Omit<ReturnType<typeof upgradesTo>, 'IncomingMessage'>;

interface ListenerOptions {
  /** Undefined: plain http. */
  readonly tls: TlsMaterial | undefined;
  readonly limits: Pick<HttpLimits, 'headersTimeoutMs' | 'bodyTimeoutMs'>;
  readonly messages: MessageOptions;
  readonly clock: Clock;
}

/** The server of Node that listens, with or without TLS. Throws when the TLS material does not serve. */
export function makeListener(options: ListenerOptions, listener: RequestListener): Server {
  const { tls, clock, limits } = options;
  const http = httpOptions(options);
  if (tls === undefined) return createServer(http, listener);
  assertUsable(tls, clock.now());
  const server = createTlsServer(
    {
      ...http,
      ...secureContextOptions(tls),
      // What a client shows is judged with its request, which can then be told what is wrong.
      requestCert: tls.clientCa !== undefined,
      rejectUnauthorized: false,
      handshakeTimeout: limits.headersTimeoutMs,
    },
    listener,
  );
  // Node would have it answered in HTTP, which this client does not understand.
  server.removeAllListeners('tlsClientError');
  server.on('tlsClientError', (_error: Error, socket: TLSSocket) => {
    socket.destroy();
  });
  return server;
}

/** Throws, and changes nothing, when the material does not serve. */
export function replaceTls(server: Server, tls: TlsMaterial, now: Date): void {
  if (!(server instanceof TlsServer)) throw new Error('This server speaks plain http.');
  assertUsable(tls, now);
  server.setSecureContext(secureContextOptions(tls));
}

function httpOptions({ limits, messages }: ListenerOptions): ServerOptions {
  return {
    ...messages,
    // Node's own answer would be empty.
    requireHostHeader: false,
    headersTimeout: limits.headersTimeoutMs,
    // Bodies that are read have a deadline of their own; this one is for those that are refused.
    requestTimeout: limits.headersTimeoutMs + limits.bodyTimeoutMs + REQUEST_MARGIN_MS,
    connectionsCheckingInterval: Math.min(1_000, limits.headersTimeoutMs),
    keepAliveTimeout: KEEP_ALIVE_MS,
  };
}
