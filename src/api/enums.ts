import { registerEnumType } from 'type-graphql';
import {
  ALERT_ANSWERS,
  ALERT_SEVERITIES,
  type AlertAnswer,
  type AlertSeverity,
} from '../domain/alerts/alert-rules.js';
import { ARCHIVE_STATUSES, type ArchiveStatus } from '../domain/archive/archived-output.js';
import {
  OUTPUT_DISPOSITIONS,
  type OutputDisposition,
} from '../domain/archive/output-disposition.js';
import {
  AUDIT_EVENTS,
  AUDIT_VERDICTS,
  type AuditEvent,
  type AuditVerdict,
} from '../domain/audit.js';
import { BUDGET_PERIODS, type BudgetPeriod } from '../domain/pricing/credits.js';
import { SCOPES, type OwnScope, type Scope } from '../domain/tenant/scope.js';
import {
  ESTIMATE_SOURCES,
  TASK_STATUSES,
  WAITING_REASONS,
  type TaskStatus,
} from '../domain/task/task.js';
import { TENANT_STATUSES, type TenantStatus } from '../domain/tenant/tenant.js';
import { OPEN_QUESTIONS, type OpenQuestion } from '../ports/settlement/settlement-store.js';
import { generationOperations, type GenerationField } from '../operations/generation-operations.js';
import type { Operation } from '../operations/operation.js';
import { operations } from '../operations/operations.js';
import { describe, enumOf, screamingSnake, type EnumObject } from './enum-values.js';

export const TaskStatusEnum: EnumObject<TaskStatus> = enumOf(TASK_STATUSES);
registerEnumType(TaskStatusEnum, {
  name: 'TaskStatus',
  description: 'The state of a task. SUCCEEDED, FAILED and CANCELLED are final.',
  valuesConfig: describe<TaskStatus>({
    QUEUED: 'Accepted by the gateway; Runway has not answered yet.',
    PENDING: 'Accepted by Runway; not started.',
    THROTTLED: 'Accepted by Runway and waiting for a free place.',
    RUNNING: 'Being worked on; see progress.',
    SUCCEEDED: 'Done; output has the media.',
    FAILED: 'Ended without result; see failure.',
    CANCELLED: 'Ended on request.',
    UNCONFIRMED:
      'The submission may or may not have reached Runway. It is never sent again by itself; an operator settles it.',
  }),
});

export const WaitingReasonEnum = enumOf(WAITING_REASONS);
registerEnumType(WaitingReasonEnum, {
  name: 'WaitingReason',
  description: 'Why a queued task has not been submitted yet.',
  valuesConfig: describe({
    SLOT: 'All places for generations are taken.',
    TURN: 'Other tenants come first.',
    RUNWAY_UNREACHABLE: 'Runway could not be reached, or its circuit breaker is open.',
    RUNWAY_UNAUTHORIZED: 'Runway refuses the gateway’s secret, or its use of the model.',
    RUNWAY_RATE_LIMITED: 'Runway asked to send later.',
    RUNWAY_DAILY_CAP: 'The Runway account has used up its generations of the last 24 hours.',
    TENANT_STOPPED: 'An operator must resume the tenant, whose requests kept being moderated.',
    INPUT: 'An output that it is made from is being uploaded to Runway.',
  } satisfies Record<(typeof WAITING_REASONS)[number], string>),
});

export const ArchiveStatusEnum = enumOf(ARCHIVE_STATUSES);
registerEnumType(ArchiveStatusEnum, {
  name: 'ArchiveStatus',
  description: 'Where the copy of an output stands.',
  valuesConfig: describe({
    WAITING: 'It is copied soon, or again after a failure.',
    COPYING: 'It is being copied.',
    KEPT: 'The gateway has it, whole. Its address serves it for as long as the task exists.',
    LOST: 'Runway’s copy has expired before it could be copied.',
    TOO_LARGE: 'It is larger than the gateway copies.',
    OVER_QUOTA: 'Your tenant had no room in the archive.',
    ERASED: 'It was kept, and the time for which files are kept is over.',
  } satisfies Record<ArchiveStatus, string>),
});

export const OutputDispositionEnum = enumOf(OUTPUT_DISPOSITIONS);
registerEnumType(OutputDispositionEnum, {
  name: 'OutputDisposition',
  description: 'What a browser does with a file.',
  valuesConfig: describe({
    ATTACHMENT: 'Saves it.',
    INLINE: 'Shows an image, a video or sound in a page; saves all else.',
  } satisfies Record<OutputDisposition, string>),
});

export const EstimateSourceEnum = enumOf(ESTIMATE_SOURCES);
registerEnumType(EstimateSourceEnum, {
  name: 'EstimateSource',
  description: 'The source of a number of credits.',
  valuesConfig: describe({
    RUNWAY: 'Runway said so when it accepted the task.',
    PRICES: "Computed from the gateway's price facts.",
    MAXIMUM:
      'No ceiling is known: the configured maximum, or the known part of the price where that is more.',
  } satisfies Record<(typeof ESTIMATE_SOURCES)[number], string>),
});

const PRICE_UNITS = ['once', 'seconds', 'outputs', 'characters'] as const;

export const PriceUnitEnum = enumOf(PRICE_UNITS);
registerEnumType(PriceUnitEnum, {
  name: 'PriceUnit',
  description: 'The unit of a price.',
  valuesConfig: describe({
    once: 'The task.',
    seconds: 'Each second of the output.',
    outputs: 'Each file that is made.',
    characters: 'Each started run of characters; see charactersPerUnit.',
  } satisfies Record<(typeof PRICE_UNITS)[number], string>),
});

export const BudgetPeriodEnum = enumOf(BUDGET_PERIODS);
registerEnumType(BudgetPeriodEnum, {
  name: 'BudgetPeriod',
  description: 'How long a budget lasts before it starts anew.',
  valuesConfig: describe<BudgetPeriod>({
    DAY: 'A calendar day in UTC.',
    MONTH: 'A calendar month in UTC.',
  }),
});

export const BUDGET_SCOPES = ['TENANT', 'KEY'] as const;

export const BudgetScopeEnum = enumOf(BUDGET_SCOPES);
registerEnumType(BudgetScopeEnum, {
  name: 'BudgetScope',
  description: 'Whose requests draw on a budget.',
  valuesConfig: describe<(typeof BUDGET_SCOPES)[number]>({
    TENANT: 'Those of the whole tenant.',
    KEY: 'Those made with one credential.',
  }),
});

export const TenantStatusEnum = enumOf(TENANT_STATUSES);
registerEnumType(TenantStatusEnum, {
  name: 'TenantStatus',
  description: 'What a tenant may do.',
  valuesConfig: describe<TenantStatus>({
    ACTIVE: 'All that its credentials permit.',
    STOPPED:
      'Anything but spend: too many of its requests were moderated. `resumeTenant` lifts it.',
    SUSPENDED: 'Nothing: its credentials are refused. `resumeTenant` lifts it.',
    DELETING: 'Nothing, for ever: what it owns is being deleted.',
  }),
});

export const OpenQuestionEnum = enumOf(OPEN_QUESTIONS);
registerEnumType(OpenQuestionEnum, {
  name: 'OpenQuestion',
  description: 'A question about a task that only an operator can answer.',
  valuesConfig: describe<OpenQuestion>({
    SUBMISSION: 'Whether it reached Runway: the task is UNCONFIRMED. See `resolveTask`.',
    COST: 'What it cost: the task has settled and counts with its estimate. See `adjustCost`.',
    STATE:
      'Where it stands: the task is live, and Runway’s last answers about it made no sense. See `resolveTask`.',
  }),
});

/** Scopes of resource kinds permit root fields and nothing else, so those describe them. */
const KIND_SCOPE_TEXTS = Object.fromEntries(
  SCOPES.map((scope) => [scope, `Permits ${fieldsThatNeed(scope).join(', ')}.`]),
);

function fieldsThatNeed(scope: Scope): readonly string[] {
  return Object.entries<Operation>(operations)
    .filter(([, row]) => row.scope === scope)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([field, { spends }]) => `\`${field}\`${spends ? ' (costs credits)' : ''}`);
}

export const ScopeEnum: EnumObject<Scope> = enumOf(SCOPES);
registerEnumType(ScopeEnum, {
  name: 'Scope',
  description: 'A permission that a credential carries.',
  valuesConfig: {
    ...describe(KIND_SCOPE_TEXTS),
    ...describe<OwnScope>({
      'generate:video': 'May start generations that make video.',
      'generate:image': 'May start generations that make images.',
      'generate:audio': 'May start generations that make audio.',
      'generate:workflow': 'May run workflows.',
      'generate:realtime': 'May open, read and end live sessions with avatars.',
      'task:read': 'May read and follow tasks.',
      'task:cancel': 'May cancel live tasks.',
      'task:delete': 'May delete settled tasks with their output.',
      'upload:create': 'May make upload forms.',
      'schema:read':
        'May introspect the graph and read its SDL, also where that is not open to all.',
      'key:read': 'May read the API keys of its tenant.',
      'audit:read': 'May read the audit log of the tenant.',
      'webhook:read':
        'May read the webhooks of the tenant and their deliveries, and follow what they are told.',
      'webhook:write':
        'May make, change and delete webhooks of the tenant: they tell of all its tasks.',
      'account:read':
        'May see which Runway account the tenant uses, and credits and limits of its own.',
      'account:write': 'May give the tenant a Runway account of its own, and take it away.',
      'key:write':
        'May make, change, rotate and revoke API keys of its tenant that have no more scopes than it has.',
      operator:
        'May administer tenants; with `KEY_READ` and `KEY_WRITE` also the keys of all tenants.',
    }),
  },
});

export const GenerationOperationEnum: EnumObject<GenerationField> = enumOf(
  Object.keys(generationOperations) as GenerationField[],
);
registerEnumType(GenerationOperationEnum, {
  name: 'GenerationOperation',
  description: 'A mutation that starts a generation.',
  valuesConfig: Object.fromEntries(
    Object.keys(generationOperations).map((field) => [
      screamingSnake(field),
      { description: `The mutation \`${field}\`.` },
    ]),
  ),
});

export const AuditEventEnum: EnumObject<AuditEvent> = enumOf(AUDIT_EVENTS);
registerEnumType(AuditEventEnum, {
  name: 'AuditEventName',
  description:
    'The event of an audit record, named by the OWASP logging vocabulary where it has a name.',
  valuesConfig: describe<AuditEvent>({
    authn_login_fail: 'A credential was missing, wrong, ended or not good from there.',
    authn_token_reuse:
      'The right secret of a key that was revoked, has expired or got another secret was used, or a token of such a key.',
    authn_token_created: 'A key or token was made, or a key got a new secret.',
    authn_token_revoked: 'A key was revoked.',
    authz_fail: 'A credential was used for something that it does not permit.',
    authz_admin: 'An operator decided something.',
    privilege_permissions_changed: 'What a tenant or key may do was changed.',
    excess_rate_limit_exceeded: 'A limit of requests or operations was reached.',
    malicious_cors: 'A web page of an origin that may not call called.',
    sensitive_create: 'Something was made that costs nothing.',
    sensitive_read: 'A query named an object that is not there, or not the caller’s.',
    sensitive_update: 'Something was changed.',
    sensitive_delete: 'Something was deleted.',
    upload_create: 'An upload form was made.',
    user_created: 'A tenant was made.',
    user_updated: 'A tenant was suspended or resumed.',
    user_deleted: 'The deletion of a tenant began.',
    spend_request:
      'Credits were asked for. `ACCEPTED`: the gateway took the request; its outcome at Runway is in the task.',
    submission_refused:
      'Runway refused a request that the gateway had accepted: nothing was spent. It has the request and the task of the record of the acceptance.',
    security_alert:
      'The gateway raised a security alert, which `objects` names, about the tenant of this record.',
    security_answer:
      'The gateway answered a security alert by itself: it throttled a caller or suspended a key. Or an operator lifted that.',
    webhook_failing:
      'Deliveries of a webhook, which `objects` names, began to be given up, after attempts over three days.',
    webhook_disabled:
      'The receiver of a webhook, which `objects` names, answered 410: nothing more is sent.',
    sys_startup: 'A node started.',
    sys_shutdown: 'A node stopped as it should.',
    audit_records_dropped:
      'Records of refusals were dropped, because too many waited to be written; `count` says how many.',
  }),
});

export const AlertSeverityEnum: EnumObject<AlertSeverity> = enumOf(ALERT_SEVERITIES);
registerEnumType(AlertSeverityEnum, {
  name: 'AlertSeverity',
  description: 'How urgent a security alert is.',
  valuesConfig: describe<AlertSeverity>({
    WARNING: 'An operator should look at it today.',
    CRITICAL: 'An operator should look at it now.',
  }),
});

export const AlertAnswerEnum: EnumObject<AlertAnswer> = enumOf(ALERT_ANSWERS);
registerEnumType(AlertAnswerEnum, {
  name: 'AlertAnswer',
  description: 'What the gateway did by itself about a security alert.',
  valuesConfig: describe<AlertAnswer>({
    THROTTLE: 'The caller or the address has a low limit of requests for a while.',
    SUSPEND: 'The key is refused until an operator lifts it.',
  }),
});

export const AuditVerdictEnum: EnumObject<AuditVerdict> = enumOf(AUDIT_VERDICTS);
registerEnumType(AuditVerdictEnum, {
  name: 'AuditVerdict',
  description: 'The outcome of the action that an audit record describes.',
  valuesConfig: describe<AuditVerdict>({
    DONE: 'It was done.',
    ACCEPTED:
      'The gateway accepted it, before Runway answered. The task tells the rest; where Runway refused it and no task is left, a record of `SUBMISSION_REFUSED` has the same request and task.',
    UNCHANGED: 'It was answered, and nothing had to change: the request was made before.',
    DENIED: 'It was not permitted.',
    FAILED: 'It was not done for another reason, or it is not known whether it was.',
  }),
});
