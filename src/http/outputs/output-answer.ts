import type { Response } from 'express';
import { dispositionOf } from '../../domain/archive/output-disposition.js';
import type { AdmittedOutput, OpenedOutput } from '../../ports/archive/opened-output.js';

/**
 * For files that come from elsewhere: a browser saves them, or shows media where it was asked to, and
 * runs nothing. Pages of any site may show a file whose address they have: the address is the secret.
 */
const SAFETY: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'private, no-store',
};

export function setSafety(response: Response): void {
  for (const [name, value] of Object.entries(SAFETY)) response.setHeader(name, value);
}

/** The head of a file's answer: nothing of what a client has named a thing stands in it. */
export function setHead(response: Response, opened: OpenedOutput, output: AdmittedOutput): void {
  const { type, bytes, sha256, range } = opened;
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Disposition', dispositionOf(output, type, output.isInline));
  response.setHeader('Accept-Ranges', 'bytes');
  if (sha256 !== undefined) response.setHeader('ETag', `"${sha256}"`);
  if (range === undefined) {
    if (bytes !== undefined) response.setHeader('Content-Length', bytes);
    response.status(200);
    return;
  }
  const { first, last } = range;
  response.setHeader('Content-Length', last - first + 1);
  response.setHeader('Content-Range', `bytes ${String(first)}-${String(last)}/${told(bytes)}`);
  response.status(206);
}

/** There is no such part of the file. */
export function refuseRange(response: Response, bytes: number | undefined): void {
  response.setHeader('Content-Range', `bytes */${told(bytes)}`);
  response.setHeader('Content-Length', 0);
  response.status(416).end();
}

function told(bytes: number | undefined): string {
  return bytes === undefined ? '*' : String(bytes);
}
