import busboy from 'busboy';
import type { IncomingMessage } from 'node:http';
import { DOC_URL, refuse } from './handler.js';
import { FILE_BYTES_MAX, type UploadedForm } from '../media/upload-handlers.js';

/** Runway names no limit; this holds a dozen of the largest data URIs. */
const BODY_BYTES_MAX = 67_108_864;

/** The whole body. Refuses with 413 one that is too large; rejects when the client goes away. */
export function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= BODY_BYTES_MAX) return chunks.push(chunk);
      request.removeAllListeners('data').resume();
      reject(refuse(413, 'The body is too large', { docUrl: DOC_URL }));
    });
    request.once('end', () => {
      resolve(Buffer.concat(chunks));
    });
    request.once('error', reject);
  });
}

/** Parses an upload's form; the file is counted, not kept. Refuses with 400 what is no such form. */
export function readForm(request: IncomingMessage): Promise<UploadedForm> {
  return new Promise((resolve, reject) => {
    const fail = () => {
      request.unpipe().resume();
      reject(refuse(400, 'The form cannot be read'));
    };
    let parser: busboy.Busboy;
    try {
      parser = busboy({
        headers: request.headers,
        limits: { files: 1, fields: 20, fieldSize: 16_384, fileSize: FILE_BYTES_MAX + 1 },
      });
    } catch {
      fail();
      return;
    }
    const fields: Record<string, string> = {};
    let file: UploadedForm['file'] = null;
    parser.on('field', (name, value) => {
      fields[name] = value;
    });
    parser.on('file', (name, stream, { filename, mimeType }) => {
      let bytes = 0;
      stream.on('data', (chunk: Buffer) => (bytes += chunk.length));
      stream.on('end', () => {
        if (name === 'file') file = { filename: filename ?? '', mimeType, bytes };
      });
      stream.on('error', fail);
    });
    parser.once('close', () => {
      resolve({ fields, file });
    });
    parser.once('error', fail);
    request.once('error', reject);
    request.pipe(parser);
  });
}
