import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { operations } from '../../operations/operations.js';
import type { Context } from '../../ports/context.js';
import type { AuditEvents } from '../../services/audit/audit-events.js';
import { auditCursors } from './audit-cursor.js';
import { checkArgument } from '../input/check-argument.js';
import { After, First } from '../pagination/page-arguments.js';
import {
  AuditEventConnectionType,
  AuditEventFilterInput,
  AuditEventType,
  toAuditEventType,
} from './audit-types.js';
import { edgeOf, toConnection, type Connection } from '../pagination/connection.js';

@Resolver(() => AuditEventType)
export class AuditResolver {
  constructor(private readonly auditLog: AuditEvents) {}

  /** Throws NOT_FOUND where the viewer may not see the tenant. */
  @Query(() => AuditEventConnectionType, { description: operations.auditEvents.description })
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
    @First() first: number,
    @After() after: string | null | undefined,
    @Ctx() { viewer }: Context,
  ): Promise<Connection<AuditEventType>> {
    const page = { first, after: auditCursors.after(after) };
    const found = await this.auditLog.list(viewer, tenant ?? null, filter ?? {}, page);
    const edges = found.records.map((listed) =>
      edgeOf(auditCursors, listed.record, toAuditEventType(listed)),
    );
    return toConnection(edges, found);
  }
}
