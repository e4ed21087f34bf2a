import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const PAGE = '<!doctype html><div id="root"></div><script type="module" src="/main.js"></script>';

/** A customer's site: a page with one script, and a route that gives out tokens. */
export class CustomerSite {
  /** The page's script. */
  script = '';
  /** What `/token` answers. */
  token = '';
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      const files: Readonly<Record<string, readonly [type: string, text: string]>> = {
        '/': ['text/html', PAGE],
        '/main.js': ['text/javascript', this.script],
        '/token': ['text/plain', this.token],
      };
      const [type, text] = files[request.url ?? ''] ?? [];
      if (type === undefined) response.writeHead(404).end();
      else response.setHeader('Content-Type', type).end(text);
    });
  }

  static async start(): Promise<CustomerSite> {
    const site = new CustomerSite();
    site.#server.listen(0, '127.0.0.1');
    await once(site.#server, 'listening');
    return site;
  }

  get origin(): string {
    return `http://localhost:${String((this.#server.address() as AddressInfo).port)}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
