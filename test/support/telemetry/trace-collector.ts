import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
} from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { readSpans, type ReceivedSpan } from './otlp-spans.js';

export interface ReceivedBatch {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A collector of traces: it speaks OTLP over HTTP, in protobuf, and keeps what it is sent. */
export class TraceCollector {
  readonly spans: ReceivedSpan[] = [];
  readonly batches: ReceivedBatch[] = [];
  /** The status of the next answers; `hang`: there is none. */
  answer: number | 'hang' = 200;
  readonly #server: Server;
  readonly #waiting = new Set<() => void>();

  private constructor(server: Server) {
    this.#server = server;
    server.on('request', (request: IncomingMessage, response) => {
      void this.#receive(request).then(() => {
        if (this.answer !== 'hang') response.writeHead(this.answer).end();
      });
    });
  }

  static async start(): Promise<TraceCollector> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new TraceCollector(server);
  }

  /** For OTEL_EXPORTER_OTLP_ENDPOINT. */
  get url(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  /** Everything that it was sent, as text. */
  get text(): string {
    return this.batches.map(({ body }) => body.toString('latin1')).join('\n');
  }

  /** The spans, once there is one for which `isLast` holds. */
  async until(isLast: (span: ReceivedSpan) => boolean): Promise<readonly ReceivedSpan[]> {
    return await this.untilAll((spans) => spans.some(isLast));
  }

  async untilAll(
    areComplete: (spans: readonly ReceivedSpan[]) => boolean,
  ): Promise<readonly ReceivedSpan[]> {
    while (!areComplete(this.spans)) {
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
    return this.spans;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #receive(request: IncomingMessage): Promise<void> {
    const sent = await buffer(request);
    const body = request.headers['content-encoding'] === 'gzip' ? gunzipSync(sent) : sent;
    this.batches.push({ path: request.url ?? '', headers: request.headers, body });
    this.spans.push(...readSpans(body));
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }
}
