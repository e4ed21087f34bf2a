import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Emulator } from '../../../src/emulator/server/start-emulator.js';

/** A Runway that knows its secrets: the emulator itself takes any. */
export interface GuardedRunway {
  readonly url: string;
  /** Which secrets are good now. */
  readonly good: Set<string>;
  /** Lines of requests that the gateway has cut off before their answer. */
  readonly cut: string[];
  /** What came, oldest first; `isGood` false was answered 401. */
  readonly calls: { readonly line: string; readonly secret: string; readonly isGood: boolean }[];
  close(): Promise<void>;
}

/** Before an emulator, which serves whatever comes with a good secret. */
export async function guardRunway(
  emulator: Emulator,
  good: readonly string[],
): Promise<GuardedRunway> {
  const known = new Set(good);
  const calls: GuardedRunway['calls'] = [];
  const cut: string[] = [];
  const server = createServer((request, response) => {
    const { method = '', url = '', headers } = request;
    const secret = (headers.authorization ?? '').replace('Bearer ', '');
    const isGood = known.has(secret);
    calls.push({ line: `${method} ${url}`, secret, isGood });
    if (!isGood) {
      request.resume();
      response.writeHead(401, { 'content-type': 'application/json' });
      response.end('{"error":"Invalid API key."}');
      return;
    }
    const passed = httpRequest(
      `${emulator.url}${url}`,
      { method, headers, agent: false },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    passed.on('error', () => response.destroy());
    request.pipe(passed);
    response.on('close', () => {
      if (response.writableFinished) return;
      cut.push(`${method} ${url}`);
      passed.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    good: known,
    cut,
    calls,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
