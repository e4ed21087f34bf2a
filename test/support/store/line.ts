import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Transform } from 'node:stream';

/** Called for each connection: what listens to the bytes that the server sends on it. */
export type Tap = () => (bytes: Buffer) => void;

interface Pair {
  /** To the client. */
  readonly near: Socket;
  /** To the server. */
  readonly far: Socket;
}

/**
 * A TCP line that leads to one server or another, byte by byte, and can be cut, delayed or closed in
 * one direction: how an outage at an address that stays the same is made. What comes back can be
 * listened to.
 */
export class Line {
  readonly #port: number;
  readonly #pairs = new Set<Pair>();
  readonly #tap: Tap | undefined;
  #server: Server | undefined;
  #to: string;
  #delayMs = 0;

  private constructor(port: number, server: Server, to: string, tap: Tap | undefined) {
    this.#port = port;
    this.#server = server;
    this.#to = to;
    this.#tap = tap;
    server.on('connection', (socket: Socket) => {
      this.#join(socket);
    });
  }

  /** On a free port of 127.0.0.1, to the server at `to` (http://…). */
  static async open(to: string, tap?: Tap): Promise<Line> {
    const server = createServer({ allowHalfOpen: true }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new Line((server.address() as AddressInfo).port, server, to, tap);
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.#port)}`;
  }

  /** New connections lead there. */
  leadTo(to: string): void {
    this.#to = to;
  }

  /** Ends all connections and refuses new ones. */
  async cut(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    this.#server = undefined;
    for (const { near, far } of this.#pairs) {
      near.destroy();
      far.destroy();
    }
    server.close();
    await once(server, 'close');
  }

  /** Connections stay open and pass nothing on any more, as when the machine at the far end is gone. */
  stall(): void {
    for (const { near, far } of this.#pairs) {
      near.unpipe().pause();
      far.unpipe().pause();
    }
  }

  /** What is sent from now on arrives so much later, in both directions; 0: at once. */
  delay(ms: number): void {
    this.#delayMs = ms;
  }

  /** Tells one end of each connection that nothing more comes; the other direction stays open. */
  halfClose(towards: 'client' | 'server'): void {
    for (const { near, far } of this.#pairs) (towards === 'client' ? near : far).end();
  }

  /** Takes connections again, at the same address. */
  async mend(): Promise<void> {
    if (this.#server !== undefined) return;
    const server = createServer({ allowHalfOpen: true }, (socket) => {
      this.#join(socket);
    }).listen(this.#port, '127.0.0.1');
    await once(server, 'listening');
    this.#server = server;
  }

  #join(near: Socket): void {
    const far = connect({
      host: '127.0.0.1',
      port: Number(new URL(this.#to).port),
      allowHalfOpen: true,
    });
    if (this.#tap !== undefined) far.on('data', this.#tap());
    const pair = { near, far };
    this.#pairs.add(pair);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => other.resetAndDestroy());
      one.on('close', () => {
        if (near.closed && far.closed) this.#pairs.delete(pair);
      });
      one
        .pipe(this.#lag())
        .on('error', () => other.destroy())
        .pipe(other);
    }
  }

  /** Passes bytes on in their order, each after the delay that held when it came. */
  #lag(): Transform {
    return new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        if (this.#delayMs === 0) done(null, chunk);
        else setTimeout(done, this.#delayMs, null, chunk);
      },
    });
  }
}
