import type { OutputName } from '../../domain/archive/output-id.js';

/** An output that is being read. */
export interface OutputFile {
  readonly kind: 'opened';
  /** Media type, by content. */
  readonly type: string;
  /** Undefined where it is not told. */
  readonly bytes: number | undefined;
  readonly stream: AsyncIterable<Uint8Array>;
}

/** The bytes of tenants' outputs. */
export interface OutputFiles {
  /**
   * `gone`: there is no such output, or it can never be had again. Any other kind: not now. `signal`
   * ends the reading.
   */
  open(
    tenantId: string,
    output: OutputName,
    options: { readonly signal: AbortSignal },
  ): Promise<OutputFile | { readonly kind: 'gone' | 'away' | 'unsatisfiable' }>;
}
