import type { Server } from 'node:http';
import { Server as TlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { isLoopback } from '../requests/request-admission.js';

/** Connections that the system holds until they are accepted. With Node's 511, those of a crowd wait seconds. */
const BACKLOG = 4_096;

/** Where a server listens. */
export class Listening {
  #address: string | undefined;

  constructor(
    private readonly server: Server,
    /** Of a connection that the system could not hand over. */
    private readonly onError: (error: Error) => void,
  ) {}

  /** Whether only this machine reaches it. False before it listens. */
  get isLoopback(): boolean {
    return this.#address !== undefined && isLoopback(this.#address);
  }

  /** Resolves with the base URL, e.g. `http://127.0.0.1:4000`; port 0 takes any free one. */
  async begin(port: number, host: string): Promise<string> {
    const { server } = this;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ port, host, backlog: BACKLOG }, () => {
        server.off('error', reject);
        // A connection that cannot be accepted must not end those that are open.
        server.on('error', this.onError);
        resolve();
      });
    });
    const { address, port: bound } = server.address() as AddressInfo;
    this.#address = address;
    const scheme = server instanceof TlsServer ? 'https' : 'http';
    return `${scheme}://${host.includes(':') ? `[${host}]` : host}:${String(bound)}`;
  }
}
