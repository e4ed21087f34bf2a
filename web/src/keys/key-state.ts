import type { ApiKeysQuery } from '../../../client/src/documents.js';
import type { Tone } from '../design/tone.js';

export type ApiKey = NonNullable<ApiKeysQuery['apiKeys']>['nodes'][number];

export interface KeyState {
  readonly text: string;
  readonly tone: Tone;
  /** Whether it still opens the gateway. */
  readonly isActive: boolean;
}

export function keyState(
  { revokedAt, expiresAt }: Pick<ApiKey, 'revokedAt' | 'expiresAt'>,
  now: Date,
): KeyState {
  if (revokedAt !== null) return { text: 'Revoked', tone: 'plain', isActive: false };
  if (expiresAt !== null && new Date(expiresAt) <= now) {
    return { text: 'Ended', tone: 'plain', isActive: false };
  }
  return { text: 'Active', tone: 'good', isActive: true };
}
