import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { refusal } from './refusing-postgres.js';
import type { Certificate } from '../client/self-signed.js';

/** What a client sends first when it wants TLS. Source: PostgreSQL 15 documentation, 55.7. */
const SSL_REQUEST = 80_877_103;

export interface TlsPostgres {
  readonly port: number;
  /** Start-up messages, which hold user and database, by what they came over. */
  readonly startups: ('tls' | 'plain')[];
  close(): Promise<void>;
}

/** A server that speaks TLS when it is asked to, and refuses every session. */
export async function startTlsPostgres({ cert, key }: Certificate): Promise<TlsPostgres> {
  const sockets = new Set<Socket>();
  const startups: ('tls' | 'plain')[] = [];
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    socket.once('data', (bytes: Buffer) => {
      if (bytes.readInt32BE(4) !== SSL_REQUEST) {
        startups.push('plain');
        socket.end(refusal('28000', 'plain'));
        return;
      }
      socket.write('S');
      const secure = new TLSSocket(socket, { isServer: true, cert, key });
      secure.on('error', () => undefined);
      secure.once('data', () => {
        startups.push('tls');
        secure.end(refusal('28000', 'over TLS'));
      });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    startups,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
