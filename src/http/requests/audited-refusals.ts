import { randomUUID } from 'node:crypto';
import { toGatewayError } from '../../api/errors/format-error.js';
import { auditRecord } from '../../domain/audit.js';
import { denialEvent } from '../../policy/audit/denials.js';
import type { AuditTrail } from '../../ports/audit/audit-trail.js';
import type { Clock } from '../../ports/clock.js';
import type { Exchange } from './exchange.js';

/** Tells the audit log of what is refused before any field of it is executed. */
export class AuditedRefusals {
  readonly #trail: AuditTrail;
  readonly #clock: Clock;

  constructor({ trail, clock }: { readonly trail: AuditTrail; readonly clock: Clock }) {
    this.#trail = trail;
    this.#clock = clock;
  }

  /** What is no security event is passed over. */
  tell(
    error: unknown,
    { requestId, record }: Partial<Pick<Exchange, 'requestId' | 'record'>>,
    address: string | undefined,
  ): void {
    const { code, attemptedKeyId, isReuse } = toGatewayError(error);
    const event = isReuse ? 'authn_token_reuse' : denialEvent(code);
    if (event === undefined) return;
    const viewer = record?.viewer;
    this.#trail.noteRefusal(
      auditRecord(event, 'DENIED', {
        id: randomUUID(),
        at: this.#clock.now(),
        code,
        requestId: requestId ?? null,
        address: address ?? null,
        objects: attemptedKeyId === undefined ? [] : [`key:${attemptedKeyId}`],
        tenantId: viewer?.tenantId ?? null,
        subject: viewer?.subject ?? null,
        credentialKind: viewer?.credential.kind ?? null,
        credentialId: viewer?.credential.id ?? null,
        keyId: viewer?.keyId ?? null,
      }),
    );
  }
}
