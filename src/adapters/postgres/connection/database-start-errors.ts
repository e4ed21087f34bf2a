import { targetOf, type PostgresAddress } from './connections.js';
import { refusedParameter, sharedSessions } from './pooler-words.js';

/** An error that ends a start: its message names the setting to change, and holds no secret. */
class StartError extends Error {
  override readonly name = 'StartError';
}

/** Where DATABASE_URL leads, as the driver reads it. */
interface Target {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  readonly schema: string;
}

type Explain = (target: Target, told: string) => string;

const at = ({ host, port }: Target): string => `${host}:${String(port)}`;

const UNREACHABLE: Explain = (target) =>
  `${at(target)} did not answer in time. Check host and port, and that no firewall is in between.`;

const NOT_POSTGRES: Explain = (target) =>
  `${at(target)} ended the connection. Check that Postgres listens there, and whether it wants TLS (sslmode).`;

const NO_PASSWORD: Explain = ({ user }) => `the server wants a password of user ${user}.`;

const NO_TLS: Explain = (target) =>
  `${at(target)} does not speak TLS. Set sslmode=disable, or turn TLS on in the server.`;

/** A statement that another connection has prepared in the same session, or that is gone with it. */
const SHARED_SESSIONS: Explain = (target) => sharedSessions(at(target));

/** By SQLSTATE, or by the code of an error of Node's. */
const BY_CODE: Readonly<Record<string, Explain>> = {
  ECONNREFUSED: (target) =>
    `nothing listens on ${at(target)}. Check host and port, and that Postgres runs there.`,
  ENOTFOUND: ({ host }) => `the host ${host} is not known. Check its name.`,
  EAI_AGAIN: ({ host }) => `the host ${host} cannot be looked up. Check its name, and the DNS.`,
  ENOENT: ({ host }) => `there is no socket of Postgres in ${host}.`,
  EHOSTUNREACH: UNREACHABLE,
  ENETUNREACH: UNREACHABLE,
  ETIMEDOUT: UNREACHABLE,
  ECONNRESET: NOT_POSTGRES,
  EPIPE: NOT_POSTGRES,
  '26000': SHARED_SESSIONS,
  '42P05': SHARED_SESSIONS,
  '28P01': ({ user }) => `user or password is wrong (user ${user}).`,
  '28000': ({ user, host }, told) =>
    `the server at ${host} does not let user ${user} in (${told}). Check the user, and pg_hba.conf.`,
  '3D000': ({ database, host }) => `the server at ${host} has no database ${database}.`,
  '42501': ({ user, schema }, told) =>
    `user ${user} may not make the tables (${told}). Grant it create on schema ${schema}, or set DATABASE_SCHEMA to one of its own.`,
  '25006': (target) =>
    `the database at ${at(target)} is read-only, as a stand-by is. Name the primary.`,
  '53100': (target) => `the disk of the server at ${at(target)} is full.`,
  '53300': (target) => `the server at ${at(target)} has no connection left. Raise max_connections.`,
  '57P03': (target, told) => `the server at ${at(target)} is not ready yet (${told}).`,
};

/** Kysely's, where the database has seen a migration that this program does not know. */
const CORRUPTED_MIGRATIONS = /corrupted migrations/;

/** Errors of the driver that have no code. Source: pg 8.23.1, lib/client.js and lib/connection.js. */
const BY_MESSAGE: readonly (readonly [RegExp, Explain])[] = [
  [/in statement pooling mode/, SHARED_SESSIONS],
  // Of PgBouncer, with 08P01.
  [/unsupported startup parameter/, (target, told) => refusedParameter(at(target), told)],
  [/timeout/i, UNREACHABLE],
  [/Connection terminated|Received unexpected|not support(ed)? message/, NOT_POSTGRES],
  [/does not support SSL/, NO_TLS],
  [/client password must be/, NO_PASSWORD],
  [
    CORRUPTED_MIGRATIONS,
    ({ database }) =>
      `the database ${database} was migrated by a newer version of the gateway, or by another program. Start that version, or name another database. To go back to this version, restore the dump of before the upgrade (docs/operating/upgrade.md).`,
  ],
];

/** Node's codes for certificates that do not convince. */
const CERTIFICATE = /CERT|SELF_SIGNED|TLS|SSL|UNABLE_TO/;

/** The same error, told so that DATABASE_URL can be put right. Its password is not told. */
export function explainPostgres(error: unknown, { url, schema }: PostgresAddress): Error {
  if (error instanceof StartError) return error;
  const told = causesOf(error).map(tellingOf);
  const target = readTarget(url, schema);
  const last = told.at(-1) ?? NOTHING_TOLD;
  if (typeof target === 'string') {
    return new StartError(`DATABASE_URL cannot be read: ${target}`, { cause: error });
  }
  // The outermost that is known: a time-out tells more than the end of the connection inside it.
  const [text = `the database could not be opened: ${last.message} ${last.code}`.trim()] =
    told.flatMap((one) => explanationOf(one, target) ?? []);
  return new StartError(`DATABASE_URL: ${withoutPassword(text, url)}`, { cause: error });
}

function explanationOf({ code, message }: Telling, target: Target): string | undefined {
  const explain = BY_CODE[code] ?? BY_MESSAGE.find(([pattern]) => pattern.test(message))?.[1];
  if (explain !== undefined) return explain(target, message);
  return CERTIFICATE.test(code)
    ? `the certificate of ${at(target)} is not trusted (${code}). Name its authority with sslrootcert.`
    : undefined;
}

/** For a database that can be reached and must not be used. */
export function unfitDatabase(text: string): Error {
  return new StartError(text);
}

const DATA_DIR_BY_CODE: Readonly<Record<string, string>> = {
  EACCES: 'may not be read or written by this user.',
  EPERM: 'may not be read or written by this user.',
  EROFS: 'is on a read-only file system.',
  EEXIST: 'is not a folder.',
  ENOTDIR: 'is not a folder.',
  ENOSPC: 'is on a disk that is full.',
  EDQUOT: 'is on a disk whose quota is used up.',
};

const NEWER_DATA_DIR =
  'was migrated by a newer version of the gateway. Start that version. To go back to this one, restore the dump of before the upgrade (docs/operating/upgrade.md).';

/** The same error, told so that DATA_DIR can be put right. */
export function explainDataDir(error: unknown, dataDir: string): Error {
  const { code, message } = tellingOf(causesOf(error).at(-1));
  if (message.includes('DATA_DIR') && error instanceof Error) return error;
  const told =
    DATA_DIR_BY_CODE[code] ??
    (CORRUPTED_MIGRATIONS.test(message) ? NEWER_DATA_DIR : undefined) ??
    `holds no database that this version can open (${message === '' ? 'PGlite failed' : message}). Restore it from a backup, or set another DATA_DIR.`;
  return new StartError(`DATA_DIR ${dataDir} ${told}`, { cause: error });
}

/** The error, what has caused it, and so on. */
function causesOf(error: unknown): readonly unknown[] {
  const causes = [error];
  let inner = error;
  while (inner instanceof Error && inner.cause !== undefined) {
    inner = inner.cause;
    causes.push(inner);
  }
  return causes;
}

interface Telling {
  /** Empty where there is none. */
  readonly code: string;
  readonly message: string;
}

const NOTHING_TOLD: Telling = { code: '', message: '' };

function tellingOf(error: unknown): Telling {
  if (typeof error !== 'object' || error === null) return NOTHING_TOLD;
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  return {
    code: typeof code === 'string' ? code : '',
    message: typeof message === 'string' ? message : '',
  };
}

/** Why the driver cannot read the URL, where it cannot. */
function readTarget(url: string, schema: string): Target | string {
  try {
    const { host, port, user = '', database = '' } = targetOf(url);
    return { host, port, user, database, schema };
  } catch (error) {
    return tellingOf(error).message;
  }
}

function withoutPassword(text: string, url: string): string {
  const { password } = targetOf(url);
  const written = URL.canParse(url) ? new URL(url).password : '';
  return [password, written]
    .filter((secret) => typeof secret === 'string' && secret !== '')
    .reduce((scrubbed: string, secret) => scrubbed.replaceAll(String(secret), '…'), text);
}
