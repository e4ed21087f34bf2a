/** Where the private keys are kept that sign this gateway's tokens. */
export interface SigningKeyFile {
  readonly path: string;
  /** Undefined when there is no such file. */
  read(): Promise<string | undefined>;
  /** Makes the file, readable by its owner only; leaves one that is there as it is. */
  create(text: string): Promise<void>;
}
