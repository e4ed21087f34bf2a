import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { PAGE_SIZE, PAGE_SIZE_MAX } from '../../domain/page-size.js';
import { keyOperations } from '../../operations/key.js';
import type { Context } from '../../ports/context.js';
import { CursorScalar } from '../../scalars/cursor.js';
import type { AuditEvents } from '../../services/audit/audit-events.js';
import { auditCursor, parseAuditCursor } from './audit-cursor.js';
import { checkArgument } from '../input/check-argument.js';
import { checkPageSize } from '../pagination/page-size-argument.js';
import {
  AuditEventConnectionType,
  AuditEventFilterInput,
  AuditEventType,
  toAuditEventType,
} from './audit-types.js';
import { toConnection, type Connection } from '../pagination/connection-types.js';

@Resolver(() => AuditEventType)
export class AuditResolver {
  constructor(private readonly auditLog: AuditEvents) {}

  /** Throws NOT_FOUND where the viewer may not see the tenant. */
  @Query(() => AuditEventConnectionType, { description: keyOperations.auditEvents.description })
  async auditEvents(
    @Arg('tenant', () => ID, {
      nullable: true,
      description: 'The records of one tenant. Only operators may name another than their own.',
    })
    tenant: string | null | undefined,
    @Arg('filter', () => AuditEventFilterInput, {
      nullable: true,
      description: 'Which of them; without it, all.',
      validateFn: checkArgument('filter'),
    })
    filter: AuditEventFilterInput | null | undefined,
    @Arg('first', () => Int, {
      defaultValue: PAGE_SIZE,
      description: `Entries of the page, 1–${String(PAGE_SIZE_MAX)}.`,
    })
    first: number,
    @Arg('after', () => CursorScalar, {
      nullable: true,
      description: 'Cursor of the last entry that you have.',
    })
    after: string | null | undefined,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<AuditEventType>> {
    checkPageSize(first);
    const place = typeof after === 'string' ? parseAuditCursor(after) : null;
    const page = { first, after: place };
    const found = await this.auditLog.list(viewer, tenant ?? null, filter ?? {}, page);
    const edges = found.records.map((listed) => ({
      cursor: auditCursor(listed.record),
      node: toAuditEventType(listed),
    }));
    const endCursor = edges.at(-1)?.cursor ?? null;
    return toConnection(edges, { ...found, endCursor, totalCount: null });
  }
}
