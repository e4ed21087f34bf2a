import type { AuditEvent, AuditVerdict } from '../domain/audit.js';
import { rowOf } from '../domain/resource/kinds.js';
import type { Operation } from './operation.js';
import type { kindOperations } from './operations-by-kind.js';
import { findOperation, type operations, type OperationName } from './operations.js';
import { submittedOperations } from './submitted-operations.js';

/** How a mutation is told of in the audit log. */
export interface Audited {
  readonly event: AuditEvent;
  /**
   * `change`: the store writes the record in the transaction of the change; where it writes none,
   * nothing was changed. `answer`: it changes nothing in the store, and the record is written before
   * the answer.
   */
  readonly with: 'change' | 'answer';
  /** Of the record that tells of its success. `ACCEPTED`: what Runway makes of it is not known yet. */
  readonly verdict: Extract<AuditVerdict, 'DONE' | 'ACCEPTED'>;
}

type MutationName = {
  [Name in OperationName]: (typeof operations)[Name]['root'] extends 'Mutation' ? Name : never;
}[OperationName];

type OtherMutation = Exclude<
  MutationName,
  keyof typeof submittedOperations | keyof typeof kindOperations
>;

const change = (event: AuditEvent): Audited => ({ event, with: 'change', verdict: 'DONE' });
const answer = (event: AuditEvent): Audited => ({ event, with: 'answer', verdict: 'DONE' });
const submission = (event: AuditEvent): Audited => ({ event, with: 'change', verdict: 'ACCEPTED' });

/** Every mutation but those that submit something or are a kind's: one that is missing does not compile. */
const others = {
  cancelTask: change('sensitive_update'),
  deleteTask: change('sensitive_delete'),
  createUpload: change('upload_create'),
  resubmitTask: submission('spend_request'),
  createTenant: change('user_created'),
  suspendTenant: change('user_updated'),
  resumeTenant: change('user_updated'),
  deleteTenant: change('user_deleted'),
  setTenantLimits: change('privilege_permissions_changed'),
  setTenantPolicy: change('privilege_permissions_changed'),
  setBudget: change('privilege_permissions_changed'),
  grantResource: change('privilege_permissions_changed'),
  revokeResource: change('privilege_permissions_changed'),
  createApiKey: change('authn_token_created'),
  updateApiKey: change('privilege_permissions_changed'),
  rotateApiKey: change('authn_token_created'),
  setKeyPolicy: change('privilege_permissions_changed'),
  revokeApiKey: change('authn_token_revoked'),
  revokeUnusedKeys: change('authn_token_revoked'),
  issueToken: answer('authn_token_created'),
  setRunwayCredential: change('authn_token_created'),
  removeRunwayCredential: change('authn_token_revoked'),
  setOperatorCredential: change('authn_token_created'),
  removeOperatorCredential: change('authn_token_revoked'),
  liftAlertAnswer: change('security_answer'),
  createWebhook: change('sensitive_create'),
  updateWebhook: change('sensitive_update'),
  rotateWebhookSecret: change('authn_token_created'),
  deleteWebhook: change('sensitive_delete'),
  testWebhook: change('sensitive_create'),
  redeliverWebhook: change('sensitive_update'),
  resolveTask: change('authz_admin'),
  correctTask: change('authz_admin'),
  adjustCost: change('authz_admin'),
} as const satisfies Record<OtherMutation, Audited>;

/** Undefined for what is no mutation. */
export function auditedAs(field: string): Audited | undefined {
  const row = findOperation(field);
  if (Object.hasOwn(submittedOperations, field)) {
    return submission(row?.spends === true ? 'spend_request' : 'sensitive_create');
  }
  if (row?.resource !== undefined) return auditedOfKind(row.resource);
  return Object.hasOwn(others, field) ? others[field as OtherMutation] : undefined;
}

function auditedOfKind({ kind, action }: NonNullable<Operation['resource']>): Audited | undefined {
  // Runway keeps the change; the store has nothing of it.
  if (action === 'update') return answer('sensitive_update');
  if (action !== 'delete') return undefined;
  // The row of one that stays readable stays, too.
  return (rowOf(kind).staysReadable === true ? answer : change)('sensitive_delete');
}
