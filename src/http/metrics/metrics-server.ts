import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Logger } from '../../ports/logger.js';
import type { Scrape } from '../../ports/telemetry/metrics.js';
import { unawaited } from '../../concurrency/unawaited.js';
import { Listening } from '../connections/listening.js';

/** More than the Prometheus servers of one gateway. */
const CONNECTIONS_MAX = 32;

/** 10 s for the head of a request; there is no body to wait for. */
const REQUEST_TIMEOUT_MS = 10_000;

/** 8 kB of request headers. */
const HEADER_BYTES_MAX = 8_192;

const PATH = '/metrics';

const HEADERS = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** `GET /metrics` on a port of its own, and nothing else. It asks for no credential. */
export class MetricsServer {
  readonly #server: Server;
  readonly #log: Logger;
  readonly #scrape: () => Promise<Scrape>;

  constructor({ scrape, log }: { readonly scrape: () => Promise<Scrape>; readonly log: Logger }) {
    this.#scrape = scrape;
    this.#log = log;
    this.#server = createServer(
      {
        maxHeaderSize: HEADER_BYTES_MAX,
        headersTimeout: REQUEST_TIMEOUT_MS,
        requestTimeout: REQUEST_TIMEOUT_MS,
      },
      (request, response) => {
        unawaited(this.#answer(request, response), { name: 'a scrape', log });
      },
    );
    this.#server.maxConnections = CONNECTIONS_MAX;
  }

  /** Resolves with the address of the metrics, e.g. `http://127.0.0.1:9464/metrics`. */
  async listen(port: number, host: string): Promise<string> {
    const listening = new Listening(this.#server, (error) => {
      this.#log.error({ error }, 'a connection for metrics could not be accepted');
    });
    return `${await listening.begin(port, host)}${PATH}`;
  }

  /** Cuts what is open: a scraper comes again. */
  async close(): Promise<void> {
    const server = this.#server;
    if (!server.listening) return;
    await new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
      server.closeAllConnections();
    });
  }

  async #answer({ url = '', method }: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path] = url.split('?');
    if (path !== PATH) end(response, 404, {});
    else if (method !== 'GET' && method !== 'HEAD') end(response, 405, { Allow: 'GET, HEAD' });
    else await this.#answerScrape(response);
  }

  async #answerScrape(response: ServerResponse): Promise<void> {
    try {
      const { contentType, text } = await this.#scrape();
      end(response, 200, { 'Content-Type': contentType }, text);
    } catch (error) {
      this.#log.error({ err: error }, 'metrics could not be served');
      end(response, 500, {});
    }
  }
}

/** A request with a body, which is not read, ends its connection. */
function end(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  text = '',
): void {
  if (!response.req.complete) response.shouldKeepAlive = false;
  response.writeHead(status, { ...HEADERS, ...headers });
  response.end(text);
}
