import type { ApolloServer } from '@apollo/server';
import type { Deadlines } from '../concurrency/deadlines.js';
import { replaceTls } from './connections/listener.js';
import type { Listening } from './connections/listening.js';
import { stopServer, type StoppedServer } from './connections/stop-server.js';
import type { TlsMaterial } from './connections/tls-server.js';
import type { ApolloContext } from './requests/apollo.js';
import type { OpenRequests } from './requests/open-requests.js';

export interface HttpServer {
  /** Resolves with the base URL, e.g. `http://127.0.0.1:4000`; port 0 takes any free one. */
  listen(port: number, host: string): Promise<string>;
  /**
   * Stops accepting, closes streams, and lets open requests end; what is left after `graceMs` is
   * cut. Idempotent.
   */
  stop(graceMs?: number): Promise<void>;
  /**
   * For connections from now on; those that are open go on. Throws, and changes nothing, when the
   * material does not serve, or the server speaks plain http.
   */
  replaceTls(material: TlsMaterial): void;
  /** What is open now. */
  readonly open: { readonly requests: number; readonly streams: number };
}

/** 25 s: with what follows it, a stop must end within 30 s. */
const STOP_GRACE_MS = 25_000;

interface ServerParts extends StoppedServer {
  readonly listening: Listening;
  readonly apollo: ApolloServer<ApolloContext>;
  readonly requests: OpenRequests;
  readonly deadlines: Deadlines;
}

/** The beginning and the end of a server whose parts are joined. */
export class ServerLife implements HttpServer {
  readonly #parts: ServerParts;
  #stopping: Promise<void> | undefined;

  constructor(parts: ServerParts) {
    this.#parts = parts;
  }

  get isStopping(): boolean {
    return this.#stopping !== undefined;
  }

  get open(): HttpServer['open'] {
    const { requests, streams } = this.#parts;
    return { requests: requests.count, streams: streams.count };
  }

  async listen(port: number, host: string): Promise<string> {
    const { listening, streams, eventStreams, webSockets } = this.#parts;
    const url = await listening.begin(port, host);
    for (const part of [streams, eventStreams, webSockets]) part.start();
    return url;
  }

  replaceTls(material: TlsMaterial): void {
    const { server, clock } = this.#parts;
    replaceTls(server, material, clock.now());
  }

  async stop(graceMs = STOP_GRACE_MS): Promise<void> {
    this.#stopping ??= this.#stop(graceMs);
    await this.#stopping;
  }

  async #stop(graceMs: number): Promise<void> {
    await stopServer(this.#parts, graceMs);
    this.#parts.deadlines.stop();
    await this.#parts.apollo.stop();
  }
}
