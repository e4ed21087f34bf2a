import type { IncomingMessage } from 'node:http';
import type { Request } from 'express';
import { LRUCache } from 'lru-cache';
import { GatewayError } from '../../errors.js';
import type { Transport } from '../../policy/document/pick-operation.js';
import { badRequest } from './bad-request.js';

/** Names under which clients have put credentials into URLs, where logs and proxies keep them. */
const CREDENTIAL_PARAMETERS: ReadonlySet<string> = new Set([
  'access_token',
  'api_key',
  'apikey',
  'authorization',
  'key',
  'token',
]);

/** A key of this gateway, or a JWT. */
const CREDENTIAL = /^(?:Bearer\s+)?(?:rgk_|eyJ[\w-]+\.[\w-]+\.)/i;

/** Throws BAD_REQUEST when the URL carries a credential: it is refused even if it is a valid one. */
export function refuseCredentialInUrl(url: string): void {
  const at = url.indexOf('?');
  if (at === -1) return;
  for (const [name, value] of new URLSearchParams(url.slice(at))) {
    if (CREDENTIAL_PARAMETERS.has(name.toLowerCase()) || CREDENTIAL.test(value)) {
      throw badRequest('a credential in the URL');
    }
  }
}

/** Throws BAD_REQUEST when HTTP/1.1 is spoken without naming a host (RFC 9112, 3.2). */
export function requireHost({ headers, httpVersion }: IncomingMessage): void {
  if (headers.host === undefined && httpVersion === '1.1') {
    throw badRequest('no host');
  }
}

/**
 * Throws UNSUPPORTED_MEDIA_TYPE for anything but plain JSON in UTF-8. Simple requests of a browser
 * cannot have that type (cross-site request forgery), other encodings read differently to a firewall,
 * and a compressed body hides its size.
 */
export function checkMediaType({ headers }: IncomingMessage): void {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (!isJsonType(headers['content-type'] ?? '') || encoding.toLowerCase() !== 'identity') {
    throw new GatewayError('UNSUPPORTED_MEDIA_TYPE');
  }
}

/**
 * `application/json`, with `charset=utf-8` or nothing. Taken apart rather than matched: white space
 * that several parts of a pattern may take costs its square, and a header may have 16 kB of it.
 */
function isJsonType(text: string): boolean {
  if (text === 'application/json') return true;
  const [type, parameter = '', ...others] = text.toLowerCase().split(';').map(trimmed);
  const [name, value = '', ...more] = parameter.split('=').map(trimmed);
  const isUtf8 = name === 'charset' && /^(?:utf-8|"utf-8")$/.test(value) && more.length === 0;
  return type === 'application/json' && (parameter === '' || isUtf8) && others.join('') === '';
}

function trimmed(text: string): string {
  return text.trim();
}

/** What an answer that is no event stream can be written in. */
const JSON_TYPE = 'application/json';
const ANSWER_TYPES = [JSON_TYPE, 'application/graphql-response+json'];

const EVENT_STREAM = 'text/event-stream';

/** What an Accept header means. */
interface Accepted {
  /** How the client reads answers; undefined: in no way that is served. */
  readonly transport: Transport | undefined;
  /** What an answer that is no event stream is written in. */
  readonly answerType: string;
}

/** Of a client that names no types. */
const ANYTHING: Accepted = { transport: 'http', answerType: JSON_TYPE };

/** Few clients name many types, and one that names its own for each request gains nothing. */
const REMEMBERED_MAX = 100;
const REMEMBERED_LENGTH_MAX = 200;

const remembered = new LRUCache<string, Accepted>({ max: REMEMBERED_MAX });

function acceptedBy(request: Request): Accepted {
  const { accept } = request.headers;
  if (accept === undefined) return ANYTHING;
  const known = remembered.get(accept);
  if (known !== undefined) return known;
  const accepted = negotiated(request);
  if (accept.length <= REMEMBERED_LENGTH_MAX) remembered.set(accept, accepted);
  return accepted;
}

/** What an answer to this request is written in: JSON, unless the client prefers the other type. */
export function answerType(request: Request): string {
  return acceptedBy(request).answerType;
}

/**
 * How the client reads answers; undefined: in no way that is served. A stream is for a client that
 * names it: one that reads anything may wait for the end of its answer.
 */
export function acceptedTransport(request: Request): Transport | undefined {
  return acceptedBy(request).transport;
}

function negotiated(request: Request): Accepted {
  const readsStreams = request.accepts().includes(EVENT_STREAM);
  const type = request.accepts(ANSWER_TYPES);
  const withoutStream = type === false ? undefined : 'http';
  const withStream = type === false ? 'stream' : 'either';
  return {
    transport: readsStreams ? withStream : withoutStream,
    answerType: type === false ? JSON_TYPE : type,
  };
}

/**
 * Every value of one header, in the order in which they were sent. Node would take all headers of the
 * request apart for it.
 */
export function headerValues({ rawHeaders }: IncomingMessage, name: string): readonly string[] {
  const values: string[] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const own = rawHeaders[at] ?? '';
    if (own.length === name.length && own.toLowerCase() === name) {
      values.push(rawHeaders[at + 1] ?? '');
    }
  }
  return values;
}

/** One header's text; null when there is none, or several. */
export function headerText(request: IncomingMessage, name: string): string | null {
  const values = headerValues(request, name);
  return values.length === 1 ? (values[0] ?? null) : null;
}

/**
 * The header `Idempotency-Key`; null without it. Throws BAD_USER_INPUT when it stands there twice:
 * read as none, the request would be bought again with each retry.
 */
export function idempotencyKeyHeader(request: IncomingMessage): string | null {
  const keys = headerValues(request, 'idempotency-key');
  if (keys.length > 1) {
    const message = 'The Idempotency-Key header may stand in a request once only.';
    const issue = { path: 'idempotencyKey', rule: 'oneHeader', message };
    throw new GatewayError('BAD_USER_INPUT', { issues: [issue] });
  }
  return keys[0] ?? null;
}
