import type { SessionViewer } from './use-session.js';

/** The key that the session's token was issued for; undefined for a token of another issuer. */
export function ownKeyId({ subject }: SessionViewer): string | undefined {
  return subject.startsWith('key:') ? subject.slice('key:'.length) : undefined;
}
