import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../../../src/adapters/postgres/connection/database.js';
import { auditRecord, type AuditRecord, type Seal } from '../../../src/domain/audit.js';
import type { AuditLog } from '../../../src/ports/audit/audit-log.js';
import { ChainKeys } from '../../../src/services/audit/chain-keys.js';

export const CHAIN_KEYS = new ChainKeys('0123456789abcdef0123456789abcdef', 'a test');

export const CHAIN_KEY = CHAIN_KEYS.current;

/** What AuditLog.seal is told of keys. */
export function sealingWith(keys: ChainKeys) {
  const { seal: makeSeal, mark: keyMark } = keys.current;
  return { makeSeal, keyMark, knownMarks: keys.marks };
}

export function anAuditRecord(changes: Partial<AuditRecord> = {}): AuditRecord {
  const record = auditRecord('authz_fail', 'DENIED', {
    id: randomUUID(),
    at: new Date('2026-01-02T03:04:05.678Z'),
    code: 'FORBIDDEN',
    tenantId: 'acme',
    subject: 'key:ab12',
    credentialKind: 'key',
    credentialId: 'ab12',
    keyId: 'ab12',
    operation: 'tenants',
    objects: ['tenant:other'],
    requestId: 'a request',
    address: '192.0.2.1',
  });
  return { ...record, ...changes };
}

/** Seals all that is there, and returns the head. */
export async function sealAll(log: AuditLog, now: Date, keys = CHAIN_KEYS): Promise<Seal> {
  await log.seal({ ...sealingWith(keys), now, limit: 10_000 });
  const { position, mac } = await log.head();
  return { position, mac };
}

/** Changes audit records as the owner of the table can, with its trigger disabled. */
export async function tamper({ kysely }: Database, statement: string): Promise<void> {
  await kysely.transaction().execute(async (trx) => {
    await sql`alter table audit_events disable trigger audit_events_sealed`.execute(trx);
    await sql.raw(statement).execute(trx);
    await sql`alter table audit_events enable trigger audit_events_sealed`.execute(trx);
  });
}
