import type { ByteRange } from './output-source.js';

/** Names a file of the archive, and opens it where the vault encrypts by itself. */
export interface VaultFile {
  /** `outputId`: an output has one file. */
  readonly id: string;
  readonly tenantId: string;
}

/** A file that is being written: it is not seen by `read` before `finish`. */
export interface VaultWriter {
  /** Bytes that an earlier attempt has left, and that need not be fetched again. */
  readonly keptBytes: number;
  readKept(): AsyncIterable<Uint8Array>;
  write(chunk: Uint8Array): Promise<void>;
  /** Makes the file last, whole and at once. */
  finish(): Promise<void>;
  /** Ends the writing. What was written may be kept for the next attempt. */
  leave(): Promise<void>;
  /** Ends the writing, and keeps nothing of it. */
  discard(): Promise<void>;
}

export interface StoredFile {
  readonly id: string;
  readonly isWhole: boolean;
  readonly changedAt: Date;
}

/** A file as a client is to get it from the vault itself. */
export interface VaultAddress extends VaultFile {
  readonly type: string;
  /** The whole header. */
  readonly disposition: string;
  /** How long the address is good for. */
  readonly seconds: number;
}

/** Where the files of the archive are. */
export interface OutputVault {
  write(file: VaultFile): Promise<VaultWriter>;
  /** Part of a file that has so many bytes. Throws before the first byte where there is none. */
  read(
    file: VaultFile & { readonly bytes: number },
    range: Required<ByteRange>,
  ): AsyncIterable<Uint8Array>;
  /** Whole or not; nothing where there is none. */
  erase(id: string): Promise<void>;
  list(): AsyncIterable<StoredFile>;
  /** Where a client can fetch the file from the vault itself; undefined: nowhere. */
  addressOf?(file: VaultAddress): Promise<string | undefined>;
}
