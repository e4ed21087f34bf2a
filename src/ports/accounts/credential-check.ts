import type { MadeThing } from '../../domain/account/runway-credential.js';

/** Asks Runway with a secret that is not in use yet. */
export interface CredentialCheck {
  /**
   * Throws RUNWAY_CREDENTIAL_REFUSED, and RUNWAY_UNAVAILABLE or RUNWAY_RATE_LIMITED where Runway does
   * not say.
   */
  verify(secret: string): Promise<void>;
  /** Whether any of the things is in its organisation. Throws as `verify` does. */
  knowsAny(secret: string, things: readonly MadeThing[]): Promise<boolean>;
}
