import type { OutputSource, SourceBody } from '../../ports/archive/output-source.js';

/** Pieces that a file may come in without any progress between two of them. */
const BREAKS_MAX = 3;

/** Why a file could not be read to its end. */
export class SourceFailure extends Error {
  override readonly name = 'SourceFailure';

  constructor(
    /** `changed`: it is another file than the part that was kept. */
    readonly why: 'gone' | 'away' | 'changed',
    detail: string,
  ) {
    super(detail);
  }
}

/** Names a version of a file as well as its server does. */
function tagOf({ etag, bytes }: SourceBody): string {
  return etag ?? `bytes ${String(bytes)}`;
}

/**
 * A file at Runway from a byte on. Where the connection breaks, it goes on with another one, as long
 * as that brings more of the same file.
 */
export class SourceReader {
  readonly #source: OutputSource;
  readonly #url: string;
  readonly #signal: AbortSignal;
  #body: SourceBody;
  readonly tag: string;
  #at: number;

  private constructor({ source, url, signal }: SourceOptions, body: SourceBody) {
    this.#source = source;
    this.#url = url;
    this.#signal = signal;
    this.#body = body;
    this.#at = body.first;
    this.tag = tagOf(body);
  }

  /** `first` is where it begins, or 0 where the server keeps to no ranges. Throws SourceFailure. */
  static async begin(options: SourceOptions & { readonly first: number }): Promise<SourceReader> {
    return new SourceReader(options, await openedAt(options));
  }

  /** Of the whole file; undefined where it is not told. */
  get bytes(): number | undefined {
    return this.#body.bytes;
  }

  get first(): number {
    return this.#body.first;
  }

  /** Throws SourceFailure. */
  async *chunks(): AsyncGenerator<Uint8Array, void, undefined> {
    let breaks = 0;
    for (;;) {
      const from = this.#at;
      const end = yield* this.#untilBreak();
      if (end === undefined) return;
      breaks = this.#at > from ? 0 : breaks + 1;
      if (this.#signal.aborted || breaks >= BREAKS_MAX) throw new SourceFailure('away', end);
      await this.#goOn();
    }
  }

  /** Returns why it broke off; undefined: it came to its end. */
  async *#untilBreak(): AsyncGenerator<Uint8Array, string | undefined, undefined> {
    try {
      for await (const chunk of this.#body.stream) {
        this.#at += chunk.byteLength;
        yield chunk;
      }
    } catch (error) {
      return error instanceof Error && 'code' in error ? String(error.code) : 'broken';
    }
    const { bytes } = this.#body;
    if (bytes === undefined || this.#at === bytes) return undefined;
    if (this.#at > bytes) throw new SourceFailure('changed', 'more bytes than were told');
    return 'fewer bytes than were told';
  }

  async #goOn(): Promise<void> {
    const [source, url, signal] = [this.#source, this.#url, this.#signal];
    const body = await openedAt({ source, url, signal, first: this.#at });
    if (body.first !== this.#at || tagOf(body) !== this.tag) {
      await body.stream[Symbol.asyncIterator]().return?.();
      throw new SourceFailure('changed', 'the file has changed');
    }
    this.#body = body;
  }
}

interface SourceOptions {
  readonly source: OutputSource;
  readonly url: string;
  readonly signal: AbortSignal;
}

async function openedAt({
  source,
  url,
  signal,
  first,
}: SourceOptions & { readonly first: number }): Promise<SourceBody> {
  const range = first === 0 ? undefined : { first };
  const answer = await source.open(url, { range, signal });
  if (answer.kind === 'body') return answer.body;
  if (answer.kind === 'gone') throw new SourceFailure('gone', `status ${String(answer.status)}`);
  // What is kept reaches to its end, or beyond.
  if (answer.kind === 'unsatisfiable') throw new SourceFailure('changed', 'it is shorter');
  throw new SourceFailure('away', answer.detail);
}
