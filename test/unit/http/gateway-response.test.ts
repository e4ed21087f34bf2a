import { createServer, IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { gatewayResponse } from '../../../src/http/answers/gateway-response.js';
import { makeApp } from '../../../src/http/connections/express-app.js';

type Answer = (response: ServerResponse) => void;

async function headersOf(answer: Answer): Promise<Record<string, string>> {
  const { app, messages } = makeApp(IncomingMessage);
  app.use((_request, response) => {
    gatewayResponse(response).setUsual(['X-Frame-Options', 'DENY', 'Cache-Control', 'no-store']);
    gatewayResponse(response).addLine('RateLimit', 'one');
    gatewayResponse(response).addLine('RateLimit', 'two');
    answer(response);
  });
  const { headers } = await served(app, messages);
  return Object.fromEntries(headers);
}

async function served(
  app: Express,
  messages: ReturnType<typeof makeApp>['messages'],
): Promise<Response> {
  const server = createServer(messages, app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    return await fetch(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const USUAL = { 'x-frame-options': 'DENY', 'cache-control': 'no-store', ratelimit: 'one, two' };

describe('GatewayResponse', () => {
  it('has its usual headers, however its head is written', async () => {
    const ways: Answer[] = [
      (response) => response.end('{}'),
      (response) => response.writeHead(200, ['Content-Type', 'text/plain']).end('{}'),
      (response) => response.writeHead(200, { 'Content-Type': 'text/plain' }).end('{}'),
      (response) => response.writeHead(200, 'Fine', { 'Content-Type': 'text/plain' }).end('{}'),
      (response) => response.setHeader('Content-Type', 'text/plain').end('{}'),
      (response) => {
        response.flushHeaders();
        response.end('{}');
      },
    ];
    for (const way of ways) expect(await headersOf(way)).toMatchObject(USUAL);
  });

  it('leaves a usual header to a route that sets it', async () => {
    const headers = await headersOf((response) => {
      response.setHeader('Cache-Control', 'private').end('{}');
    });
    expect(headers).toMatchObject({ ...USUAL, 'cache-control': 'private' });
  });

  it('is of the class that express would make it, from its beginning', async () => {
    const { app, messages } = makeApp(IncomingMessage);
    app.use((request, response) => {
      const own = [Object.getPrototypeOf(request), Object.getPrototypeOf(response)] as unknown[];
      const made = [messages.IncomingMessage.prototype, messages.ServerResponse.prototype];
      response.json({ isMade: own.every((prototype, at) => prototype === made[at]) });
    });
    expect(await (await served(app, messages)).json()).toEqual({ isMade: true });
  });
});
