import { SCOPES } from '../../../src/domain/tenant/scope.js';
import type { Viewer } from '../../../src/domain/tenant/viewer.js';

/** A viewer with a key of every scope, which does not end. */
export function aViewer(changes: Partial<Viewer> = {}): Viewer {
  const { subject = 'key:k' } = changes;
  const id = subject.replace(/^key:/, '');
  return {
    tenantId: 't',
    subject,
    scopes: new Set(SCOPES),
    expiresAt: null,
    credential: { kind: 'key', id },
    keyId: id,
    ...changes,
  };
}
