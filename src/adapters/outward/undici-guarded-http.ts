import { lookup as resolveName, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP } from 'node:net';
import { Agent, buildConnector, type Dispatcher } from 'undici';
import { isLoopbackAddress, isPublicAddress } from '../../domain/special-addresses.js';
import type {
  GuardedAnswer,
  GuardedFailure,
  GuardedHttp,
  GuardedRequest,
} from '../../ports/outward/guarded-http.js';

/** Connections to one origin. */
const CONNECTIONS_MAX = 32;

/** Origins to which connections are kept at once. */
const ORIGINS_MAX = 1_000;

/** 4 s: how long a connection is kept that nothing uses. Its address was checked when it was made. */
const KEPT_MS = 4_000;

/** 10 s: a request that was given up leaves its connection to this. */
const CONNECT_TIMEOUT_MS = 10_000;

/** Bytes of the head of an answer. */
const HEAD_BYTES_MAX = 8_192;

/** Resolves a name to all its addresses, as Node does. */
export type ResolveAll = (
  hostname: string,
  options: LookupOptions & { readonly all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export interface GuardedHttpOptions {
  /** Lets it reach this machine's loopback interface, by http too. */
  readonly mayReachLoopback: boolean;
  /** PEM. Without it the authorities of Node. */
  readonly ca?: string | undefined;
  readonly resolve?: ResolveAll;
}

/** An address, or one of several that a name has, is none that may be reached. */
class RefusedAddress extends Error {
  readonly code = 'ADDRESS_REFUSED';
}

/**
 * HTTP to addresses that tenants name. The socket gets the very addresses that were checked, so a name
 * that resolves otherwise the next time changes nothing. It goes through no proxy: a proxy would
 * resolve the name for itself.
 */
export class UndiciGuardedHttp implements GuardedHttp {
  readonly #mayReachLoopback: boolean;
  readonly #resolve: ResolveAll;
  readonly #agent: Agent;

  constructor({ mayReachLoopback, ca, resolve = resolveName }: GuardedHttpOptions) {
    this.#mayReachLoopback = mayReachLoopback;
    this.#resolve = resolve;
    this.#agent = new Agent({
      connect: this.#connector(ca),
      connections: CONNECTIONS_MAX,
      maxOrigins: ORIGINS_MAX,
      pipelining: 1,
      keepAliveTimeout: KEPT_MS,
      keepAliveMaxTimeout: KEPT_MS,
      maxHeaderSize: HEAD_BYTES_MAX,
      // The deadline of the request is one for all of it.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  }

  async post(request: GuardedRequest): Promise<GuardedAnswer> {
    const url = new URL(request.url);
    const isRefused = url.protocol !== 'https:' && !this.#mayReachLoopback;
    if (isRefused) return { kind: 'failed', failure: 'ADDRESS_REFUSED' };
    const signal = AbortSignal.timeout(request.deadlineMs);
    try {
      const { origin, pathname, search } = url;
      const answer = await this.#agent.request({
        ...{ origin, path: pathname + search, method: 'POST', signal },
        headers: { ...request.headers },
        body: request.body,
      });
      const body = await beginningOf(answer.body, request.answerBytesMax);
      const { statusCode: status, headers } = answer;
      return { kind: 'answered', status, retryAfter: oneOf(headers['retry-after']), body };
    } catch (error) {
      return { kind: 'failed', failure: signal.aborted ? 'TIMEOUT' : failureOf(error) };
    }
  }

  /** Ends all connections. */
  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  /** An address that stands in the URL itself is never looked up: it is checked here. */
  #connector(ca: string | undefined): buildConnector.connector {
    const connect = buildConnector({
      timeout: CONNECT_TIMEOUT_MS,
      rejectUnauthorized: true,
      minVersion: 'TLSv1.2',
      autoSelectFamily: true,
      ...(ca !== undefined && { ca }),
      lookup: (hostname, options, callback) => {
        this.#lookUp(hostname, options, callback);
      },
    });
    return (options, callback) => {
      const host = options.hostname.replace(/^\[(.*)\]$/, '$1');
      if (isIP(host) !== 0 && !this.#mayReach(host, options.protocol)) {
        callback(new RefusedAddress(), null);
        return;
      }
      connect(options, callback);
    };
  }

  #lookUp(
    hostname: string,
    options: LookupOptions,
    callback: (
      error: NodeJS.ErrnoException | null,
      found: LookupAddress[] | string,
      family?: number,
    ) => void,
  ): void {
    this.#resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = error === null ? addresses : [];
      if (first === undefined) {
        callback(error ?? Object.assign(new Error('No address'), { code: 'ENOTFOUND' }), []);
      } else if (!addresses.every(({ address }) => this.#mayReach(address))) {
        callback(new RefusedAddress(), []);
      } else if (options.all === true) {
        callback(null, addresses);
      } else {
        callback(null, first.address, first.family);
      }
    });
  }

  #mayReach(address: string, protocol = 'https:'): boolean {
    if (this.#mayReachLoopback && isLoopbackAddress(address)) return true;
    return protocol === 'https:' && isPublicAddress(address);
  }
}

const FAILURES: Readonly<Record<string, GuardedFailure>> = {
  ADDRESS_REFUSED: 'ADDRESS_REFUSED',
  ENOTFOUND: 'NAME_NOT_FOUND',
  EAI_AGAIN: 'NAME_NOT_FOUND',
  ENODATA: 'NAME_NOT_FOUND',
  ECONNREFUSED: 'CONNECTION_FAILED',
  EHOSTUNREACH: 'CONNECTION_FAILED',
  ENETUNREACH: 'CONNECTION_FAILED',
  ETIMEDOUT: 'CONNECTION_FAILED',
  UND_ERR_CONNECT_TIMEOUT: 'CONNECTION_FAILED',
  EPROTO: 'CERTIFICATE_REFUSED',
};

/** Codes of OpenSSL's and Node's own checks of a certificate. */
const CERTIFICATE = /CERT|^ERR_TLS|^ERR_SSL|SELF_SIGNED|UNABLE_TO_/;

function failureOf(error: unknown): GuardedFailure {
  const code = codeOf(error);
  const known = FAILURES[code];
  if (known !== undefined) return known;
  return CERTIFICATE.test(code) ? 'CERTIFICATE_REFUSED' : 'CONNECTION_LOST';
}

/** Node joins the errors of several addresses in one: the first tells. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

function oneOf(header: string | string[] | undefined): string | null {
  return (Array.isArray(header) ? header[0] : header) ?? null;
}

/** The status is what counts: a body that breaks off, or comes drop by drop, counts as far as it has come. */
async function beginningOf(
  body: Dispatcher.ResponseData['body'],
  bytesMax: number,
): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      chunks.push(chunk.subarray(0, bytesMax - bytes));
      bytes += chunk.length;
      // Leaving the loop destroys the body, and the connection with it where more would come.
      if (bytes > bytesMax) break;
    }
  } catch {
    // What has come is kept.
  }
  return Buffer.concat(chunks).toString();
}
