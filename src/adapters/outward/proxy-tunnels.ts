import { Pool, type Dispatcher } from 'undici';
import { ProxyError } from './proxy-errors.js';

/** Told how each attempt to open a tunnel to `host:port` ended. The code of a ProxyError; null: it is open. */
export type OnTunnel = (target: string, code: string | null) => void;

const ignore = (): undefined => undefined;

/**
 * The connections to a proxy. Within `timeoutMs` a tunnel is open, or `connect` throws a ProxyError.
 * Undici by itself waits for the answer of the proxy without end, and tells its status in a text alone.
 */
export function proxyTunnels(
  proxy: URL,
  options: Pool.Options,
  { timeoutMs, onTunnel }: { readonly timeoutMs: number; readonly onTunnel: OnTunnel },
): Dispatcher {
  const pool = new Pool(proxy.origin, options);
  const open: (asked: Dispatcher.ConnectOptions) => Promise<Dispatcher.ConnectData> =
    pool.connect.bind(pool);
  const connect = async (asked: Dispatcher.ConnectOptions): Promise<Dispatcher.ConnectData> => {
    const fail = (code: string, cause?: unknown): never => {
      onTunnel(asked.path, code);
      throw new ProxyError(asked.path, code, { cause });
    };
    const signal = AbortSignal.timeout(timeoutMs);
    const opened = await open({ ...asked, signal }).catch((error: unknown) =>
      fail(`PROXY_${codeOf(error)}`, error),
    );
    if (opened.statusCode !== 200) {
      opened.socket.on('error', ignore).destroy();
      fail(`PROXY_ANSWERED_${String(opened.statusCode)}`);
    }
    onTunnel(asked.path, null);
    return opened;
  };
  pool.connect = connect;
  return pool;
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'FAILED';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
