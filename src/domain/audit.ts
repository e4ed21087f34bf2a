import type { CredentialKind } from './tenant/credential-kind.js';

/**
 * The events of the audit log. They have the names of the OWASP logging vocabulary, where it has
 * one. The set is closed: the gateway writes no other event.
 */
export const AUDIT_EVENTS = [
  'authn_login_fail',
  'authn_token_reuse',
  'authn_token_created',
  'authn_token_revoked',
  'authz_fail',
  'authz_admin',
  'privilege_permissions_changed',
  'excess_rate_limit_exceeded',
  'malicious_cors',
  'sensitive_create',
  'sensitive_read',
  'sensitive_update',
  'sensitive_delete',
  'upload_create',
  'user_created',
  'user_updated',
  'user_deleted',
  'spend_request',
  'submission_refused',
  'security_alert',
  'security_answer',
  'webhook_failing',
  'webhook_disabled',
  'sys_startup',
  'sys_shutdown',
  'audit_records_dropped',
] as const;

export type AuditEvent = (typeof AUDIT_EVENTS)[number];

/**
 * `DONE`: the change was made. `ACCEPTED`: the gateway has accepted the request, and Runway has yet
 * to answer. `UNCHANGED`: the request was answered without a change. `DENIED`: it was not
 * permitted. `FAILED`: it failed for another reason, or its outcome is unknown.
 */
export const AUDIT_VERDICTS = ['DONE', 'ACCEPTED', 'UNCHANGED', 'DENIED', 'FAILED'] as const;

export type AuditVerdict = (typeof AUDIT_VERDICTS)[number];

/** One security event, purchase or change. It holds names and ids alone, never a client's text. */
export interface AuditRecord {
  /** UUID, made with the record. A record that is written twice exists once. */
  readonly id: string;
  readonly at: Date;
  readonly event: AuditEvent;
  readonly verdict: AuditVerdict;
  /** Of the error that the client got. */
  readonly code: string | null;
  readonly tenantId: string | null;
  /** Viewer.subject. */
  readonly subject: string | null;
  readonly credentialKind: CredentialKind | null;
  readonly credentialId: string | null;
  readonly keyId: string | null;
  /** Root field of the graph. */
  readonly operation: string | null;
  /** The objects that it concerned, e.g. `task:<uuid>`. */
  readonly objects: readonly string[];
  readonly requestId: string | null;
  readonly address: string | null;
  /** How many refusals, or dropped records, this one stands for; null: for itself. */
  readonly count: number | null;
}

/** A record's place in the chain, and the proof of it. */
export interface Seal {
  /** From 1 on, without gaps. */
  readonly position: number;
  /** HMAC-SHA-256 over the seal before and the record, hex. */
  readonly mac: string;
}

export interface SealedRecord {
  readonly record: AuditRecord;
  readonly seal: Seal;
  /** Which key sealed it; null: it was not noted. */
  readonly keyMark: string | null;
}

/** The seal before the first one. */
export const FIRST_SEAL: Seal = { position: 0, mac: '' };

/**
 * A mutation under way. It goes with its viewer to the store, which writes the record in the
 * transaction of the change, and then notes that it has.
 */
export interface AuditedMutation {
  readonly record: AuditRecord;
  isWritten: boolean;
}

/**
 * A separate record of Runway's refusal of the request that `mutation` submitted, with the facts of
 * the first record.
 */
export function refusedSubmission(
  { record }: AuditedMutation,
  facts: Pick<AuditRecord, 'id' | 'at' | 'code' | 'objects'>,
): AuditRecord {
  return { ...record, ...facts, event: 'submission_refused', verdict: 'FAILED' };
}

/** A record of what the process itself did, or of a caller that is not known. */
export function auditRecord(
  event: AuditEvent,
  verdict: AuditVerdict,
  facts: Pick<AuditRecord, 'id' | 'at'> & Partial<Omit<AuditRecord, 'event' | 'verdict'>>,
): AuditRecord {
  return {
    code: null,
    tenantId: null,
    subject: null,
    credentialKind: null,
    credentialId: null,
    keyId: null,
    operation: null,
    objects: [],
    requestId: null,
    address: null,
    count: null,
    ...facts,
    event,
    verdict,
  };
}

/** The text that a seal covers: every field, in one order and one spelling. */
export function sealedText({ position }: Pick<Seal, 'position'>, record: AuditRecord): string {
  return JSON.stringify([
    position,
    record.id,
    record.at.toISOString(),
    record.event,
    record.verdict,
    record.code,
    record.tenantId,
    record.subject,
    record.credentialKind,
    record.credentialId,
    record.keyId,
    record.operation,
    record.objects,
    record.requestId,
    record.address,
    record.count,
  ]);
}
