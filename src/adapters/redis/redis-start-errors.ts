/** An error that ends a start: its message names the setting to change, and holds no secret. */
class StartError extends Error {
  override readonly name = 'StartError';
}

type Explain = (at: string, told: string) => string;

const UNREACHABLE: Explain = (at) =>
  `${at} did not answer in time. Check host and port, and that no firewall is in between.`;

const NOT_REDIS: Explain = (at) =>
  `${at} ended the connection. Check that Redis listens there, and whether it wants TLS (rediss://).`;

/** By the code of an error of Node's. */
const BY_CODE: Readonly<Record<string, Explain>> = {
  ECONNREFUSED: (at) => `nothing listens on ${at}. Check host and port, and that Redis runs there.`,
  ENOTFOUND: (at) => `the host of ${at} is not known. Check its name.`,
  EAI_AGAIN: (at) => `the host of ${at} cannot be looked up. Check its name, and the DNS.`,
  EHOSTUNREACH: UNREACHABLE,
  ENETUNREACH: UNREACHABLE,
  ETIMEDOUT: UNREACHABLE,
  ECONNRESET: NOT_REDIS,
  EPIPE: NOT_REDIS,
};

/** By what the server, or the client library, says. Source: Redis 7.0, ioredis 6.0.0. */
const BY_MESSAGE: readonly (readonly [RegExp, Explain])[] = [
  [/^WRONGPASS|invalid (username-)?password/i, () => 'user or password is wrong.'],
  [/^NOAUTH/, () => 'the server wants a password.'],
  [
    /^NOPERM/,
    (_at, told) =>
      `the user lacks a permission (${told}). It needs read and write of keys, and scripting.`,
  ],
  [/^READONLY/, (at) => `the server at ${at} is a read-only replica. Name the primary.`],
  [/^OOM/, (at) => `the server at ${at} has no memory left (maxmemory).`],
  [/^MISCONF/, (at, told) => `the server at ${at} refuses writes (${told}).`],
  [/^LOADING/, (at) => `the server at ${at} is still loading its data.`],
  [/DB index is out of range/i, (at) => `the server at ${at} has no database of that number.`],
  [/Protocol error|RESP type|packet length|wrong version number/i, NOT_REDIS],
  [/timed? ?out/i, UNREACHABLE],
  [/Connection is closed|Connection ended|socket hang up/i, NOT_REDIS],
];

/** Node's codes for certificates that do not convince. */
const CERTIFICATE = /CERT|SELF_SIGNED|TLS|SSL|UNABLE_TO/;

/** The same error, told so that REDIS_URL can be put right. Its password is not told. */
export function explainRedis(error: unknown, url: string): Error {
  const { protocol, hostname, port, password } = new URL(url);
  const at = `${hostname}:${port === '' ? '6379' : port}`;
  const { code = '', message = String(error) } = error as { code?: string; message?: string };
  const explain = BY_CODE[code] ?? BY_MESSAGE.find(([pattern]) => pattern.test(message))?.[1];
  const untrusted = `the certificate of ${at} is not trusted (${code}). Name its authority in NODE_EXTRA_CA_CERTS.`;
  const text =
    explain?.(at, message) ??
    (CERTIFICATE.test(code) ? untrusted : `${at} cannot be used: ${message}`);
  const scrubbed = password === '' ? text : text.replaceAll(password, '…');
  const hint =
    explain === UNREACHABLE && protocol === 'rediss:'
      ? ' rediss:// wants TLS: redis:// is for a server without it.'
      : '';
  return new StartError(`REDIS_URL: ${scrubbed}${hint}`, { cause: error });
}
