import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Answer } from '../server/handler.js';
import type { Clock } from '../server/emulator-clock.js';
import { MEDIA, type MediaKind } from '../tasks/output-plan.js';
import { LongFile } from './long-file.js';
import type { Settings } from '../control/emulator-settings.js';

/** One file that Runway made. Its bytes are made anew for every download. */
export interface Output {
  readonly id: string;
  readonly kind: MediaKind;
}

const ENCODED_HEADER = encode({ alg: 'HS256', typ: 'JWT' });

/** Signs the addresses of outputs, and serves them until they expire. */
export class Outputs {
  readonly #secret = randomBytes(32);

  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly baseUrl: () => string,
    /** The kind of a file as long as what it was made for has not been deleted. */
    private readonly kindOf: (outputId: string) => MediaKind | undefined,
  ) {}

  /** A fresh address. The token's `exp` is in seconds since 1970 on the emulator's clock. */
  sign({ id, kind }: Output): string {
    const path = `/outputs/${id}.${extensionOf(kind)}`;
    const exp = Math.floor(this.clock.now().getTime() / 1_000) + this.settings.outputSeconds;
    const claims = `${ENCODED_HEADER}.${encode({ path, exp })}`;
    return `${this.baseUrl()}${path}?_jwt=${claims}.${this.#signature(claims)}`;
  }

  /** 403 for a forged or expired address, 404 once what it was made for was deleted. */
  serve(path: string, query: URLSearchParams, range: string | undefined): Answer {
    if (!this.#isGood(path, query.get('_jwt') ?? '')) {
      return {
        status: 403,
        headers: { 'content-type': 'text/plain' },
        body: Buffer.from('Forbidden'),
      };
    }
    const id = path.slice('/outputs/'.length).split('.', 1)[0] ?? '';
    const kind = this.kindOf(id);
    if (kind === undefined) {
      return {
        status: 404,
        headers: { 'content-type': 'text/plain' },
        body: Buffer.from('Not Found'),
      };
    }
    return slice(this.#fileOf(id, kind), MEDIA[kind].mime, range);
  }

  #fileOf(id: string, kind: MediaKind): Buffer | LongFile {
    const seed = seedOf(id);
    const file = MEDIA[kind].make(seed);
    const { outputBytes } = this.settings;
    return outputBytes === null ? file : LongFile.of(file, seed, outputBytes);
  }

  #isGood(path: string, token: string): boolean {
    const [header, payload, signature] = token.split('.');
    if (header === undefined || payload === undefined || signature === undefined) return false;
    const expected = Buffer.from(this.#signature(`${header}.${payload}`));
    const given = Buffer.from(signature);
    if (expected.length !== given.length || !timingSafeEqual(expected, given)) return false;
    // Signed by us, so its shape is ours.
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as {
      path: string;
      exp: number;
    };
    return claims.path === path && this.clock.now().getTime() < claims.exp * 1_000;
  }

  #signature(text: string): string {
    return createHmac('sha256', this.#secret).update(text).digest('base64url');
  }
}

function slice(bytes: Buffer | LongFile, mime: string, range: string | undefined): Answer {
  const headers = { 'content-type': mime, 'accept-ranges': 'bytes' };
  const match = /^bytes=(\d*)-(\d*)$/.exec(range ?? '');
  // A range that is not understood is ignored, as HTTP asks for.
  if (match === null || (match[1] === '' && match[2] === '')) {
    return { status: 200, headers, body: bytes };
  }
  const [, from = '', to = ''] = match;
  const last = bytes.length - 1;
  const start = from === '' ? Math.max(0, bytes.length - Number(to)) : Number(from);
  const end = from === '' || to === '' ? last : Math.min(Number(to), last);
  if (start > end) {
    const contentRange = `bytes */${String(bytes.length)}`;
    return { status: 416, headers: { 'content-range': contentRange }, body: Buffer.alloc(0) };
  }
  const contentRange = `bytes ${String(start)}-${String(end)}/${String(bytes.length)}`;
  return {
    status: 206,
    headers: { ...headers, 'content-range': contentRange },
    body: bytes.subarray(start, end + 1),
  };
}

function extensionOf(kind: MediaKind): string {
  return kind.endsWith('.zip') ? 'zip' : kind;
}

/** The first digits of the id, so that each output has a look of its own. */
function seedOf(id: string): number {
  return Number.parseInt(id.slice(0, 6), 16) || 0;
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
