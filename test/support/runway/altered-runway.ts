import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Emulator } from '../../../src/emulator/server/start-emulator.js';

/** What an answer becomes; the same object where nothing is to change. */
export type Alter = (path: string, answer: Readonly<Record<string, unknown>>) => object;

/** A Runway that is ahead of the emulator: its answers to reads are altered on their way. */
export async function alterRunway(
  emulator: Emulator,
  alter: Alter,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = 'GET', url = '', headers } = request;
      const sent = {
        authorization: headers.authorization,
        'x-runway-version': headers['x-runway-version'],
      };
      void fetch(`${emulator.url}${url}`, {
        method,
        headers: { ...(sent as Record<string, string>), 'content-type': 'application/json' },
        ...(method !== 'GET' && { body: Buffer.concat(chunks) }),
      }).then(async (answer) => {
        const text = await answer.text();
        const isRead = method === 'GET' && answer.ok;
        response.writeHead(answer.status, { 'content-type': 'application/json' });
        response.end(
          isRead ? JSON.stringify(alter(url, JSON.parse(text) as Record<string, unknown>)) : text,
        );
      });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
