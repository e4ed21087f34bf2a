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
