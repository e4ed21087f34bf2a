import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import type { Clock } from '../../ports/clock.js';
import type { EventStreams } from '../streams/event-stream.js';
import type { OpenStreams } from '../streams/open-streams.js';
import type { WebSockets } from '../web-sockets/web-sockets.js';
import { acceptWaiting } from './accept-waiting.js';
import type { Connections } from './open-connections.js';

export interface StoppedServer {
  readonly server: Server;
  readonly connections: Connections;
  readonly streams: OpenStreams;
  readonly eventStreams: EventStreams;
  readonly webSockets: WebSockets;
  readonly clock: Clock;
  /** So long idle connections have, to read that they are to end; none, where all have been silent for `quietMs`. */
  readonly idleGraceMs: number;
  readonly quietMs: number;
}

/** Accepts nothing more, ends streams with a word, lets requests end, and cuts what is left then. */
export async function stopServer(parts: StoppedServer, graceMs: number): Promise<void> {
  const { server, connections, streams, eventStreams, webSockets, clock } = parts;
  const idleGraceMs = connections.silentMs >= parts.quietMs ? 0 : parts.idleGraceMs;
  connections.announceEnd();
  await acceptWaiting(server);
  const closed = new Promise<void>((resolve) => {
    // Not HTTP's own: that one also ends idle connections, without a word to their clients.
    NetServer.prototype.close.call(server, () => {
      resolve();
    });
  });
  // Also on those that were accepted just now.
  connections.announceEnd();
  const done = new AbortController();
  const deadline = clock.sleep(graceMs, done.signal);
  await Promise.all([streams.stop(), eventStreams.stop(), webSockets.stop()]);
  if (idleGraceMs > 0) {
    await Promise.race([closed, clock.sleep(idleGraceMs, done.signal), deadline]);
  }
  connections.endWhenIdle();
  // It listens no more; this ends the timer by which Node checks connections.
  server.close();
  await Promise.race([closed, deadline]);
  done.abort();
  webSockets.cut();
  server.closeAllConnections();
  await closed;
}
