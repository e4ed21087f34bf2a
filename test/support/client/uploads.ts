import { CreateUploadDocument } from '../../../client/src/generated/graphql.js';
import type { TestGateway } from '../gateway/start-gateway.js';

/** Bytes. Runway takes no smaller file. */
const FILE_BYTES_MIN = 512;

/** The `runway://` uri of a file that the holder of the key has uploaded. */
export async function aFilledUpload(
  gateway: TestGateway,
  filename: string,
  key?: string,
): Promise<string> {
  const { createUpload } = await gateway.data(CreateUploadDocument, { input: { filename } }, key);
  const form = new FormData();
  for (const { name, value } of createUpload.fields) form.append(name, value);
  form.append('file', new Blob([new Uint8Array(FILE_BYTES_MIN)]), filename);
  const { ok } = await fetch(createUpload.uploadUrl, { method: 'POST', body: form });
  if (!ok) throw new Error('The upload was not taken');
  return createUpload.runwayUri;
}
