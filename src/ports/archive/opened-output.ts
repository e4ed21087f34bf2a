import type { ByteRange, SuffixRange } from './output-source.js';

/** An output that is being read. */
export interface OpenedOutput {
  readonly kind: 'opened';
  readonly type: string;
  /** Of the whole file; undefined where Runway does not tell it. */
  readonly bytes: number | undefined;
  /** Of the whole file, in hex; undefined before it is archived. */
  readonly sha256: string | undefined;
  /** Undefined: the stream is the whole file. */
  readonly range: (Required<Pick<ByteRange, 'first'>> & { readonly last: number }) | undefined;
  /** Ends the reading where it is left before its end. */
  readonly stream: AsyncIterable<Uint8Array>;
}

export type OutputOpening =
  | OpenedOutput
  | { readonly kind: 'unsatisfiable'; readonly bytes: number | undefined }
  /** It was not archived, and Runway has it no more. */
  | { readonly kind: 'gone' }
  /** The bytes cannot be had now. */
  | { readonly kind: 'away' };

/** What a request for an output asks for. */
export interface OutputRequest {
  readonly range?: ByteRange | SuffixRange | undefined;
  /** The entity tag under which the range is wanted; without it, the whole file. */
  readonly ifRange?: string | undefined;
  readonly signal: AbortSignal;
}

/** Addresses of outputs, at the street door: which output one opens. */
export interface OutputDoor {
  /** The output that a good address names; undefined for every other address. */
  admit(address: {
    readonly id: string;
    readonly expires: string;
    readonly disposition: string | null;
    readonly signature: string;
  }): Promise<AdmittedOutput | undefined>;
}

export interface AdmittedOutput {
  readonly tenantId: string;
  readonly taskId: string;
  readonly position: number;
  /** Whether a page may show it. */
  readonly isInline: boolean;
  open(request: OutputRequest): Promise<OutputOpening>;
  /** Where the client is sent for the file; undefined: it is served here. */
  elsewhere(): Promise<string | undefined>;
}
