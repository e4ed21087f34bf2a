import { randomBytes } from 'node:crypto';

const NONCE_BYTES = 16;

/** Marks the scripts and styles of one page as the gateway's own. */
export function pageNonce(): string {
  return randomBytes(NONCE_BYTES).toString('base64url');
}

/** A value as it may stand in a script of a page. */
export function inScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', String.raw`\u003c`);
}
