import type { Viewer } from '../../domain/tenant/viewer.js';
import { GatewayError } from '../../errors.js';
import type { AuditFilter, AuditLog, AuditPage, AuditPlace } from '../../ports/audit/audit-log.js';

/** The audit log for viewers: the records of their own tenant, or all records for operators. */
export class AuditEvents {
  readonly #log: Pick<AuditLog, 'list'>;

  constructor(log: Pick<AuditLog, 'list'>) {
    this.#log = log;
  }

  /** `tenantId` null: all that the viewer may see. Throws NOT_FOUND for a tenant that is not the viewer's. */
  async list(
    viewer: Viewer,
    tenantId: string | null,
    filter: AuditFilter,
    page: { readonly first: number; readonly after: AuditPlace | null },
  ): Promise<AuditPage> {
    const own = viewer.scopes.has('operator') ? null : viewer.tenantId;
    if (own !== null && tenantId !== null && tenantId !== own) throw new GatewayError('NOT_FOUND');
    return await this.#log.list(tenantId ?? own, filter, page);
  }
}
