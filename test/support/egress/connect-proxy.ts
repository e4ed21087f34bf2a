import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { Certificate } from '../client/self-signed.js';

/** What the proxy does with a request for a tunnel. A number: it answers so, and opens none. */
export type ProxyConduct =
  | 'open'
  | number
  /** It never answers. */
  | 'silent'
  /** It ends, or resets, the connection instead of an answer. */
  | 'ends'
  | 'resets'
  /** It says that the tunnel is open, and ends it. */
  | 'endsTunnel'
  /** It says that the tunnel is open, and answers what comes through it by itself. */
  | { readonly answers: string };

export interface AskedTunnel {
  /** `host:port`. */
  readonly target: string;
  /** The header Proxy-Authorization. */
  readonly credential: string | undefined;
}

/**
 * A proxy on a free port of 127.0.0.1 that opens tunnels (CONNECT) and nothing else. It knows names that
 * no name service knows, so that a request that arrives has come through it.
 */
export class ConnectProxy {
  conduct: ProxyConduct = 'open';
  readonly tunnels: AskedTunnel[] = [];
  /** Resolves when the first tunnel is asked for. */
  readonly asked: Promise<void>;
  #onAsked: () => void = () => undefined;
  /** First lines of requests that were no CONNECT. */
  readonly others: string[] = [];
  /** Servers by name (`http://127.0.0.1:…`); others are taken at their own address. */
  readonly servers = new Map<string, string>();
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #tls: Certificate | undefined;

  private constructor(server: Server, tls: Certificate | undefined) {
    this.#server = server;
    this.#tls = tls;
    this.asked = new Promise((resolve) => {
      this.#onAsked = resolve;
    });
    server.on('connection', (raw: Socket) => {
      this.#keep(raw);
      const socket = tls === undefined ? raw : new TLSSocket(raw, { isServer: true, ...tls });
      this.#keep(socket);
      this.#serve(socket);
    });
  }

  static async start(tls?: Certificate): Promise<ConnectProxy> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new ConnectProxy(server, tls);
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `${this.#tls === undefined ? 'http' : 'https'}://127.0.0.1:${String(this.port)}`;
  }

  /** Resets all connections. */
  cut(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    if (!this.#server.listening) return;
    this.#server.close();
    await once(this.#server, 'close');
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => this.#sockets.delete(socket));
  }

  #serve(socket: Socket): void {
    let head = '';
    const read = (chunk: Buffer): void => {
      head += chunk.toString('latin1');
      if (!head.includes('\r\n\r\n')) return;
      socket.off('data', read).pause();
      this.#answer(socket, head);
    };
    socket.on('data', read);
  }

  #answer(socket: Socket, head: string): void {
    const [first = '', ...lines] = head.split('\r\n');
    const [method, target = ''] = first.split(' ');
    if (method !== 'CONNECT') {
      this.others.push(first);
      socket.end('HTTP/1.1 405 Method Not Allowed\r\ncontent-length: 0\r\n\r\n');
      return;
    }
    const credential = lines
      .map((line) => /^proxy-authorization: (.*)$/i.exec(line)?.[1])
      .find((value) => value !== undefined);
    this.tunnels.push({ target, credential });
    this.#onAsked();
    const { conduct } = this;
    if (typeof conduct === 'number') {
      socket.end(`HTTP/1.1 ${String(conduct)} No\r\ncontent-length: 3\r\n\r\nNo.`);
    } else if (conduct === 'ends') socket.end();
    else if (conduct === 'resets') socket.resetAndDestroy();
    else if (conduct !== 'silent') this.#open(socket, target, conduct);
  }

  #open(
    socket: Socket,
    target: string,
    conduct: 'open' | 'endsTunnel' | { readonly answers: string },
  ): void {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    if (conduct === 'endsTunnel') {
      socket.end();
      return;
    }
    if (typeof conduct === 'object') {
      socket.once('data', () => socket.end(conduct.answers)).resume();
      return;
    }
    const { hostname, port } = new URL(
      this.servers.get(target.split(':')[0] ?? '') ?? `http://${target}`,
    );
    const far = connect(Number(port), hostname);
    this.#keep(far);
    socket.on('close', () => far.destroy());
    far.on('close', () => socket.destroy());
    socket.pipe(far).pipe(socket);
  }
}
