import type { AuditedMutation } from '../../../domain/audit.js';
import type { Db } from '../tasks/task-rows.js';
import { insertRecords, toRow } from './audit-rows.js';

/**
 * Does `work`, and writes the record of the mutation that it belongs to in the same transaction.
 * `changed` names what was changed; undefined where nothing was: then there is no record either.
 * Without a mutation, as for a loop, it is the work alone.
 */
export async function audited<Result>(
  db: Db,
  audit: AuditedMutation | undefined,
  work: (db: Db) => Promise<Result>,
  changed: (result: Result) => readonly string[] | undefined,
): Promise<Result> {
  if (audit === undefined) return await work(db);
  const both = async (trx: Db): Promise<Result> => {
    const result = await work(trx);
    const objects = changed(result);
    if (objects !== undefined) {
      await insertRecords(trx, [{ ...audit.record, objects }]);
      audit.isWritten = true;
    }
    return result;
  };
  return db.isTransaction ? await both(db) : await db.transaction().execute(both);
}

/** The record as `AUDIT_RECORD` reads it; null without a mutation. */
export function auditValue(
  audit: AuditedMutation | undefined,
  objects: readonly string[],
): string | null {
  return audit === undefined
    ? null
    : JSON.stringify({ ...toRow({ ...audit.record, objects }), objects });
}

/** For statements that write the record themselves: those of its columns that `:audit` has. */
export const AUDIT_INSERT = `insert into audit_events (
    id, at, event, verdict, code, tenant_id, subject, credential_kind, credential_id, key_id,
    operation, objects, request_id, address
  )`;

/** The columns of the record, as `auditValue` names them. */
export const AUDIT_COLUMNS = `
    id uuid, at timestamptz, event text, verdict text, code text, tenant_id text, subject text,
    credential_kind text, credential_id text, key_id text, operation text, objects jsonb,
    request_id text, address text
  `;

export const AUDIT_RECORD = `jsonb_to_record(:audit::jsonb) as audit (${AUDIT_COLUMNS})`;
