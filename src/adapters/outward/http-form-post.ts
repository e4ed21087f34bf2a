import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FileToPost, FormPost, PostedFile } from '../../ports/lineage/form-post.js';
import type { OutwardHttp } from '../../ports/outward/outward-http.js';
import type { UploadForm } from '../../ports/upstream/runway-api.js';

/** 15 min until the answer, which comes after the whole file; its sender ends it sooner. */
const HEADERS_TIMEOUT_MS = 900_000;
/** 30 s between two pieces of the answer. */
const BODY_TIMEOUT_MS = 30_000;

/** Fills forms over HTTP as browsers do: fields first, then the file. https alone, no redirects. */
export class HttpFormPost implements FormPost {
  readonly #outward: Pick<OutwardHttp, 'dispatcher'>;
  readonly #mayBePlain: boolean;

  /** `mayBePlain`: Runway itself is spoken to without TLS, as an emulator is. */
  constructor(outward: Pick<OutwardHttp, 'dispatcher'>, mayBePlain: boolean) {
    this.#outward = outward;
    this.#mayBePlain = mayBePlain;
  }

  async post(form: UploadForm, file: FileToPost, signal: AbortSignal): Promise<PostedFile> {
    const { protocol, origin, pathname, search } = new URL(form.uploadUrl);
    if (protocol !== 'https:' && !this.#mayBePlain) {
      return { kind: 'failed', detail: 'the address is not https' };
    }
    const boundary = `----gateway${randomBytes(18).toString('hex')}`;
    const [before, after] = frameOf(form.fields, file, boundary);
    try {
      const { statusCode: status, body } = await this.#outward.dispatcher.request({
        origin,
        path: `${pathname}${search}`,
        method: 'POST',
        headers: {
          'content-type': `multipart/form-data; boundary=${boundary}`,
          'content-length': String(before.length + file.bytes + after.length),
        },
        body: Readable.from(framed(before, file.stream, after), { objectMode: false }),
        headersTimeout: HEADERS_TIMEOUT_MS,
        bodyTimeout: BODY_TIMEOUT_MS,
        signal,
      });
      // Nothing of it is of use.
      body.on('error', () => undefined).destroy();
      return status >= 200 && status < 300 ? { kind: 'stored' } : { kind: 'refused', status };
    } catch (error) {
      return { kind: 'failed', detail: codeOf(error) };
    }
  }
}

/** What stands before the file and after it. Storage ignores fields that come after the file. */
function frameOf(
  fields: UploadForm['fields'],
  { name, type }: FileToPost,
  boundary: string,
): readonly [before: Buffer, after: Buffer] {
  const parts = Object.entries(fields).map(
    ([field, value]) =>
      `--${boundary}\r\ncontent-disposition: form-data; name="${quoted(field)}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${quoted(name)}"\r\ncontent-type: ${type}\r\n\r\n`;
  return [Buffer.from(`${parts.join('')}${head}`), Buffer.from(`\r\n--${boundary}--\r\n`)];
}

/** As browsers write names. Source: HTML, multipart/form-data. */
function quoted(name: string): string {
  return name.replaceAll('\n', '%0A').replaceAll('\r', '%0D').replaceAll('"', '%22');
}

async function* framed(
  before: Buffer,
  file: AsyncIterable<Uint8Array>,
  after: Buffer,
): AsyncGenerator<Uint8Array, void, undefined> {
  yield before;
  yield* file;
  yield after;
}

/** Never the message: it may hold the address, which is signed. */
function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return error.code;
  }
  return error instanceof Error ? error.name : 'unknown';
}
