import type { Dispatcher } from 'undici';
import type {
  ByteRange,
  OutputSource,
  SourceAnswer,
  SourceBody,
  SuffixRange,
} from '../../ports/archive/output-source.js';
import type { OutwardHttp } from '../../ports/outward/outward-http.js';

/** 15 s until the first byte of an answer, and 30 s between two pieces of it, in real time. */
const HEADERS_TIMEOUT_MS = 15_000;
const BODY_TIMEOUT_MS = 30_000;

/** What storage says of an address that has ended, or of a file that is gone. */
const GONE: ReadonlySet<number> = new Set([401, 403, 404, 410]);

const CONTENT_RANGE = /^bytes (?:(\d+)-(\d+)|\*)\/(\d+|\*)$/;

/** Files over HTTP: https alone, no redirects, no retries. */
export class HttpOutputSource implements OutputSource {
  readonly #outward: Pick<OutwardHttp, 'dispatcher'>;
  readonly #standIn: string | undefined;

  /** `standIn`: the origin of an emulator, which may speak http. */
  constructor(outward: Pick<OutwardHttp, 'dispatcher'>, standIn: string | undefined) {
    this.#outward = outward;
    this.#standIn = standIn;
  }

  async open(url: string, options: Parameters<OutputSource['open']>[1]): Promise<SourceAnswer> {
    const { range, ifRange, signal } = options;
    if (!this.#isAllowed(url)) return { kind: 'away', detail: 'the address is not https' };
    const { origin, pathname, search } = new URL(url);
    try {
      const answer = await this.#outward.dispatcher.request({
        origin,
        path: `${pathname}${search}`,
        method: 'GET',
        headers: {
          'accept-encoding': 'identity',
          ...(range !== undefined && { range: rangeText(range) }),
          ...(range !== undefined && ifRange !== undefined && { 'if-range': ifRange }),
        },
        headersTimeout: HEADERS_TIMEOUT_MS,
        bodyTimeout: BODY_TIMEOUT_MS,
        signal,
      });
      return toAnswer(answer);
    } catch (error) {
      return { kind: 'away', detail: codeOf(error) };
    }
  }

  #isAllowed(url: string): boolean {
    if (!URL.canParse(url)) return false;
    const { protocol, origin } = new URL(url);
    return protocol === 'https:' || (protocol === 'http:' && origin === this.#standIn);
  }
}

function rangeText(range: ByteRange | SuffixRange): string {
  if ('suffix' in range) return `bytes=-${String(range.suffix)}`;
  return `bytes=${String(range.first)}-${range.last === undefined ? '' : String(range.last)}`;
}

function toAnswer(answer: Dispatcher.ResponseData): SourceAnswer {
  const { statusCode: status, body } = answer;
  if (status === 200 || status === 206) {
    const read = bodyOf(answer);
    if (read !== undefined) return { kind: 'body', body: read };
  }
  // Nothing of it is of use; the connection is given up.
  body.on('error', () => undefined).destroy();
  if (status === 416) return { kind: 'unsatisfiable', bytes: rangeOf(answer).bytes };
  if (GONE.has(status)) return { kind: 'gone', status };
  return { kind: 'away', detail: `status ${String(status)}` };
}

function bodyOf(answer: Dispatcher.ResponseData): SourceBody | undefined {
  const { statusCode, headers, body } = answer;
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') return undefined;
  const told = Number(textOf(headers['content-length']) ?? NaN);
  const length = Number.isSafeInteger(told) ? told : undefined;
  const tag = textOf(headers['etag']);
  const etag = tag?.startsWith('W/') === true ? undefined : tag;
  if (statusCode === 200) return { bytes: length, first: 0, length, etag, stream: body };
  const range = rangeOf(answer);
  if (range.first === undefined) return undefined;
  const { first, last = first, bytes } = range;
  return { bytes, first, length: length ?? last - first + 1, etag, stream: body };
}

function rangeOf({ headers }: Dispatcher.ResponseData) {
  const [, first, last, bytes] = CONTENT_RANGE.exec(textOf(headers['content-range']) ?? '') ?? [];
  return {
    first: first === undefined ? undefined : Number(first),
    last: last === undefined ? undefined : Number(last),
    bytes: bytes === undefined || bytes === '*' ? undefined : Number(bytes),
  };
}

function textOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

/** Never the message: it may hold the address, which is signed. */
function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return error.code;
  }
  return error instanceof Error ? error.name : 'unknown';
}
