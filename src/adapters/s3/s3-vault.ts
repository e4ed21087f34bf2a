import { PassThrough } from 'node:stream';
import { parseOutputId } from '../../domain/archive/output-id.js';
import type { ByteRange } from '../../ports/archive/output-source.js';
import type {
  OutputVault,
  StoredFile,
  VaultAddress,
  VaultFile,
  VaultWriter,
} from '../../ports/archive/output-vault.js';
import type { AwsSdk, S3Client } from './aws-sdk.js';
import { S3Writer } from './s3-writer.js';

/** S3 takes 10,000 parts of an object, of 5 MB at least. */
const PARTS_MAX = 10_000;
const PART_BYTES_MIN = 8_388_608;

export interface S3VaultOptions {
  readonly sdk: AwsSdk;
  readonly client: S3Client;
  readonly bucket: string;
  /** Before the id in an object's key. */
  readonly prefix: string;
  readonly serverSideEncryption: string | undefined;
  readonly kmsKey: string | undefined;
  /** The largest file that is written. */
  readonly fileBytesMax: number;
  /** Whether clients are sent to the bucket. */
  readonly redirects: boolean;
}

/** Objects of a bucket. The bucket encrypts them. */
export class S3Vault implements OutputVault {
  readonly #options: S3VaultOptions;

  constructor(options: S3VaultOptions) {
    this.#options = options;
  }

  write(file: VaultFile): Promise<VaultWriter> {
    const { sdk, client, serverSideEncryption, kmsKey, fileBytesMax } = this.#options;
    const body = new PassThrough();
    const upload = new sdk.Upload({
      client,
      params: {
        ...this.#nameOf(file.id),
        Body: body,
        ...(serverSideEncryption !== undefined && { ServerSideEncryption: serverSideEncryption }),
        ...(kmsKey !== undefined && { SSEKMSKeyId: kmsKey }),
      },
      queueSize: 1,
      partSize: Math.max(PART_BYTES_MIN, Math.ceil(fileBytesMax / PARTS_MAX)),
    });
    return Promise.resolve(new S3Writer(body, upload));
  }

  async *read(
    { id, bytes }: VaultFile & { readonly bytes: number },
    { first, last = bytes - 1 }: ByteRange,
  ): AsyncGenerator<Uint8Array, void, undefined> {
    if (bytes === 0) return;
    const { sdk, client } = this.#options;
    const Range = `bytes=${String(first)}-${String(last)}`;
    const { Body } = await client.send(new sdk.GetObjectCommand({ ...this.#nameOf(id), Range }));
    if (Body === undefined) throw new Error('the object has no body');
    let count = 0;
    for await (const chunk of Body as AsyncIterable<Uint8Array>) {
      count += chunk.byteLength;
      yield chunk;
    }
    if (count !== last - first + 1) throw new Error('the object has another length');
  }

  async erase(id: string): Promise<void> {
    const { sdk, client } = this.#options;
    await client.send(new sdk.DeleteObjectCommand(this.#nameOf(id)));
  }

  async *list(): AsyncGenerator<StoredFile, void, undefined> {
    const { sdk, client, bucket, prefix } = this.#options;
    let token: string | undefined;
    do {
      const page = await client.send(
        new sdk.ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken: token }),
      );
      for (const { Key = '', LastModified } of page.Contents ?? []) {
        const id = Key.slice(prefix.length);
        if (parseOutputId(id) === undefined || LastModified === undefined) continue;
        yield { id, isWhole: true, changedAt: LastModified };
      }
      token = page.NextContinuationToken;
    } while (token !== undefined);
  }

  async addressOf({ id, type, disposition, seconds }: VaultAddress): Promise<string | undefined> {
    const { sdk, client, redirects } = this.#options;
    if (!redirects) return undefined;
    const command = new sdk.GetObjectCommand({
      ...this.#nameOf(id),
      ResponseContentType: type,
      ResponseContentDisposition: disposition,
      ResponseCacheControl: 'private, no-store',
    });
    return await sdk.getSignedUrl(client, command, { expiresIn: seconds });
  }

  #nameOf(id: string) {
    if (parseOutputId(id) === undefined) throw new Error('no id of an output');
    return { Bucket: this.#options.bucket, Key: `${this.#options.prefix}${id}` };
  }
}
