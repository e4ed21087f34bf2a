import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';

const FOLDER = join(process.cwd(), 'test/browser/page');

/** What the server of a customer's page tells it. */
export interface PageSettings {
  readonly gatewayUrl: string;
  readonly subscriptions: 'ws' | 'sse';
}

/** A customer's web server: an origin of its own, a page, and a route that gives out tokens. */
export class PageServer {
  /** Set before a page is opened. */
  settings: PageSettings | undefined;
  issueToken: () => Promise<string> = () => Promise.reject(new Error('No token is given out'));
  tokens = 0;
  readonly #server: Server;

  private constructor(html: string, script: string) {
    this.#server = createServer((request, response) => {
      const { url = '' } = request;
      const files: Readonly<Record<string, readonly [type: string, text: string]>> = {
        '/': ['text/html', html],
        '/app.js': ['text/javascript', script],
        '/settings': ['application/json', JSON.stringify(this.settings)],
      };
      const file = files[url];
      if (file !== undefined) {
        response.setHeader('Content-Type', `${file[0]}; charset=utf-8`).end(file[1]);
      } else if (url === '/token') {
        this.tokens += 1;
        this.issueToken().then(
          (token) => response.end(token),
          () => response.writeHead(500).end(),
        );
      } else response.writeHead(404).end();
    });
  }

  static async start(): Promise<PageServer> {
    const bundled = await build({
      entryPoints: [join(FOLDER, 'app.mjs')],
      bundle: true,
      format: 'esm',
      target: 'es2022',
      write: false,
    });
    const html = await readFile(join(FOLDER, 'page.html'), 'utf8');
    const started = new PageServer(html, bundled.outputFiles[0]?.text ?? '');
    started.#server.listen(0, '127.0.0.1');
    await once(started.#server, 'listening');
    return started;
  }

  /** The origin of its pages: another host than the gateway's. */
  get origin(): string {
    return `http://localhost:${String((this.#server.address() as AddressInfo).port)}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
