import type { IncomingMessage } from 'node:http';
import type { Clock } from '../server/emulator-clock.js';

/** One request as the emulator saw it, control calls excepted. */
export interface RecordedRequest {
  /** ISO 8601, on the emulator's clock. */
  readonly at: string;
  readonly method: string;
  /** Without its query. */
  readonly path: string;
  /** Present only where there was one; a URL's signature is masked. */
  readonly query?: Readonly<Record<string, string>>;
  /** Names in lower case; secrets are masked. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON as it was parsed, or text; `{ omitted, bytes }` for a large one; null for none. */
  body: unknown;
  /** What was answered; null while it is open, and when the connection was cut instead. */
  status: number | null;
  /** The place in the settings of the organisation whose secret it came with, if it is one of them. */
  organization?: number;
  /** The fault that struck it. */
  fault?: string;
}

const REQUESTS_MAX = 10_000;
/** A larger body is recorded by its size alone. */
const BODY_BYTES_MAX = 262_144;
/** Of all recorded bodies together. */
const TOTAL_BYTES_MAX = 67_108_864;

const SECRET_HEADERS = new Set(['authorization', 'proxy-authorization', 'cookie', 'x-api-key']);

/** The last requests, oldest first. */
export class RequestLog {
  #entries: { readonly request: RecordedRequest; bytes: number }[] = [];
  #totalBytes = 0;

  constructor(private readonly clock: Clock) {}

  list(): RecordedRequest[] {
    return this.#entries.map(({ request }) => request);
  }

  clear(): void {
    this.#entries = [];
    this.#totalBytes = 0;
  }

  /** Records a request whose body has not been read yet. */
  begin(incoming: IncomingMessage, url: URL): RecordedRequest {
    const query = Object.fromEntries(url.searchParams);
    if ('_jwt' in query) query['_jwt'] = '***';
    const request: RecordedRequest = {
      at: this.clock.now().toISOString(),
      method: incoming.method ?? '',
      path: url.pathname,
      ...(url.search === '' ? {} : { query }),
      headers: maskedHeaders(incoming),
      body: null,
      status: null,
    };
    this.#entries.push({ request, bytes: 0 });
    this.#trim();
    return request;
  }

  recordBody(request: RecordedRequest, body: Buffer): void {
    if (body.length === 0) return;
    if (body.length > BODY_BYTES_MAX) {
      request.body = { omitted: true, bytes: body.length };
      return;
    }
    request.body = parsedOrText(body);
    const entry = this.#entries.findLast((one) => one.request === request);
    if (!entry) return;
    entry.bytes = body.length;
    this.#totalBytes += body.length;
    this.#trim();
  }

  #trim(): void {
    while (this.#entries.length > REQUESTS_MAX || this.#totalBytes > TOTAL_BYTES_MAX) {
      const oldest = this.#entries.shift();
      if (!oldest) return;
      this.#totalBytes -= oldest.bytes;
    }
  }
}

function maskedHeaders(incoming: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    const text = Array.isArray(value) ? value.join(', ') : (value ?? '');
    headers[name] = SECRET_HEADERS.has(name) ? mask(text) : text;
  }
  return headers;
}

/** Keeps the scheme, so that one sees how a caller authenticated. */
function mask(text: string): string {
  const [scheme, secret] = text.split(' ', 2);
  return secret === undefined ? '***' : `${scheme ?? ''} ***`;
}

function parsedOrText(body: Buffer): unknown {
  const text = body.toString('utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
