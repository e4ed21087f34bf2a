import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

/** A delivery as it came. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** The parts of a payload that tests look at. */
export interface Payload {
  readonly version: number;
  readonly id: string;
  readonly type: string;
  readonly createdAt: string;
  readonly task: Readonly<Record<string, unknown>> | null;
}

/** Answers a delivery; without one it is 200. */
export type Respond = (response: ServerResponse, received: Received, number: number) => void;

export function answering(
  status: number,
  headers: Record<string, string> = {},
  body = '',
): Respond {
  return (response) => {
    response.writeHead(status, headers).end(body);
  };
}

/** A receiver of webhooks on this machine, which keeps what comes. */
export class Receiver {
  readonly received: Received[] = [];
  respond: Respond = answering(200);
  readonly #server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { url: path = '', headers } = request;
      const received = { path, headers, body: Buffer.concat(chunks).toString() };
      this.received.push(received);
      this.respond(response, received, this.received.length);
    });
  });

  static async start(port = 0): Promise<Receiver> {
    const receiver = new Receiver();
    receiver.#server.listen(port, '127.0.0.1');
    await once(receiver.#server, 'listening');
    return receiver;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${String(port)}/hook`;
  }

  /** Payloads in the order in which they came, those of one path alone where it is given. */
  payloads(path?: string): readonly Payload[] {
    return this.received
      .filter((one) => path === undefined || one.path === path)
      .map(({ body }) => JSON.parse(body) as Payload);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

/**
 * The payload, as a receiver verifies it that it came to at that time. Throws for what the secret did
 * not sign. The library asks the wall clock.
 */
export function verified(
  secret: string,
  { body, headers }: Pick<Received, 'body' | 'headers'>,
  at = new Date(Number(headers['webhook-timestamp']) * 1_000),
): unknown {
  const wallClock = jest.spyOn(Date, 'now').mockReturnValue(at.getTime());
  try {
    return new Webhook(secret).verify(body, headers as Record<string, string>);
  } finally {
    wallClock.mockRestore();
  }
}
