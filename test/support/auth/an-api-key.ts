import type { KeyCredential } from '../../../src/ports/keys/key-store.js';

/** A key without restrictions that does not end, of a tenant without a policy. */
export function anApiKey(changes: Partial<KeyCredential> = {}): KeyCredential {
  return {
    id: 'ab12',
    tenantId: 'acme',
    secretHash: Buffer.from('00', 'hex'),
    replacedSecret: null,
    scopes: [],
    name: null,
    createdAt: new Date('2026-01-02T03:04:05.678Z'),
    createdBy: null,
    expiresAt: null,
    revokedAt: null,
    suspendedAt: null,
    allowedAddresses: [],
    policy: null,
    tenantPolicy: null,
    ...changes,
  };
}
