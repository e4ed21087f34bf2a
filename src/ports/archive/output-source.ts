/** Part of a file: from a byte on, to another one or to the end. */
export interface ByteRange {
  readonly first: number;
  /** Inclusive; absent: to the end. */
  readonly last?: number | undefined;
}

/** The last bytes of a file. */
export interface SuffixRange {
  readonly suffix: number;
}

/** A file of Runway's that is being read. */
export interface SourceBody {
  /** Of the whole file; undefined where it is not told. */
  readonly bytes: number | undefined;
  /** What the stream begins with; 0 where the range was not kept to. */
  readonly first: number;
  /** Length of the stream; undefined where it is not told. */
  readonly length: number | undefined;
  /** Names this version of the file; undefined where none is told. */
  readonly etag: string | undefined;
  /** Ends the request where it is left before its end. */
  readonly stream: AsyncIterable<Uint8Array>;
}

export type SourceAnswer =
  | { readonly kind: 'body'; readonly body: SourceBody }
  | { readonly kind: 'unsatisfiable'; readonly bytes: number | undefined }
  /** The address has ended, or the file is gone. */
  | { readonly kind: 'gone'; readonly status: number }
  /** It may be there at another time. */
  | { readonly kind: 'away'; readonly detail: string };

/** Reads files at the addresses that Runway has given. */
export interface OutputSource {
  /** Never rejects. `signal` ends the reading. */
  open(
    url: string,
    options: {
      readonly range?: ByteRange | SuffixRange | undefined;
      /** The range is kept to only where this is still the file's tag. */
      readonly ifRange?: string | undefined;
      readonly signal: AbortSignal;
    },
  ): Promise<SourceAnswer>;
}
