// Guarantee: a key with allowed addresses works from them only, on every transport, and from
// elsewhere it is answered exactly as a wrong key is.
import { request as httpRequest } from 'node:http';
import { WebSocket } from 'ws';
import {
  CreateApiKeyDocument,
  UpdateApiKeyDocument,
  ViewerDocument,
} from '../../client/src/generated/graphql.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { codesOf } from '../support/client/tasks.js';
import { EventStreamReader, jsonHeaders, post, ProtocolSocket } from '../support/client/wire.js';

const WRONG_KEY = 'rgk_nobody_Abcdefghijklmnopqrstuvwx';
const STREAM = JSON.stringify({ query: 'subscription{tasksUpdated{cursor}}' });

describe('the allowed addresses of a key', () => {
  let clock: FakeClock;
  let gateway: TestGateway;

  beforeAll(async () => {
    clock = new FakeClock();
    gateway = await startGateway({ TRUSTED_PROXIES: '127.0.0.2' }, { clock });
  });

  afterAll(() => gateway.stop());

  async function aKey(...allowedAddresses: string[]): Promise<string> {
    const input = { scopes: ['TASK_READ' as const], allowedAddresses };
    return (await gateway.data(CreateApiKeyDocument, { input })).createApiKey.credential;
  }

  /** Codes of the answer to a request that comes from `localAddress`. */
  const askFrom = (localAddress: string, key: string, forwardedFor?: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const headers = {
        ...jsonHeaders(key),
        ...(forwardedFor !== undefined && { 'x-forwarded-for': forwardedFor }),
      };
      const options = { method: 'POST', localAddress, headers };
      const asking = httpRequest(`${gateway.url}/graphql`, options, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () => {
          const body = text.replace(/"requestId":"[^"]+"/, '"requestId":""');
          resolve({ status: response.statusCode, body });
        });
      });
      asking.on('error', reject);
      asking.end(JSON.stringify({ query: '{ viewer { subject } }' }));
    });

  it('let it in from these addresses, and from no others', async () => {
    const key = await aKey('127.0.0.0/30', '::1');
    expect(await askFrom('127.0.0.1', key)).toMatchObject({ status: 200 });
    expect(await askFrom('127.0.0.3', key)).toMatchObject({ status: 200 });
    const refused = await askFrom('127.0.0.4', key);
    expect(refused).toEqual(await askFrom('127.0.0.4', WRONG_KEY));
    expect(refused).toMatchObject({ status: 401 });
    const other = await aKey('192.0.2.1');
    expect(await askFrom('127.0.0.1', other)).toEqual(await askFrom('127.0.0.1', WRONG_KEY));
  });

  it('are compared with what a trusted proxy forwards, and with nothing that others say', async () => {
    const key = await aKey('203.0.113.0/24', '2001:db8::/32');
    for (const client of [
      '203.0.113.9',
      '::ffff:203.0.113.9',
      '2001:DB8:1::1',
      '9.9.9.9, 203.0.113.9',
    ]) {
      expect([client, await askFrom('127.0.0.2', key, client)]).toMatchObject([
        client,
        { status: 200 },
      ]);
      expect(await askFrom('127.0.0.1', key, client)).toMatchObject({ status: 401 });
    }
    for (const client of ['203.0.114.9', '203.0.113.9, 9.9.9.9', '2001:db9::1', 'nonsense', '']) {
      expect([client, await askFrom('127.0.0.2', key, client)]).toMatchObject([
        client,
        { status: 401 },
      ]);
    }
  });

  it('hold on WebSocket and server-sent events, with the close of a wrong key', async () => {
    const closeOf = async (key: string) => {
      const socket = await ProtocolSocket.open(gateway.url);
      socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${key}` } });
      return await socket.closed;
    };
    const elsewhere = await aKey('192.0.2.0/24');
    expect(await closeOf(elsewhere)).toEqual({ code: 4401, reason: 'UNAUTHENTICATED' });
    expect(await closeOf(elsewhere)).toEqual(await closeOf(WRONG_KEY));
    const headers = { ...jsonHeaders(elsewhere), accept: 'text/event-stream' };
    expect((await post(gateway.url, STREAM, headers)).status).toBe(401);
    const here = await aKey('127.0.0.1');
    (await ProtocolSocket.connect(gateway.url, here)).close();
    const raw = new WebSocket(
      `${gateway.url.replace('http', 'ws')}/graphql`,
      'graphql-transport-ws',
      {
        localAddress: '127.0.0.9',
      },
    );
    const socket = new ProtocolSocket(raw);
    await new Promise((resolve) => raw.once('open', resolve));
    socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${here}` } });
    expect((await socket.closed).code).toBe(4401);
  });

  it('T10: end open sockets and streams within 5 seconds when they change', async () => {
    const key = await aKey();
    const id = key.split('_')[1] ?? '';
    const socket = await ProtocolSocket.connect(gateway.url, key);
    const stream = await EventStreamReader.open(gateway.url, key, {
      query: 'subscription{tasksUpdated{cursor}}',
    });
    await gateway.data(UpdateApiKeyDocument, { id, input: { allowedAddresses: ['192.0.2.1'] } });
    expect(codesOf(await gateway.ask(ViewerDocument, {}, key))).toEqual(['UNAUTHENTICATED']);
    await clock.advance(5_000);
    expect((await socket.closed).code).toBe(4401);
    expect(JSON.stringify(await stream.next())).toContain('UNAUTHENTICATED');
    stream.close();
  });
});
