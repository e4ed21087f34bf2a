import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Duplex } from 'node:stream';
import type { Route } from '../../ports/outward/outward-http.js';

type Opened = (error: Error | null, socket: Duplex) => void;

/** An agent of Node's own HTTP client whose connections to the origin of `url` take a route. */
export function routedAgent(url: string, route: Route): HttpAgent {
  const { protocol, hostname, host, port } = new URL(url);
  const agent = new (protocol === 'https:' ? HttpsAgent : HttpAgent)({ keepAlive: true });
  agent.createConnection = (_options: unknown, opened?: Opened) => {
    route.connect({ protocol, hostname, host, port }, (error, socket) => {
      opened?.(error, socket as Duplex);
    });
    return undefined;
  };
  return agent;
}
