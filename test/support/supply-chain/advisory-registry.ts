import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** An advisory as a registry of npm answers it in bulk. */
export interface BulkAdvisory {
  readonly id: number;
  readonly url: string;
  readonly title: string;
  readonly severity: string;
  readonly vulnerable_versions: string;
}

/** A registry of npm that knows advisories, or, without any, has no such endpoint (405). */
export class AdvisoryRegistry {
  readonly #server: Server;
  readonly calls: string[] = [];

  private constructor(advisories: Readonly<Record<string, readonly BulkAdvisory[]>> | undefined) {
    this.#server = createServer((request, response) => {
      this.calls.push(`${request.method ?? ''} ${request.url ?? ''}`);
      const isAudit = request.method === 'POST';
      if (isAudit && advisories === undefined) {
        response.writeHead(405, { allow: 'GET,HEAD' }).end();
        return;
      }
      const name = decodeURIComponent((request.url ?? '/').slice(1));
      const answer = isAudit ? advisories : { name, 'dist-tags': {}, versions: {} };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    });
  }

  static async start(
    advisories?: Readonly<Record<string, readonly BulkAdvisory[]>>,
  ): Promise<AdvisoryRegistry> {
    const registry = new AdvisoryRegistry(advisories);
    registry.#server.listen(0, '127.0.0.1');
    await once(registry.#server, 'listening');
    return registry;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}/`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
