import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** A connection on which any bytes can be sent, and the answers that come back on it. */
export class RawConnection {
  /** Why it broke; undefined while it has not, or when it has ended in order. */
  error: Error | undefined;
  #received = Buffer.alloc(0);
  #hasEnded = false;
  #wake: () => void = () => undefined;

  private constructor(readonly socket: Socket) {
    socket.on('data', (bytes) => {
      this.#received = Buffer.concat([this.#received, bytes]);
      this.#wake();
    });
    socket.on('error', (error) => {
      this.error = error;
    });
    for (const event of ['end', 'close']) {
      socket.on(event, () => {
        this.#hasEnded = true;
        this.#wake();
      });
    }
  }

  static async open(url: string): Promise<RawConnection> {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    await once(socket, 'connect');
    return new RawConnection(socket);
  }

  /** Resolves when the system has taken it. */
  async send(text: string): Promise<void> {
    await new Promise<void>((resolve) => {
      this.socket.write(text, () => {
        resolve();
      });
    });
  }

  /** The next whole answer; undefined when the connection ends without one. */
  async next(): Promise<RawAnswer | undefined> {
    for (;;) {
      const answer = this.#take();
      if (answer !== undefined || this.#hasEnded) return answer;
      await this.#more();
    }
  }

  /** Resolves when the server has ended the connection. */
  async ended(): Promise<void> {
    while (!this.#hasEnded) await this.#more();
  }

  close(): void {
    this.socket.destroy();
  }

  /** Ends it as a crashed client's system does. */
  reset(): void {
    this.socket.resetAndDestroy();
  }

  async #more(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
  }

  #take(): RawAnswer | undefined {
    const end = this.#received.indexOf('\r\n\r\n');
    if (end === -1) return undefined;
    const [first = '', ...lines] = this.#received.subarray(0, end).toString('utf8').split('\r\n');
    const headers = Object.fromEntries(
      lines.map((line) => {
        const [name = '', ...value] = line.split(': ');
        return [name.toLowerCase(), value.join(': ')] as const;
      }),
    );
    const status = Number(first.split(' ')[1]);
    const length = status < 200 ? 0 : Number(headers['content-length'] ?? 0);
    const start = end + 4;
    if (this.#received.length < start + length) return undefined;
    const text = this.#received.subarray(start, start + length).toString('utf8');
    this.#received = this.#received.subarray(start + length);
    return { status, headers, text };
  }
}

/** The head of a POST to /graphql. `length` null: chunked. */
export function postHead(
  length: number | null,
  headers: Readonly<Record<string, string>> = {},
  path = '/graphql',
): string {
  const all = {
    Host: 'gateway',
    'Content-Type': 'application/json',
    ...(length === null
      ? { 'Transfer-Encoding': 'chunked' }
      : { 'Content-Length': String(length) }),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n`;
}

/** `{"errors":[{"extensions":{"code"}}]}` → the codes. */
export function codesOf(answer: RawAnswer | undefined): readonly string[] {
  const { errors } = JSON.parse(answer?.text ?? '{}') as {
    readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
  };
  return (errors ?? []).map(({ extensions }) => extensions.code);
}
