import { createSecretKey } from 'node:crypto';
import { join } from 'node:path';
import { FileVault } from '../adapters/files/vault/file-vault.js';
import { PostgresArchiveStore } from '../adapters/postgres/archive/postgres-archive-store.js';
import type { Database } from '../adapters/postgres/connection/database.js';
import { loadAwsSdk } from '../adapters/s3/aws-sdk.js';
import { OutwardHandler } from '../adapters/s3/outward-handler.js';
import { S3Vault } from '../adapters/s3/s3-vault.js';
import type { Config } from '../config/config.js';
import type { OutputVault, VaultFile } from '../ports/archive/output-vault.js';
import type { Base } from './base.js';

const MEGABYTE = 1_000_000;

/** Requests for one object that fail for a while. The loop tries again anyway. */
const ATTEMPTS = 3;

/** Where copies of outputs are kept; undefined: nowhere. Throws without the packages that S3 needs. */
export async function openVault(
  { config, outward, shutdown }: Pick<Base, 'config' | 'outward' | 'shutdown'>,
  database: Database,
): Promise<OutputVault | undefined> {
  const { kind } = config.archive;
  if (kind === 'off') return undefined;
  if (kind === 'filesystem') return fileVault(config, database);
  const { s3, fileMegabytesMax, redirects } = config.archive;
  const { bucket = '', prefix, endpoint, region, accessKeyId, secretAccessKey } = s3;
  const sdk = await loadAwsSdk();
  const client = new sdk.S3Client({
    ...(endpoint !== undefined && { endpoint }),
    region,
    // Servers of other makers have no host for each bucket.
    forcePathStyle: endpoint !== undefined,
    ...(accessKeyId !== undefined &&
      secretAccessKey !== undefined && { credentials: { accessKeyId, secretAccessKey } }),
    requestHandler: new OutwardHandler(outward),
    // Not every server knows the SDK's own checksums; the gateway has one of each file.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: ATTEMPTS,
  });
  shutdown.add(() => {
    client.destroy();
    return Promise.resolve();
  });
  return new S3Vault({
    ...{ sdk, client, bucket, prefix, redirects },
    serverSideEncryption: s3.serverSideEncryption,
    kmsKey: s3.kmsKey,
    fileBytesMax: fileMegabytesMax * MEGABYTE,
  });
}

function fileVault({ dataDir }: Config, database: Database): OutputVault {
  const store = new PostgresArchiveStore(database);
  return new FileVault(join(dataDir, 'outputs'), async (file: VaultFile) => {
    const key = await store.fileKey(file);
    if (key === undefined) throw new Error('the output has no row any more');
    return createSecretKey(Buffer.from(key, 'base64'));
  });
}
