import type { Readable } from 'node:stream';
import type { OutwardHttp } from '../../ports/outward/outward-http.js';

/** 10 s until the head of an answer, and 30 s between two pieces of its body, in real time. */
const HEADERS_TIMEOUT_MS = 10_000;
const BODY_TIMEOUT_MS = 30_000;

/** A request as the AWS SDK hands it over. */
interface SdkRequest {
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number;
  readonly path: string;
  readonly method: string;
  readonly query?: Readonly<Record<string, string | readonly string[] | null>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | Readable;
}

/** The way out for the AWS SDK: that of the gateway, with its proxies. */
export class OutwardHandler {
  readonly metadata = { handlerProtocol: 'http/1.1' };
  readonly #outward: Pick<OutwardHttp, 'dispatcher'>;

  constructor(outward: Pick<OutwardHttp, 'dispatcher'>) {
    this.#outward = outward;
  }

  async handle(
    request: SdkRequest,
    { abortSignal }: { readonly abortSignal?: AbortSignal } = {},
  ): Promise<{
    response: { statusCode: number; headers: Record<string, string>; body: Readable };
  }> {
    const { protocol, hostname, port, method, body } = request;
    const {
      statusCode,
      headers,
      body: answer,
    } = await this.#outward.dispatcher.request({
      origin: `${protocol}//${hostname}${port === undefined ? '' : `:${String(port)}`}`,
      path: `${request.path}${queryOf(request)}`,
      method,
      headers: withoutHop(request.headers),
      ...(body !== undefined && { body }),
      headersTimeout: HEADERS_TIMEOUT_MS,
      bodyTimeout: BODY_TIMEOUT_MS,
      ...(abortSignal !== undefined && { signal: abortSignal }),
    });
    return { response: { statusCode, headers: flat(headers), body: answer } };
  }

  httpHandlerConfigs(): object {
    return {};
  }

  updateHttpClientConfig(): void {
    // Nothing of it can be changed.
  }

  destroy(): void {
    // The way out is closed with the gateway.
  }
}

function queryOf({ query = {} }: SdkRequest): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((each: string | null) =>
      each === null || each === '' ? `${encoded(name)}=` : `${encoded(name)}=${encoded(each)}`,
    ),
  );
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/** As signatures have it (RFC 3986). */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** undici writes these itself. */
function withoutHop(headers: Readonly<Record<string, string>>): Record<string, string> {
  const hop: ReadonlySet<string> = new Set(['connection', 'transfer-encoding', 'expect']);
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !hop.has(name.toLowerCase())),
  );
}

function flat(headers: Readonly<Record<string, string | string[] | undefined>>) {
  const pairs = Object.entries(headers).map(([name, value = '']): [string, string] => [
    name,
    Array.isArray(value) ? value.join(', ') : value,
  ]);
  return Object.fromEntries(pairs);
}
