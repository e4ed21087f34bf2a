import type { PassThrough } from 'node:stream';
import type { VaultWriter } from '../../ports/archive/output-vault.js';
import type { S3Upload } from './aws-sdk.js';

/**
 * An upload in parts. The object is seen when the last of them is complete, and nothing of it before. Of
 * one that ends early nothing stays.
 */
export class S3Writer implements VaultWriter {
  readonly keptBytes = 0;
  readonly #body: PassThrough;
  readonly #upload: S3Upload;
  readonly #done: Promise<unknown>;
  #failure: unknown;

  constructor(body: PassThrough, upload: S3Upload) {
    this.#body = body;
    this.#upload = upload;
    body.on('error', () => undefined);
    this.#done = upload.done();
    // What waits for the body hears of it.
    this.#done.catch((error: unknown) => {
      this.#failure = error;
      body.destroy();
    });
  }

  async *readKept(): AsyncGenerator<Uint8Array, void, undefined> {
    // Nothing is kept of an upload that ended early.
  }

  async write(chunk: Uint8Array): Promise<void> {
    if (this.#isOver()) throw this.#error();
    if (this.#body.write(chunk)) return;
    await this.#drained();
    if (this.#isOver()) throw this.#error();
  }

  async finish(): Promise<void> {
    this.#body.end();
    await this.#done;
  }

  async leave(): Promise<void> {
    await this.discard();
  }

  async discard(): Promise<void> {
    this.#body.destroy();
    await this.#upload.abort();
    await this.#done.catch(() => undefined);
  }

  #isOver(): boolean {
    return this.#body.destroyed;
  }

  /** Resolves also when the upload has ended. */
  async #drained(): Promise<void> {
    const body = this.#body;
    await new Promise<void>((resolve) => {
      const end = (): void => {
        body.off('drain', end).off('close', end);
        resolve();
      };
      body.on('drain', end).on('close', end);
    });
  }

  #error(): Error {
    return this.#failure instanceof Error ? this.#failure : new Error('the upload has ended');
  }
}
