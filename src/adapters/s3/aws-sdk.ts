import type { Readable } from 'node:stream';
import { optionalPackage } from '../../ports/optional-package.js';

/*
 * The part of the AWS SDK that the gateway uses. It is declared here because its packages are optional:
 * the build must not need them.
 */

interface ObjectName {
  readonly Bucket: string;
  readonly Key: string;
}

export interface GetInput extends ObjectName {
  readonly Range?: string;
  readonly ResponseContentType?: string;
  readonly ResponseContentDisposition?: string;
  readonly ResponseCacheControl?: string;
}

export interface ListInput {
  readonly Bucket: string;
  readonly Prefix: string;
  readonly ContinuationToken?: string | undefined;
}

export interface UploadInput extends ObjectName {
  readonly Body: Readable;
  readonly ServerSideEncryption?: string;
  readonly SSEKMSKeyId?: string;
}

export interface ListAnswer {
  readonly Contents?: readonly { readonly Key?: string; readonly LastModified?: Date }[];
  readonly NextContinuationToken?: string;
}

/** A command, which the client alone looks into. */
export interface Command<Answer> {
  readonly answer?: Answer;
}

interface SendOptions {
  readonly abortSignal?: AbortSignal;
}

export interface S3Client {
  send<Answer>(command: Command<Answer>, options?: SendOptions): Promise<Answer>;
  destroy(): void;
}

export interface S3ClientOptions {
  readonly endpoint?: string;
  readonly region: string;
  readonly forcePathStyle: boolean;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly requestHandler: object;
  readonly requestChecksumCalculation: 'WHEN_REQUIRED';
  readonly responseChecksumValidation: 'WHEN_REQUIRED';
  readonly maxAttempts: number;
}

export interface S3Upload {
  done(): Promise<unknown>;
  abort(): Promise<void>;
}

export interface AwsSdk {
  readonly S3Client: new (options: S3ClientOptions) => S3Client;
  readonly GetObjectCommand: new (input: GetInput) => Command<{ readonly Body?: Readable }>;
  readonly HeadObjectCommand: new (
    input: ObjectName,
  ) => Command<{ readonly ContentLength?: number }>;
  readonly DeleteObjectCommand: new (input: ObjectName) => Command<unknown>;
  readonly ListObjectsV2Command: new (input: ListInput) => Command<ListAnswer>;
  readonly Upload: new (options: {
    readonly client: S3Client;
    readonly params: UploadInput;
    readonly queueSize: number;
    readonly partSize: number;
  }) => S3Upload;
  readonly getSignedUrl: (
    client: S3Client,
    command: Command<unknown>,
    options: { readonly expiresIn: number },
  ) => Promise<string>;
}

/** Throws a configuration error when one of the packages is not installed. */
export async function loadAwsSdk(): Promise<AwsSdk> {
  const wantedBy = 'ARCHIVE=s3';
  const [client, storage, presigner] = await Promise.all([
    optionalPackage('@aws-sdk/client-s3', wantedBy),
    optionalPackage('@aws-sdk/lib-storage', wantedBy),
    optionalPackage('@aws-sdk/s3-request-presigner', wantedBy),
  ]);
  return { ...(client as object), ...(storage as object), ...(presigner as object) } as AwsSdk;
}
