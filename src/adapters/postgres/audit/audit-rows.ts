import type { Insertable, Selectable } from 'kysely';

import type { AuditRecord } from '../../../domain/audit.js';
import type { AuditEventsTable } from './audit-tables.js';
import type { Db } from '../tasks/task-rows.js';

/** What a record is made of, beside its seal. */
export const RECORD_COLUMNS = [
  'id',
  'at',
  'event',
  'verdict',
  'code',
  'tenant_id',
  'subject',
  'credential_kind',
  'credential_id',
  'key_id',
  'operation',
  'objects',
  'request_id',
  'address',
  'count',
] as const satisfies readonly (keyof AuditEventsTable)[];

type RecordRow = Pick<Selectable<AuditEventsTable>, (typeof RECORD_COLUMNS)[number]>;

export function toRecord(row: RecordRow): AuditRecord {
  return {
    id: row.id,
    at: row.at,
    event: row.event,
    verdict: row.verdict,
    code: row.code,
    tenantId: row.tenant_id,
    subject: row.subject,
    credentialKind: row.credential_kind,
    credentialId: row.credential_id,
    keyId: row.key_id,
    operation: row.operation,
    objects: row.objects,
    requestId: row.request_id,
    address: row.address,
    count: row.count,
  };
}

export function toRow(record: AuditRecord): Insertable<AuditEventsTable> & RecordText {
  return {
    id: record.id,
    at: record.at,
    event: record.event,
    verdict: record.verdict,
    code: record.code,
    tenant_id: record.tenantId,
    subject: record.subject,
    credential_kind: record.credentialKind,
    credential_id: record.credentialId,
    key_id: record.keyId,
    operation: record.operation,
    objects: JSON.stringify(record.objects),
    request_id: record.requestId,
    address: record.address,
    count: record.count,
  };
}

interface RecordText {
  readonly objects: string;
}

/** Those that are there already stay as they are. */
export async function insertRecords(db: Db, records: readonly AuditRecord[]): Promise<void> {
  if (records.length === 0) return;
  await db
    .insertInto('audit_events')
    .values(records.map(toRow))
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}
