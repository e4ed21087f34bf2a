import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, realpath, rename, rm } from 'node:fs/promises';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** Bytes that every system accepts for a socket's path: macOS allows 103, Linux 107. */
const SOCKET_PATH_BYTES_MAX = 100;

/** Bytes of a claim's name: enough that no name is ever given twice. */
const ID_BYTES = 6;

/** Rivals give way or win at once; who meets so many in a row meets something else. */
const ATTEMPTS_MAX = 10;

/** 2 s for a rival to say what it is. One that is alive and silent counts as the owner. */
const ANSWER_MS_MAX = 2_000;

/**
 * What an owner says to a process that connects. A rival that gives way says nothing and hangs up.
 */
const OWNED = 'owned';

/** Held while this process owns a data directory. */
export interface DataDirLock {
  release(): Promise<void>;
}

/**
 * Makes `dataDir` and takes it for this process. Throws an error that names the directory when
 * another process holds it.
 *
 * A claim to it is a listening unix socket, because the system closes it however its process ends:
 * one that refuses connections is dead, where a pid file would have to guess. Claims have names of
 * their own, never used again, so that removing a dead one cannot hit a live one, however late the
 * remover is. A process that has put its claim there looks for others: of any two claims, the later
 * one's owner sees the other, so at most one process sees none and owns the directory. Who sees a
 * rival waits for it; the greater name gives way first, so that one of them wins.
 *
 * Claims are `<dataDir>/lock-<id>`. Where that path is too long for a socket they are
 * `<tmpdir>/runway-gateway-<hash of dataDir>-<id>`; processes with different TMPDIRs then do not
 * see each other's.
 */
export async function lockDataDir(dataDir: string): Promise<DataDirLock> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const prefix = claimPrefix(await realpath(dataDir));
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    const claim = await Claim.make(prefix);
    const verdict = await contend(claim, prefix).catch(async (error: unknown) => {
      await claim.withdraw();
      throw error;
    });
    if (verdict === 'won') return { release: () => claim.withdraw() };
    await claim.withdraw();
    if (verdict === 'lost') break;
  }
  throw new Error(
    `DATA_DIR ${dataDir} is in use by another process. Stop that one, or set another DATA_DIR, or DATABASE_URL to share a Postgres.`,
  );
}

/** The path of a claim without its id. */
function claimPrefix(dataDir: string): string {
  const inside = join(dataDir, 'lock-');
  const bytes = Buffer.byteLength(unpublished(inside + newId()));
  if (bytes <= SOCKET_PATH_BYTES_MAX) return inside;
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  return join(tmpdir(), `runway-gateway-${hash}-`);
}

function newId(): string {
  return randomBytes(ID_BYTES).toString('hex');
}

/** Where a socket is until it listens: no rival sees it there, or it would look dead. */
function unpublished(path: string): string {
  return join(dirname(path), `new-${basename(path)}`);
}

class Claim {
  readonly path: string;
  readonly #server: Server;
  readonly #asking = new Set<Socket>();
  #isOwner = false;

  private constructor(path: string) {
    this.path = path;
    this.#server = createServer((socket) => {
      socket.unref();
      this.#asking.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => this.#asking.delete(socket));
      if (this.#isOwner) socket.end(OWNED);
    });
  }

  /** Listens before it can be seen. */
  static async make(prefix: string): Promise<Claim> {
    const claim = new Claim(prefix + newId());
    const unseen = unpublished(claim.path);
    await new Promise<void>((resolve, reject) => {
      claim.#server.once('error', reject);
      claim.#server.listen(unseen, resolve);
    });
    claim.#server.unref();
    await rename(unseen, claim.path);
    return claim;
  }

  /** Tells all who ask, from now on, that there is an owner. */
  win(): void {
    this.#isOwner = true;
    for (const socket of this.#asking) socket.end(OWNED);
  }

  /** Idempotent. */
  async withdraw(): Promise<void> {
    await rm(this.path, { force: true });
    for (const socket of this.#asking) socket.destroy();
    await new Promise<void>((resolve) => {
      this.#server.close(() => {
        resolve();
      });
    });
  }
}

/** `again`: rivals were there and none has won. */
async function contend(claim: Claim, prefix: string): Promise<'won' | 'lost' | 'again'> {
  const names = await readdir(dirname(prefix));
  const paths = names
    .filter((name) => name.startsWith(basename(prefix)))
    .map((name) => join(dirname(prefix), name))
    .filter((path) => path !== claim.path);
  const asked = await Promise.all(paths.map(ask));
  const rivals = asked.filter((rival) => rival !== undefined);
  const givesWay = rivals.some(({ path }) => path < claim.path);
  if (givesWay) await claim.withdraw();
  const answers = await Promise.all(rivals.map(({ answer }) => answer));
  if (answers.includes('owner')) return 'lost';
  if (givesWay) return 'again';
  claim.win();
  return 'won';
}

/** A claim that is alive, and its outcome. */
interface Rival {
  readonly path: string;
  readonly answer: Promise<'owner' | 'gone'>;
}

/** Undefined when the claim is dead; then it is removed. */
async function ask(path: string): Promise<Rival | undefined> {
  const socket = createConnection(path);
  const answer = new Promise<'owner' | 'gone'>((resolve) => {
    socket.setTimeout(ANSWER_MS_MAX, () => {
      resolve('owner');
      socket.destroy();
    });
    socket.once('data', () => {
      resolve('owner');
      socket.destroy();
    });
    socket.once('close', () => {
      resolve('gone');
    });
  });
  const isAlive = await new Promise<boolean>((resolve, reject) => {
    socket.once('connect', () => {
      resolve(true);
    });
    // After `connect` it is only a rival that hung up, which `close` tells.
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') resolve(false);
      else reject(error);
    });
  });
  if (isAlive) return { path, answer };
  await rm(path, { force: true });
  return undefined;
}
