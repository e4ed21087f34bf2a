// Guarantee: a start whose REDIS_URL cannot be used says so, and why, within 5 s, and tells no
// password; TLS is verified wherever the URL asks for it.
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, Server as TlsServer } from 'node:tls';
import { openRedis } from '../../src/adapters/redis/redis-connection.js';
import { describeRedis } from '../support/store/redis.js';
import { selfSigned } from '../support/client/self-signed.js';
import { startGateway } from '../support/gateway/start-gateway.js';
import { waitedMs } from '../support/time/waited-ms.js';

const PASSWORD = 'hunter2';

async function refusalOf(url: string): Promise<string> {
  const error: unknown = await openRedis(url).then(
    (client) => {
      client.disconnect();
    },
    (reason: unknown) => reason,
  );
  if (!(error instanceof Error)) throw new Error('It has opened');
  expect(error.message).toMatch(/^REDIS_URL: /);
  expect(error.message).not.toContain(PASSWORD);
  return error.message;
}

/** Of a server in this process, or of none. */
async function messageOf(url: string): Promise<string> {
  let message = '';
  const ms = await waitedMs(async () => {
    message = await refusalOf(url);
  });
  expect(ms).toBeLessThan(5_000);
  return message;
}

describe('A start with a REDIS_URL', () => {
  let server: Server | undefined;
  const sockets = new Set<Socket>();

  /** Answers every command as `reply` says; undefined: not at all. */
  async function listen(made: Server, reply: string | undefined): Promise<string> {
    server = made;
    const onSocket = (socket: Socket): void => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('data', (data) => {
        const commands = data.toString().match(/\*\d+\r\n/g)?.length ?? 0;
        if (reply !== undefined) socket.write(`${reply}\r\n`.repeat(commands));
      });
    };
    made.on('connection', (socket: Socket) => sockets.add(socket));
    made.on(made instanceof TlsServer ? 'secureConnection' : 'connection', onSocket);
    made.listen(0, '127.0.0.1');
    await once(made, 'listening');
    return `127.0.0.1:${String((made.address() as AddressInfo).port)}`;
  }

  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
    if (server?.listening === true) {
      server.close();
      await once(server, 'close');
    }
    server = undefined;
  });

  it('to a port on which nothing listens ends, and names the address', async () => {
    const at = await listen(createServer(), undefined);
    server?.close();
    expect(await messageOf(`redis://:${PASSWORD}@${at}`)).toContain(`nothing listens on ${at}`);
  });

  it('to a host that is not known ends', async () => {
    expect(await messageOf('redis://redis.invalid')).toContain('redis.invalid:6379');
  });

  it.each([
    ['with the wrong password', '-WRONGPASS invalid username-password pair', /password is wrong/],
    ['without a password that is wanted', '-NOAUTH Authentication required.', /wants a password/],
    ['to a replica', "-READONLY You can't write against a read only replica.", /Name the primary/],
    [
      'to a server that is out of memory',
      "-OOM command not allowed when used memory > 'maxmemory'.",
      /no memory left/,
    ],
    ['to what is no Redis', 'HTTP/1.1 400 Bad Request', /Check that Redis listens there/],
  ])('%s ends, and says so', async (_what, reply, message) => {
    const at = await listen(createServer(), reply);
    expect(await messageOf(`redis://:${PASSWORD}@${at}`)).toMatch(message);
  });

  it('to a server that never answers ends', async () => {
    const at = await listen(createServer(), undefined);
    expect(await messageOf(`redis://${at}`)).toContain(`${at} `);
  });

  it('by rediss:// ends where the certificate is not that of a trusted authority', async () => {
    const { key, cert } = selfSigned('127.0.0.1');
    const at = await listen(createTlsServer({ key, cert }), '+OK');
    expect(await messageOf(`rediss://${at}`)).toMatch(/certificate of .* is not trusted/);
  });

  it('by rediss:// ends where the server does not speak TLS', async () => {
    const at = await listen(createServer(), '-ERR unknown command');
    expect(await messageOf(`rediss://${at}`)).toContain(at);
  });

  it('is refused as a whole', async () => {
    const at = await listen(createServer(), undefined);
    server?.close();
    await expect(startGateway({ REDIS_URL: `redis://${at}` })).rejects.toThrow(/^REDIS_URL: /);
  });
});

describeRedis('A start with a Redis', (get) => {
  it('ends where it does not have the database that is named', async () => {
    const url = new URL(get().url);
    url.pathname = '/9999';
    expect(await refusalOf(url.href)).toContain('no database of that number');
  });

  it('serves, and counts there', async () => {
    const { url, prefix, client } = get();
    const gateway = await startGateway({ REDIS_URL: url, REDIS_PREFIX: prefix });
    const { status } = await gateway.post({ query: '{ viewer { subject } }' });
    await gateway.stop();
    expect(status).toBe(200);
    const keys = (await client.keys(`${prefix}:*`)).map((key) => key.slice(prefix.length + 1));
    // A viewer's window may have ended.
    expect(keys.map((key) => key.split(':')[0])).toEqual(
      expect.arrayContaining(['address', 'reads', 'reads-points', 'wrong-credentials']),
    );
  });
});
