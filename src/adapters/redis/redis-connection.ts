import { isIP } from 'node:net';
import { Redis } from 'ioredis';
import { explainRedis } from './redis-start-errors.js';

/** 3 s: a start that cannot go on ends within 5 s. */
const CONNECT_TIMEOUT_MS = 3_000;

/** 4 s for what the connection asks by itself; requests wait less, see in-time.ts. */
const COMMAND_TIMEOUT_MS = 4_000;

/** Between two attempts to connect: from 50 ms on, doubled each time, at most 2 s. */
const RECONNECT_MS = 50;
const RECONNECT_MS_MAX = 2_000;

/** 10 s without a byte: the system then asks whether the peer is still there. */
const KEEP_ALIVE_MS = 10_000;

const PORT = 6_379;

/** Written at the start, so that a server that cannot be written to is found then. */
const PROBE_KEY = 'runway-gateway:probe';

/**
 * A connection that can be read and written. It comes back by itself; while it is away every command
 * fails at once, so that no request waits for it. Throws an error that names REDIS_URL and the cause.
 */
export async function openRedis(url: string): Promise<Redis> {
  const client = new Redis(optionsOf(url));
  let cause: unknown;
  client.on('error', (error) => {
    // Without a listener it would be printed. Commands that fail tell their callers.
    cause = error;
  });
  try {
    await client.connect();
    // ioredis goes on in database 0 where the server does not have the one that was named.
    await client.select(client.options.db ?? 0);
    await client.set(PROBE_KEY, 1, 'PX', COMMAND_TIMEOUT_MS);
    return client;
  } catch (error) {
    client.disconnect();
    throw explainRedis(cause ?? error, url);
  }
}

/** Taken apart here: ioredis would read any option out of the URL, TLS without verification too. */
function optionsOf(url: string) {
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  const tls = {
    rejectUnauthorized: true,
    ...(isIP(host) === 0 ? { servername: host } : {}),
  };
  return {
    host,
    port: port === '' ? PORT : Number(port),
    ...(username === '' ? {} : { username: decodeURIComponent(username) }),
    ...(password === '' ? {} : { password: decodeURIComponent(password) }),
    db: Number(pathname.slice(1)),
    ...(protocol === 'rediss:' ? { tls } : {}),
    lazyConnect: true,
    connectTimeout: CONNECT_TIMEOUT_MS,
    commandTimeout: COMMAND_TIMEOUT_MS,
    keepAlive: KEEP_ALIVE_MS,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    retryStrategy: (attempt: number) =>
      Math.min(RECONNECT_MS * 2 ** Math.min(attempt, 10), RECONNECT_MS_MAX),
  };
}
