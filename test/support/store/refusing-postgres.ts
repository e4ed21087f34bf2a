import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** What a client sends first when it wants TLS. Source: PostgreSQL 15 documentation, 55.7. */
const SSL_REQUEST = 80_877_103;

export interface RefusingPostgres {
  readonly port: number;
  close(): Promise<void>;
}

/** A server that speaks no TLS and answers every start-up as `answer` says; null: not at all. */
export async function startRefusingPostgres(answer: Buffer | null): Promise<RefusingPostgres> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    socket.on('data', (bytes: Buffer) => {
      if (bytes.length >= 8 && bytes.readInt32BE(4) === SSL_REQUEST) socket.write('N');
      else if (answer !== null) socket.end(answer);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** An ErrorResponse. */
export function refusal(code: string, message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`, 'utf8');
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}
