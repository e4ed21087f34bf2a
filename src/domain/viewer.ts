import type { Scope } from './scope.js';

/** Who calls: made from a credential once per request or stream, never from anything a client claims. */
export interface Viewer {
  readonly tenantId: string;
  /** Stable name of the credential's holder, e.g. `key:ab12cd34`. */
  readonly subject: string;
  readonly scopes: ReadonlySet<Scope>;
  /** When the credential ends; null when it does not. */
  readonly expiresAt: Date | null;
}

/** Before the id of the key that a viewer came with. */
export const KEY_SUBJECT_PREFIX = 'key:';

export function subjectOfKey(keyId: string): string {
  return `${KEY_SUBJECT_PREFIX}${keyId}`;
}
