import { createHash, randomUUID } from 'node:crypto';
import { mkdir, realpath, rename, rm } from 'node:fs/promises';
import { createConnection, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Bytes that every system accepts for a socket's path: macOS allows 103, Linux 107. */
const SOCKET_PATH_BYTES_MAX = 100;

const ATTEMPTS_MAX = 5;

/** Held while this process owns a data directory. */
export interface DataDirLock {
  release(): Promise<void>;
}

/**
 * Makes `dataDir` and takes it for this process. The lock is a listening unix socket: the system
 * closes it however the process ends, so that a stale one refuses connections and is taken over,
 * where a pid file would have to guess. Throws an error that names the directory when another
 * process holds it.
 *
 * The socket is `<dataDir>/lock`. Where that path is too long for a socket it is
 * `<tmpdir>/runway-gateway-<hash of dataDir>.lock`; processes with different TMPDIRs then do not see
 * each other's lock.
 */
export async function lockDataDir(dataDir: string): Promise<DataDirLock> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const path = socketPath(await realpath(dataDir));
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    const server = await listen(path);
    if (server !== undefined) {
      return { release: () => close(server) };
    }
    if (await isAlive(path)) break;
    if (!(await removeStale(path))) break;
  }
  throw new Error(
    `DATA_DIR ${dataDir} is in use by another process. Stop that one, or set another DATA_DIR, or DATABASE_URL to share a Postgres.`,
  );
}

function socketPath(dataDir: string): string {
  const inside = join(dataDir, 'lock');
  if (Buffer.byteLength(inside) <= SOCKET_PATH_BYTES_MAX) return inside;
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  return join(tmpdir(), `runway-gateway-${hash}.lock`);
}

/** Undefined when the path is taken. */
function listen(path: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen(path, () => {
      server.unref();
      resolve(server);
    });
  });
}

function isAlive(path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') resolve(false);
      else reject(error);
    });
  });
}

/**
 * Moves the stale socket out of the way. False when it turns out to be another opener's fresh one,
 * which took the stale one over between our look and our move: it is put back.
 */
async function removeStale(path: string): Promise<boolean> {
  const aside = `${path}.${randomUUID().slice(0, 4)}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true;
    throw error;
  }
  if (await isAlive(aside)) {
    await rename(aside, path);
    return false;
  }
  await rm(aside, { force: true });
  return true;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}
