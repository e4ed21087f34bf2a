/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Where the copy of an output stands. */
export type ArchiveStatus =
  /** It is being copied. */
  | 'COPYING'
  /** It was kept, and the time for which files are kept is over. */
  | 'ERASED'
  /** The gateway has it, whole. Its address serves it for as long as the task exists. */
  | 'KEPT'
  /** Runway’s copy has expired before it could be copied. */
  | 'LOST'
  /** Your tenant had no room in the archive. */
  | 'OVER_QUOTA'
  /** It is larger than the gateway copies. */
  | 'TOO_LARGE'
  /** It is copied soon, or again after a failure. */
  | 'WAITING';

/** How long a budget lasts before it starts anew. */
export type BudgetPeriod =
  /** A calendar day in UTC. */
  | 'DAY'
  /** A calendar month in UTC. */
  | 'MONTH';

/** Whose requests draw on a budget. */
export type BudgetScope =
  /** Those made with one credential. */
  | 'KEY'
  /** Those of the whole tenant. */
  | 'TENANT';

/** What a credential is. */
export type CredentialKind =
  /** An access token of an OAuth issuer that the operator trusts. */
  | 'ISSUER'
  /** An API key of this gateway. */
  | 'KEY'
  /** A short-lived token that was issued for an API key (`issueToken`). */
  | 'TOKEN';

/** The source of a number of credits. */
export type EstimateSource =
  /** No ceiling is known: the configured maximum, or the known part of the price where that is more. */
  | 'MAXIMUM'
  /** Computed from the gateway's price facts. */
  | 'PRICES'
  /** Runway said so when it accepted the task. */
  | 'RUNWAY';

/** A mutation that starts a generation. */
export type GenerationOperation =
  /** The mutation `createAdLocalization`. */
  | 'CREATE_AD_LOCALIZATION'
  /** The mutation `createAvatarVideo`. */
  | 'CREATE_AVATAR_VIDEO'
  /** The mutation `createCharacterPerformance`. */
  | 'CREATE_CHARACTER_PERFORMANCE'
  /** The mutation `createImageToVideo`. */
  | 'CREATE_IMAGE_TO_VIDEO'
  /** The mutation `createImageUpscale`. */
  | 'CREATE_IMAGE_UPSCALE'
  /** The mutation `createMarketingStockImage`. */
  | 'CREATE_MARKETING_STOCK_IMAGE'
  /** The mutation `createMultiShotVideo`. */
  | 'CREATE_MULTI_SHOT_VIDEO'
  /** The mutation `createProductAd`. */
  | 'CREATE_PRODUCT_AD'
  /** The mutation `createProductCampaignImage`. */
  | 'CREATE_PRODUCT_CAMPAIGN_IMAGE'
  /** The mutation `createProductSwap`. */
  | 'CREATE_PRODUCT_SWAP'
  /** The mutation `createProductUgc`. */
  | 'CREATE_PRODUCT_UGC'
  /** The mutation `createSoundEffect`. */
  | 'CREATE_SOUND_EFFECT'
  /** The mutation `createSpeechToSpeech`. */
  | 'CREATE_SPEECH_TO_SPEECH'
  /** The mutation `createTextToImage`. */
  | 'CREATE_TEXT_TO_IMAGE'
  /** The mutation `createTextToSpeech`. */
  | 'CREATE_TEXT_TO_SPEECH'
  /** The mutation `createTextToVideo`. */
  | 'CREATE_TEXT_TO_VIDEO'
  /** The mutation `createVideoToHdr`. */
  | 'CREATE_VIDEO_TO_HDR'
  /** The mutation `createVideoToVideo`. */
  | 'CREATE_VIDEO_TO_VIDEO'
  /** The mutation `createVideoUpscale`. */
  | 'CREATE_VIDEO_UPSCALE'
  /** The mutation `createVoiceDubbing`. */
  | 'CREATE_VOICE_DUBBING'
  /** The mutation `createVoiceIsolation`. */
  | 'CREATE_VOICE_ISOLATION'
  /** The mutation `generateAudio`. */
  | 'GENERATE_AUDIO'
  /** The mutation `generateImage`. */
  | 'GENERATE_IMAGE'
  /** The mutation `generateVideo`. */
  | 'GENERATE_VIDEO'
  /** The mutation `runWorkflow`. */
  | 'RUN_WORKFLOW';

/** A token to be issued. */
export type IssueTokenInput = {
  /** Credits that all its requests together may cost, 0–1000000000; beyond that they are refused with BUDGET_EXCEEDED. Without it, the budgets of your key and tenant alone bound them. */
  creditsMax?: number | null | undefined;
  /** Seconds until it ends, 10–3600. It ends with your key, should that be earlier. */
  expiresInSeconds: number;
  /** The only fields that it may use, as far as its scopes permit them; without it, all that they permit. 1–50 entries. */
  operations?: Array<RootField> | null | undefined;
  /** Its scopes: at least one, and none that you lack. */
  scopes: Array<Scope>;
  /** The only tasks that it may read, follow, cancel and delete. Such a token can do nothing but that: it makes no tasks. NOT_FOUND when one of them is not there. 1–50 entries. */
  taskIds?: Array<string | number> | null | undefined;
};

/** The unit of a price. */
export type PriceUnit =
  /** Each started run of characters; see charactersPerUnit. */
  | 'CHARACTERS'
  /** The task. */
  | 'ONCE'
  /** Each file that is made. */
  | 'OUTPUTS'
  /** Each second of the output. */
  | 'SECONDS';

/** A field of Query, Mutation or Subscription. */
export type RootField =
  /** The field `accessReview`. */
  | 'ACCESS_REVIEW'
  /** The field `adjustCost`. */
  | 'ADJUST_COST'
  /** The field `apiKeys`. */
  | 'API_KEYS'
  /** The field `auditEvents`. */
  | 'AUDIT_EVENTS'
  /** The field `avatar`. */
  | 'AVATAR'
  /** The field `avatars`. */
  | 'AVATARS'
  /** The field `avatarConversation`. */
  | 'AVATAR_CONVERSATION'
  /** The field `avatarConversations`. */
  | 'AVATAR_CONVERSATIONS'
  /** The field `avatarUpdated`. */
  | 'AVATAR_UPDATED'
  /** The field `avatarUsage`. */
  | 'AVATAR_USAGE'
  /** The field `cancelTask`. */
  | 'CANCEL_TASK'
  /** The field `correctTask`. */
  | 'CORRECT_TASK'
  /** The field `createAdLocalization`. */
  | 'CREATE_AD_LOCALIZATION'
  /** The field `createApiKey`. */
  | 'CREATE_API_KEY'
  /** The field `createAvatar`. */
  | 'CREATE_AVATAR'
  /** The field `createAvatarVideo`. */
  | 'CREATE_AVATAR_VIDEO'
  /** The field `createCharacterPerformance`. */
  | 'CREATE_CHARACTER_PERFORMANCE'
  /** The field `createDocument`. */
  | 'CREATE_DOCUMENT'
  /** The field `createImageToVideo`. */
  | 'CREATE_IMAGE_TO_VIDEO'
  /** The field `createImageUpscale`. */
  | 'CREATE_IMAGE_UPSCALE'
  /** The field `createMarketingStockImage`. */
  | 'CREATE_MARKETING_STOCK_IMAGE'
  /** The field `createMultiShotVideo`. */
  | 'CREATE_MULTI_SHOT_VIDEO'
  /** The field `createProductAd`. */
  | 'CREATE_PRODUCT_AD'
  /** The field `createProductCampaignImage`. */
  | 'CREATE_PRODUCT_CAMPAIGN_IMAGE'
  /** The field `createProductSwap`. */
  | 'CREATE_PRODUCT_SWAP'
  /** The field `createProductUgc`. */
  | 'CREATE_PRODUCT_UGC'
  /** The field `createRealtimeSession`. */
  | 'CREATE_REALTIME_SESSION'
  /** The field `createRouter`. */
  | 'CREATE_ROUTER'
  /** The field `createSoundEffect`. */
  | 'CREATE_SOUND_EFFECT'
  /** The field `createSpeechToSpeech`. */
  | 'CREATE_SPEECH_TO_SPEECH'
  /** The field `createTenant`. */
  | 'CREATE_TENANT'
  /** The field `createTextToImage`. */
  | 'CREATE_TEXT_TO_IMAGE'
  /** The field `createTextToSpeech`. */
  | 'CREATE_TEXT_TO_SPEECH'
  /** The field `createTextToVideo`. */
  | 'CREATE_TEXT_TO_VIDEO'
  /** The field `createUpload`. */
  | 'CREATE_UPLOAD'
  /** The field `createVideoToHdr`. */
  | 'CREATE_VIDEO_TO_HDR'
  /** The field `createVideoToVideo`. */
  | 'CREATE_VIDEO_TO_VIDEO'
  /** The field `createVideoUpscale`. */
  | 'CREATE_VIDEO_UPSCALE'
  /** The field `createVoice`. */
  | 'CREATE_VOICE'
  /** The field `createVoiceDubbing`. */
  | 'CREATE_VOICE_DUBBING'
  /** The field `createVoiceIsolation`. */
  | 'CREATE_VOICE_ISOLATION'
  /** The field `createWebhook`. */
  | 'CREATE_WEBHOOK'
  /** The field `deleteAvatar`. */
  | 'DELETE_AVATAR'
  /** The field `deleteAvatarConversation`. */
  | 'DELETE_AVATAR_CONVERSATION'
  /** The field `deleteDocument`. */
  | 'DELETE_DOCUMENT'
  /** The field `deleteRealtimeSession`. */
  | 'DELETE_REALTIME_SESSION'
  /** The field `deleteRouter`. */
  | 'DELETE_ROUTER'
  /** The field `deleteTask`. */
  | 'DELETE_TASK'
  /** The field `deleteTenant`. */
  | 'DELETE_TENANT'
  /** The field `deleteVoice`. */
  | 'DELETE_VOICE'
  /** The field `deleteWebhook`. */
  | 'DELETE_WEBHOOK'
  /** The field `document`. */
  | 'DOCUMENT'
  /** The field `documents`. */
  | 'DOCUMENTS'
  /** The field `estimate`. */
  | 'ESTIMATE'
  /** The field `generateAudio`. */
  | 'GENERATE_AUDIO'
  /** The field `generateImage`. */
  | 'GENERATE_IMAGE'
  /** The field `generateVideo`. */
  | 'GENERATE_VIDEO'
  /** The field `grantResource`. */
  | 'GRANT_RESOURCE'
  /** The field `issueToken`. */
  | 'ISSUE_TOKEN'
  /** The field `liftAlertAnswer`. */
  | 'LIFT_ALERT_ANSWER'
  /** The field `models`. */
  | 'MODELS'
  /** The field `operatorCredential`. */
  | 'OPERATOR_CREDENTIAL'
  /** The field `organization`. */
  | 'ORGANIZATION'
  /** The field `organizationUsage`. */
  | 'ORGANIZATION_USAGE'
  /** The field `organizationWebappAuditLog`. */
  | 'ORGANIZATION_WEBAPP_AUDIT_LOG'
  /** The field `organizationWebappAuditLogs`. */
  | 'ORGANIZATION_WEBAPP_AUDIT_LOGS'
  /** The field `organizationWebappUsage`. */
  | 'ORGANIZATION_WEBAPP_USAGE'
  /** The field `previewVoice`. */
  | 'PREVIEW_VOICE'
  /** The field `realtimeSession`. */
  | 'REALTIME_SESSION'
  /** The field `realtimeSessionUpdated`. */
  | 'REALTIME_SESSION_UPDATED'
  /** The field `redeliverWebhook`. */
  | 'REDELIVER_WEBHOOK'
  /** The field `removeOperatorCredential`. */
  | 'REMOVE_OPERATOR_CREDENTIAL'
  /** The field `removeRunwayCredential`. */
  | 'REMOVE_RUNWAY_CREDENTIAL'
  /** The field `resolveTask`. */
  | 'RESOLVE_TASK'
  /** The field `resubmitTask`. */
  | 'RESUBMIT_TASK'
  /** The field `resumeTenant`. */
  | 'RESUME_TENANT'
  /** The field `revokeApiKey`. */
  | 'REVOKE_API_KEY'
  /** The field `revokeResource`. */
  | 'REVOKE_RESOURCE'
  /** The field `revokeUnusedKeys`. */
  | 'REVOKE_UNUSED_KEYS'
  /** The field `rotateApiKey`. */
  | 'ROTATE_API_KEY'
  /** The field `rotateWebhookSecret`. */
  | 'ROTATE_WEBHOOK_SECRET'
  /** The field `router`. */
  | 'ROUTER'
  /** The field `routers`. */
  | 'ROUTERS'
  /** The field `routerRequests`. */
  | 'ROUTER_REQUESTS'
  /** The field `runwayAccount`. */
  | 'RUNWAY_ACCOUNT'
  /** The field `runWorkflow`. */
  | 'RUN_WORKFLOW'
  /** The field `securityAlerts`. */
  | 'SECURITY_ALERTS'
  /** The field `securityAlertRaised`. */
  | 'SECURITY_ALERT_RAISED'
  /** The field `setBudget`. */
  | 'SET_BUDGET'
  /** The field `setKeyPolicy`. */
  | 'SET_KEY_POLICY'
  /** The field `setOperatorCredential`. */
  | 'SET_OPERATOR_CREDENTIAL'
  /** The field `setRunwayCredential`. */
  | 'SET_RUNWAY_CREDENTIAL'
  /** The field `setTenantLimits`. */
  | 'SET_TENANT_LIMITS'
  /** The field `setTenantPolicy`. */
  | 'SET_TENANT_POLICY'
  /** The field `suspendTenant`. */
  | 'SUSPEND_TENANT'
  /** The field `task`. */
  | 'TASK'
  /** The field `tasks`. */
  | 'TASKS'
  /** The field `tasksUpdated`. */
  | 'TASKS_UPDATED'
  /** The field `taskUpdated`. */
  | 'TASK_UPDATED'
  /** The field `tenants`. */
  | 'TENANTS'
  /** The field `testWebhook`. */
  | 'TEST_WEBHOOK'
  /** The field `unconfirmedTasks`. */
  | 'UNCONFIRMED_TASKS'
  /** The field `unownedResources`. */
  | 'UNOWNED_RESOURCES'
  /** The field `updateApiKey`. */
  | 'UPDATE_API_KEY'
  /** The field `updateAvatar`. */
  | 'UPDATE_AVATAR'
  /** The field `updateDocument`. */
  | 'UPDATE_DOCUMENT'
  /** The field `updateRouter`. */
  | 'UPDATE_ROUTER'
  /** The field `updateVoice`. */
  | 'UPDATE_VOICE'
  /** The field `updateWebhook`. */
  | 'UPDATE_WEBHOOK'
  /** The field `usage`. */
  | 'USAGE'
  /** The field `viewer`. */
  | 'VIEWER'
  /** The field `voice`. */
  | 'VOICE'
  /** The field `voices`. */
  | 'VOICES'
  /** The field `voiceUpdated`. */
  | 'VOICE_UPDATED'
  /** The field `webhook`. */
  | 'WEBHOOK'
  /** The field `webhooks`. */
  | 'WEBHOOKS'
  /** The field `webhookDeliveries`. */
  | 'WEBHOOK_DELIVERIES'
  /** The field `webhookEvents`. */
  | 'WEBHOOK_EVENTS'
  /** The field `workflow`. */
  | 'WORKFLOW'
  /** The field `workflows`. */
  | 'WORKFLOWS';

/** A permission that a credential carries. */
export type Scope =
  /** May see which Runway account the tenant uses, and credits and limits of its own. */
  | 'ACCOUNT_READ'
  /** May give the tenant a Runway account of its own, and take it away. */
  | 'ACCOUNT_WRITE'
  /** May read the audit log of the tenant. */
  | 'AUDIT_READ'
  /** Permits `avatar`, `avatarConversation`, `avatarConversations`, `avatarUpdated`, `avatars`. */
  | 'AVATAR_READ'
  /** Permits `createAvatar`, `deleteAvatar`, `deleteAvatarConversation`, `updateAvatar`. */
  | 'AVATAR_WRITE'
  /** Permits `document`, `documents`. */
  | 'DOCUMENT_READ'
  /** Permits `createDocument`, `deleteDocument`, `updateDocument`. */
  | 'DOCUMENT_WRITE'
  /** May start generations that make audio. */
  | 'GENERATE_AUDIO'
  /** May start generations that make images. */
  | 'GENERATE_IMAGE'
  /** May open, read and end live sessions with avatars. */
  | 'GENERATE_REALTIME'
  /** May start generations that make video. */
  | 'GENERATE_VIDEO'
  /** May run workflows. */
  | 'GENERATE_WORKFLOW'
  /** May read the API keys of its tenant. */
  | 'KEY_READ'
  /** May make, change, rotate and revoke API keys of its tenant that have no more scopes than it has. */
  | 'KEY_WRITE'
  /** May administer tenants; with `KEY_READ` and `KEY_WRITE` also the keys of all tenants. */
  | 'OPERATOR'
  /** Permits `router`, `routerRequests`, `routers`. */
  | 'ROUTER_READ'
  /** Permits `createRouter`, `deleteRouter`, `updateRouter`. */
  | 'ROUTER_WRITE'
  /** May introspect the graph and read its SDL, also where that is not open to all. */
  | 'SCHEMA_READ'
  /** May cancel live tasks. */
  | 'TASK_CANCEL'
  /** May delete settled tasks with their output. */
  | 'TASK_DELETE'
  /** May read and follow tasks. */
  | 'TASK_READ'
  /** May make upload forms. */
  | 'UPLOAD_CREATE'
  /** Permits `voice`, `voiceUpdated`, `voices`. */
  | 'VOICE_READ'
  /** Permits `createVoice` (costs credits), `deleteVoice`, `previewVoice` (costs credits), `updateVoice`. */
  | 'VOICE_WRITE'
  /** May read the webhooks of the tenant and their deliveries, and follow what they are told. */
  | 'WEBHOOK_READ'
  /** May make, change and delete webhooks of the tenant: they tell of all its tasks. */
  | 'WEBHOOK_WRITE'
  /** Permits `workflow`, `workflows`. */
  | 'WORKFLOW_READ';

/** Which tasks to list: every given field must fit; within a list, any entry. An empty list filters nothing. */
export type TaskFilterInput = {
  /** Created before then. */
  createdBefore?: string | null | undefined;
  /** Created then or later. */
  createdFrom?: string | null | undefined;
  /** One of these labels. At most 50 entries of 1–100 characters. */
  labels?: Array<string> | null | undefined;
  /** Made from an output of this task. Together with other filters: of the newest 1,000 that were. */
  madeFrom?: string | number | null | undefined;
  /** One of these models, by Runway's name. At most 50 entries of 1–100 characters. */
  models?: Array<string> | null | undefined;
  /** Made by one of these fields. At most 50 entries. */
  operations?: Array<TaskOperation> | null | undefined;
  /** One of these statuses. At most 50 entries. */
  statuses?: Array<TaskStatus> | null | undefined;
};

/** A field that makes tasks. */
export type TaskOperation =
  /** The field `avatarUpdated`. */
  | 'AVATAR_UPDATED'
  /** The field `createAdLocalization`. */
  | 'CREATE_AD_LOCALIZATION'
  /** The field `createAvatar`. */
  | 'CREATE_AVATAR'
  /** The field `createAvatarVideo`. */
  | 'CREATE_AVATAR_VIDEO'
  /** The field `createCharacterPerformance`. */
  | 'CREATE_CHARACTER_PERFORMANCE'
  /** The field `createDocument`. */
  | 'CREATE_DOCUMENT'
  /** The field `createImageToVideo`. */
  | 'CREATE_IMAGE_TO_VIDEO'
  /** The field `createImageUpscale`. */
  | 'CREATE_IMAGE_UPSCALE'
  /** The field `createMarketingStockImage`. */
  | 'CREATE_MARKETING_STOCK_IMAGE'
  /** The field `createMultiShotVideo`. */
  | 'CREATE_MULTI_SHOT_VIDEO'
  /** The field `createProductAd`. */
  | 'CREATE_PRODUCT_AD'
  /** The field `createProductCampaignImage`. */
  | 'CREATE_PRODUCT_CAMPAIGN_IMAGE'
  /** The field `createProductSwap`. */
  | 'CREATE_PRODUCT_SWAP'
  /** The field `createProductUgc`. */
  | 'CREATE_PRODUCT_UGC'
  /** The field `createRealtimeSession`. */
  | 'CREATE_REALTIME_SESSION'
  /** The field `createRouter`. */
  | 'CREATE_ROUTER'
  /** The field `createSoundEffect`. */
  | 'CREATE_SOUND_EFFECT'
  /** The field `createSpeechToSpeech`. */
  | 'CREATE_SPEECH_TO_SPEECH'
  /** The field `createTextToImage`. */
  | 'CREATE_TEXT_TO_IMAGE'
  /** The field `createTextToSpeech`. */
  | 'CREATE_TEXT_TO_SPEECH'
  /** The field `createTextToVideo`. */
  | 'CREATE_TEXT_TO_VIDEO'
  /** The field `createVideoToHdr`. */
  | 'CREATE_VIDEO_TO_HDR'
  /** The field `createVideoToVideo`. */
  | 'CREATE_VIDEO_TO_VIDEO'
  /** The field `createVideoUpscale`. */
  | 'CREATE_VIDEO_UPSCALE'
  /** The field `createVoice`. */
  | 'CREATE_VOICE'
  /** The field `createVoiceDubbing`. */
  | 'CREATE_VOICE_DUBBING'
  /** The field `createVoiceIsolation`. */
  | 'CREATE_VOICE_ISOLATION'
  /** The field `generateAudio`. */
  | 'GENERATE_AUDIO'
  /** The field `generateImage`. */
  | 'GENERATE_IMAGE'
  /** The field `generateVideo`. */
  | 'GENERATE_VIDEO'
  /** The field `grantResource`. */
  | 'GRANT_RESOURCE'
  /** The field `previewVoice`. */
  | 'PREVIEW_VOICE'
  /** The field `realtimeSessionUpdated`. */
  | 'REALTIME_SESSION_UPDATED'
  /** The field `runWorkflow`. */
  | 'RUN_WORKFLOW'
  /** The field `updateAvatar`. */
  | 'UPDATE_AVATAR'
  /** The field `updateVoice`. */
  | 'UPDATE_VOICE'
  /** The field `voiceUpdated`. */
  | 'VOICE_UPDATED';

/** The state of a task. SUCCEEDED, FAILED and CANCELLED are final. */
export type TaskStatus =
  /** Ended on request. */
  | 'CANCELLED'
  /** Ended without result; see failure. */
  | 'FAILED'
  /** Accepted by Runway; not started. */
  | 'PENDING'
  /** Accepted by the gateway; Runway has not answered yet. */
  | 'QUEUED'
  /** Being worked on; see progress. */
  | 'RUNNING'
  /** Done; output has the media. */
  | 'SUCCEEDED'
  /** Accepted by Runway and waiting for a free place. */
  | 'THROTTLED'
  /** The submission may or may not have reached Runway. It is never sent again by itself; an operator settles it. */
  | 'UNCONFIRMED';

/** What usage is grouped by. */
export type UsageDimension =
  /** The UTC day. */
  | 'DAY'
  /** The holder of the credential. */
  | 'KEY'
  /** The label of the task. */
  | 'LABEL'
  /** The model. */
  | 'MODEL';

/** A period, and what its usage is grouped by. */
export type UsageInput = {
  /** The day after the last one, 1–90 days after `from`. */
  before: string;
  /** What the groups tell apart; the whole period is one group where it is empty. */
  by?: Array<UsageDimension>;
  /** The first day. */
  from: string;
};

/** Why a queued task has not been submitted yet. */
export type WaitingReason =
  /** An output that it is made from is being uploaded to Runway. */
  | 'INPUT'
  /** The Runway account has used up its generations of the last 24 hours. */
  | 'RUNWAY_DAILY_CAP'
  /** Runway asked to send later. */
  | 'RUNWAY_RATE_LIMITED'
  /** Runway refuses the gateway’s secret, or its use of the model. */
  | 'RUNWAY_UNAUTHORIZED'
  /** Runway could not be reached, or its circuit breaker is open. */
  | 'RUNWAY_UNREACHABLE'
  /** All places for generations are taken. */
  | 'SLOT'
  /** An operator must resume the tenant, whose requests kept being moderated. */
  | 'TENANT_STOPPED'
  /** Other tenants come first. */
  | 'TURN';

export type StudioTaskFragment = { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource, isGuaranteed: boolean }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null, madeFrom: Array<{ id: string, taskId: string, output: { url: string, mimeType: string | null } | null }>, history: Array<{ status: TaskStatus, at: string }> };

export type StudioTaskQueryVariables = Exact<{
  id: string | number;
}>;


export type StudioTaskQuery = { task: { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cancelRequestedAt: string | null, cost: number | null, input: unknown, runwayTaskId: string | null, waitingFor: { reason: WaitingReason, until: string | null } | null, estimate: { credits: number, source: EstimateSource, isGuaranteed: boolean }, output: Array<{ id: string, url: string, mimeType: string | null, expiresAt: string | null, nodeId: string | null, archive: { status: ArchiveStatus, sha256: string | null, bytes: number | null } | null }>, failure: { code: string | null, message: string, retryable: boolean, runwayMessage: string | null } | null, madeFrom: Array<{ id: string, taskId: string, output: { url: string, mimeType: string | null } | null }>, history: Array<{ status: TaskStatus, at: string }> } | null };

export type StudioUsesQueryVariables = Exact<{
  id: string | number;
  first: number;
}>;


export type StudioUsesQuery = { tasks: { nodes: Array<{ id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cost: number | null, input: unknown, estimate: { credits: number }, output: Array<{ url: string, mimeType: string | null }>, failure: { code: string | null } | null }>, pageInfo: { hasNextPage: boolean } } | null };

export type StudioDeleteTaskMutationVariables = Exact<{
  id: string | number;
}>;


export type StudioDeleteTaskMutation = { deleteTask: { id: string } | null };

export type ListedTaskFragment = { id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cost: number | null, input: unknown, estimate: { credits: number }, output: Array<{ url: string, mimeType: string | null }>, failure: { code: string | null } | null };

export type StudioTasksQueryVariables = Exact<{
  filter?: TaskFilterInput | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type StudioTasksQuery = { tasks: { nodes: Array<{ id: string, operation: TaskOperation, model: string | null, label: string | null, status: TaskStatus, progress: number, createdAt: string, settledAt: string | null, cost: number | null, input: unknown, estimate: { credits: number }, output: Array<{ url: string, mimeType: string | null }>, failure: { code: string | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type StudioModelNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type StudioModelNamesQuery = { models: Array<{ model: string | null }> | null };

export type StudioLabelsQueryVariables = Exact<{
  input: UsageInput;
}>;


export type StudioLabelsQuery = { usage: { rows: Array<{ label: string | null }> } | null };

export type StudioModelsQueryVariables = Exact<{
  operation?: GenerationOperation | null | undefined;
}>;


export type StudioModelsQuery = { models: Array<{ operation: GenerationOperation, model: string | null, member: string | null, summary: string | null, permitted: boolean, audio: boolean, durations: { min: number | null, max: number | null, values: Array<number> | null, auto: boolean } | null, references: { images: number | null, videos: number | null, audio: number | null }, price: { unit: PriceUnit, base: number, creditsMin: number, creditsMax: number, minimum: number | null, charactersPerUnit: number | null, isPartial: boolean } | null }> | null };

export type StudioNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type StudioNamesQuery = { voices: { nodes: Array<{ id: string, name: string }> } | null, avatars: { nodes: Array<{ id: string, name: string }> } | null, routers: { nodes: Array<{ slug: string, name: string }> } | null, workflows: { nodes: Array<{ id: string, name: string, version: number }> } | null, documents: { nodes: Array<{ id: string, name: string }> } | null };

export type StudioMoneyQueryVariables = Exact<{
  byDay: UsageInput;
  byModel: UsageInput;
  byKey: UsageInput;
}>;


export type StudioMoneyQuery = { viewer: { budget: Array<{ scope: BudgetScope, period: BudgetPeriod, limit: number | null, reserved: number, spent: number, overrun: number, remaining: number | null, resetsAt: string }> } | null, days: { rows: Array<{ day: string | null, model: string | null, subject: string | null, tasks: number, reserved: number, spent: number }> } | null, models: { rows: Array<{ day: string | null, model: string | null, subject: string | null, tasks: number, reserved: number, spent: number }> } | null, keys: { rows: Array<{ day: string | null, model: string | null, subject: string | null, tasks: number, reserved: number, spent: number }> } | null };

export type StudioOperatorCreditsQueryVariables = Exact<{ [key: string]: never; }>;


export type StudioOperatorCreditsQuery = { organization: { creditBalance: number } | null };

export type StudioOwnCreditsQueryVariables = Exact<{ [key: string]: never; }>;


export type StudioOwnCreditsQuery = { runwayAccount: { organization: { creditBalance: number } | null } | null };

export type StudioKeyNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type StudioKeyNamesQuery = { apiKeys: { nodes: Array<{ id: string, name: string | null }> } | null };

export type StudioViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type StudioViewerQuery = { viewer: { subject: string, scopes: Array<Scope>, expiresAt: string | null, tenant: { id: string, name: string }, credential: { kind: CredentialKind, id: string } } | null };

export type StudioTokenMutationVariables = Exact<{
  input: IssueTokenInput;
}>;


export type StudioTokenMutation = { issueToken: { token: string, expiresAt: string } | null };

export const StudioTaskFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StudioTask"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"isGuaranteed"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}},{"kind":"Field","name":{"kind":"Name","value":"madeFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"taskId"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"history"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"at"}}]}}]}}]} as unknown as DocumentNode<StudioTaskFragment, unknown>;
export const ListedTaskFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ListedTask"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}}]}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]} as unknown as DocumentNode<ListedTaskFragment, unknown>;
export const StudioTaskDocument = {"__meta__":{"documentId":"sha256:c5a851bcf0f37480cd33b074ee0d8ed8fd0666369ba82201628e911a18531858"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StudioTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"StudioTask"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StudioTask"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"waitingFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"until"}}]}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cancelRequestedAt"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}},{"kind":"Field","name":{"kind":"Name","value":"source"}},{"kind":"Field","name":{"kind":"Name","value":"isGuaranteed"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"nodeId"}},{"kind":"Field","name":{"kind":"Name","value":"archive"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sha256"}},{"kind":"Field","name":{"kind":"Name","value":"bytes"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"retryable"}},{"kind":"Field","name":{"kind":"Name","value":"runwayMessage"}}]}},{"kind":"Field","name":{"kind":"Name","value":"runwayTaskId"}},{"kind":"Field","name":{"kind":"Name","value":"madeFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"taskId"}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"history"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"at"}}]}}]}}]} as unknown as DocumentNode<StudioTaskQuery, StudioTaskQueryVariables>;
export const StudioUsesDocument = {"__meta__":{"documentId":"sha256:661c520c66d62bb9f6df3c9e30c1a7f4c466091c525c5fa14c3c3d2f53157a69"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StudioUses"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tasks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"madeFrom"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ListedTask"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ListedTask"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}}]}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]} as unknown as DocumentNode<StudioUsesQuery, StudioUsesQueryVariables>;
export const StudioDeleteTaskDocument = {"__meta__":{"documentId":"sha256:8308e594ba7d986b4b1e71eff6b132211806cc1de07816fc74682c72f0dd1f85"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StudioDeleteTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<StudioDeleteTaskMutation, StudioDeleteTaskMutationVariables>;
export const StudioTasksDocument = {"__meta__":{"documentId":"sha256:48bf6300a62222f32e20ad3c595609d642588a263b7d99f7ed77cc4671b22567"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StudioTasks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"TaskFilterInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tasks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ListedTask"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ListedTask"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"progress"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"cost"}},{"kind":"Field","name":{"kind":"Name","value":"input"}},{"kind":"Field","name":{"kind":"Name","value":"estimate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credits"}}]}},{"kind":"Field","name":{"kind":"Name","value":"output"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"mimeType"}}]}},{"kind":"Field","name":{"kind":"Name","value":"failure"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]} as unknown as DocumentNode<StudioTasksQuery, StudioTasksQueryVariables>;
export const StudioModelNamesDocument = {"__meta__":{"documentId":"sha256:1e0c43a0900314347fe0d2ddb70ca325cdbd7a3672e31d152707d0325f9cd518"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StudioModelNames"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"models"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"model"}}]}}]}}]} as unknown as DocumentNode<StudioModelNamesQuery, StudioModelNamesQueryVariables>;
export const StudioLabelsDocument = {"__meta__":{"documentId":"sha256:62f463adc2e4314f8b38380e774d45502092614cd76481d7b0793ad4fe20ca98"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StudioLabels"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UsageInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"usage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"label"}}]}}]}}]}}]} as unknown as DocumentNode<StudioLabelsQuery, StudioLabelsQueryVariables>;
export const StudioModelsDocument = {"__meta__":{"documentId":"sha256:4df6f1aa2f4b20aec8168324ef5b4624b3bf7cc7d5b70223f7bd3f7b9772ea51"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StudioModels"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"operation"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"GenerationOperation"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"models"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"operation"},"value":{"kind":"Variable","name":{"kind":"Name","value":"operation"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"member"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"permitted"}},{"kind":"Field","name":{"kind":"Name","value":"audio"}},{"kind":"Field","name":{"kind":"Name","value":"durations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"min"}},{"kind":"Field","name":{"kind":"Name","value":"max"}},{"kind":"Field","name":{"kind":"Name","value":"values"}},{"kind":"Field","name":{"kind":"Name","value":"auto"}}]}},{"kind":"Field","name":{"kind":"Name","value":"references"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"images"}},{"kind":"Field","name":{"kind":"Name","value":"videos"}},{"kind":"Field","name":{"kind":"Name","value":"audio"}}]}},{"kind":"Field","name":{"kind":"Name","value":"price"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"base"}},{"kind":"Field","name":{"kind":"Name","value":"creditsMin"}},{"kind":"Field","name":{"kind":"Name","value":"creditsMax"}},{"kind":"Field","name":{"kind":"Name","value":"minimum"}},{"kind":"Field","name":{"kind":"Name","value":"charactersPerUnit"}},{"kind":"Field","name":{"kind":"Name","value":"isPartial"}}]}}]}}]}}]} as unknown as DocumentNode<StudioModelsQuery, StudioModelsQueryVariables>;
export const StudioNamesDocument = {"__meta__":{"documentId":"sha256:150a3e20b9d3ff65479e1c8753fa20daed49f2fa05af709d79c4c415e368e7d9"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StudioNames"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"voices"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"avatars"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"routers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"workflows"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"documents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<StudioNamesQuery, StudioNamesQueryVariables>;
export const StudioMoneyDocument = {"__meta__":{"documentId":"sha256:ba7a6645103a6249d03c26bb5ae54b7a500eeb78fcb7085d8c49398e9f726fda"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StudioMoney"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"byDay"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UsageInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"byModel"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UsageInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"byKey"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UsageInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"budget"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"reserved"}},{"kind":"Field","name":{"kind":"Name","value":"spent"}},{"kind":"Field","name":{"kind":"Name","value":"overrun"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"resetsAt"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"days"},"name":{"kind":"Name","value":"usage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"byDay"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"tasks"}},{"kind":"Field","name":{"kind":"Name","value":"reserved"}},{"kind":"Field","name":{"kind":"Name","value":"spent"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"models"},"name":{"kind":"Name","value":"usage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"byModel"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"tasks"}},{"kind":"Field","name":{"kind":"Name","value":"reserved"}},{"kind":"Field","name":{"kind":"Name","value":"spent"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"keys"},"name":{"kind":"Name","value":"usage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"byKey"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"day"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"tasks"}},{"kind":"Field","name":{"kind":"Name","value":"reserved"}},{"kind":"Field","name":{"kind":"Name","value":"spent"}}]}}]}}]}}]} as unknown as DocumentNode<StudioMoneyQuery, StudioMoneyQueryVariables>;
export const StudioOperatorCreditsDocument = {"__meta__":{"documentId":"sha256:68c99ec6c0f0c71f82669e36737db3f5fbefd048cdced5bf495f0eaef12f68a9"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StudioOperatorCredits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"creditBalance"}}]}}]}}]} as unknown as DocumentNode<StudioOperatorCreditsQuery, StudioOperatorCreditsQueryVariables>;
export const StudioOwnCreditsDocument = {"__meta__":{"documentId":"sha256:7b619d65f9441727f66415a206c51939e24e6c1882c79a3ebab4dafd961c99fc"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StudioOwnCredits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runwayAccount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"creditBalance"}}]}}]}}]}}]} as unknown as DocumentNode<StudioOwnCreditsQuery, StudioOwnCreditsQueryVariables>;
export const StudioKeyNamesDocument = {"__meta__":{"documentId":"sha256:6295a2a2dbe8de94e04416724c32651d4010828f6b4776cb03cf556ff70a3d4e"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StudioKeyNames"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiKeys"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<StudioKeyNamesQuery, StudioKeyNamesQueryVariables>;
export const StudioViewerDocument = {"__meta__":{"documentId":"sha256:a07368e25f1912f978d4725c9c79ab796ef576c3e33b07949cd4c4f6375e3f72"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StudioViewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"tenant"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"credential"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<StudioViewerQuery, StudioViewerQueryVariables>;
export const StudioTokenDocument = {"__meta__":{"documentId":"sha256:6be2d14de8947f2e4a58f64fe315430da7c0c11a461943f9ac90e341a37e33d1"},"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StudioToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"IssueTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"issueToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"token"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}}]}}]} as unknown as DocumentNode<StudioTokenMutation, StudioTokenMutationVariables>;