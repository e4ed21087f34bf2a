import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Called for each connection: what listens to the bytes that the server sends on it. */
export type Tap = () => (bytes: Buffer) => void;

/**
 * A TCP line that leads to one server or another, byte by byte, and can be cut: how an outage at an
 * address that stays the same is made. What comes back can be listened to.
 */
export class Line {
  readonly #port: number;
  readonly #sockets = new Set<Socket>();
  readonly #tap: Tap | undefined;
  #server: Server | undefined;
  #to: string;

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
    for (const socket of this.#sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  }

  /** Connections stay open and pass nothing on any more, as when the machine at the far end is gone. */
  stall(): void {
    for (const socket of this.#sockets) socket.unpipe().pause();
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
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(one);
      one.on('error', () => other.resetAndDestroy());
      one.on('close', () => this.#sockets.delete(one));
      one.pipe(other);
    }
  }
}
