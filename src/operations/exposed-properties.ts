import type { SdkMethod } from '../generated/facts/sdk-methods.js';
import {
  avatar,
  conversation,
  conversationInList,
  document,
  documentInList,
  router,
  routerRequest,
  RUNWAYS_WORDS,
  voice,
  type Exposures,
} from './exposed-resources.js';

const TOLD_ONCE = {
  omitted: 'Runway tells it with this answer alone; `routerRequests` tells how a router decided.',
};
const IS_IN_INPUT = { omitted: 'It repeats what the input said; see Task.input.' };

const created = { id: 'Task.runwayTaskId' } as const satisfies Exposures;

const estimated = {
  ...created,
  'estimatedCost.credits': 'Task.estimate.credits',
} as const satisfies Exposures;

const routed = {
  ...created,
  'routing.capacityFallback.*': TOLD_ONCE,
  'routing.configId': IS_IN_INPUT,
  'routing.estimatedCost.credits': 'Task.estimate.credits',
  'routing.model': 'Task.model',
  'routing.provider': TOLD_ONCE,
  'routing.resolvedInput.*': TOLD_ONCE,
  'routing.resolvedSettings.*': TOLD_ONCE,
} as const satisfies Exposures;

const work = {
  createdAt: { omitted: 'Task.createdAt says when the gateway accepted it, which comes first.' },
  failure: RUNWAYS_WORDS,
  failureCode: 'Task.failure.code',
  id: 'Task.runwayTaskId',
  progress: 'Task.progress',
  status: 'Task.status',
} as const satisfies Exposures;

const auditLog = {
  action: 'AuditLog.action',
  actorDeleted: 'AuditLog.actorDeleted',
  actorEmail: 'AuditLog.actorEmail',
  actorUsername: 'AuditLog.actorUsername',
  eventId: 'AuditLog.eventId',
  timestamp: 'AuditLog.timestamp',
  workspaceId: 'AuditLog.workspaceId',
  workspaceName: 'AuditLog.workspaceName',
} as const satisfies Exposures;

/** A page of Runway's. */
function listed(item: Exposures): Exposures {
  return {
    ...Object.fromEntries(Object.entries(item).map(([path, to]) => [`data[].${path}`, to])),
    hasMore: 'PageInfo.hasNextPage',
    nextCursor: 'PageInfo.endCursor',
  };
}

/** Every value that a method of Runway's SDK resolves to. */
export const exposedProperties: Readonly<Record<SdkMethod, Exposures>> = {
  'avatarConversations.delete': {},
  'avatarConversations.list': listed({
    ...conversationInList,
    hasTools: { omitted: 'AvatarConversation.tools lists them.' },
  }),
  'avatarConversations.retrieve': conversation,
  'avatarVideos.create': created,
  'avatars.create': avatar,
  'avatars.delete': {},
  'avatars.getUsage': {
    avgDurationSeconds: 'AvatarUsage.avgDurationSeconds',
    'byDay[].date': 'AvatarUsage.byDay.date',
    'byDay[].seconds': 'AvatarUsage.byDay.seconds',
    'byDay[].sessions': 'AvatarUsage.byDay.sessions',
    totalSeconds: 'AvatarUsage.totalSeconds',
    totalSessions: 'AvatarUsage.totalSessions',
  },
  'avatars.list': listed(avatar),
  'avatars.retrieve': avatar,
  'avatars.update': avatar,
  'characterPerformance.create': estimated,
  'documents.create': document,
  'documents.delete': {},
  'documents.list': listed(documentInList),
  'documents.retrieve': document,
  'documents.update': {},
  'generate.audio.create': routed,
  'generate.image.create': routed,
  'generate.video.create': routed,
  'imageToVideo.create': estimated,
  'imageUpscale.create': estimated,
  'organization.retrieve': {
    creditBalance: 'Organization.creditBalance',
    'tier.maxMonthlyCreditSpend': 'Organization.maxMonthlyCreditSpend',
    'tier.models{}.maxConcurrentGenerations': 'Organization.models.maxConcurrentGenerations',
    'tier.models{}.maxDailyGenerations': 'Organization.models.maxDailyGenerations',
    'usage.models{}.dailyGenerations': 'Organization.models.dailyGenerations',
  },
  'organization.retrieveUsage': {
    'apiKeys[]': { omitted: 'They are those of OrganizationUsage.resultsByApiKey.' },
    'models[]': { omitted: 'They are those of OrganizationUsage.results.' },
    'resultsByApiKey[].date': 'OrganizationUsage.resultsByApiKey.date',
    'resultsByApiKey[].usedCredits[].amount':
      'OrganizationUsage.resultsByApiKey.usedCredits.amount',
    'resultsByApiKey[].usedCredits[].apiKeyId':
      'OrganizationUsage.resultsByApiKey.usedCredits.apiKeyId',
    'results[].date': 'OrganizationUsage.results.date',
    'results[].usedCredits[].amount': 'OrganizationUsage.results.usedCredits.amount',
    'results[].usedCredits[].model': 'OrganizationUsage.results.usedCredits.model',
  },
  'organization.webapp.auditLogs.list': listed(auditLog),
  'organization.webapp.auditLogs.retrieve': {
    ...Object.fromEntries(
      Object.entries(auditLog).map(([path, to]) => [
        path,
        to.replace('AuditLog', 'AuditLogDetails'),
      ]),
    ),
    clientIpAddress: 'AuditLogDetails.clientIpAddress',
    'metadata.*': 'AuditLogDetails.metadata.value',
    requestId: 'AuditLogDetails.requestId',
    resourceId: 'AuditLogDetails.resourceId',
    resourceType: 'AuditLogDetails.resourceType',
    userAgent: 'AuditLogDetails.userAgent',
  },
  'organization.webapp.listUsage': listed({
    credits: 'OrganizationWebappUsage.credits',
    email: 'OrganizationWebappUsage.email',
    timestamp: 'OrganizationWebappUsage.timestamp',
    tool: 'OrganizationWebappUsage.tool',
    type: 'OrganizationWebappUsage.type',
    workspaceId: 'OrganizationWebappUsage.workspaceId',
    workspaceName: 'OrganizationWebappUsage.workspaceName',
  }),
  'realtimeSessions.create': { id: 'RealtimeSession.id' },
  'realtimeSessions.delete': {},
  'realtimeSessions.retrieve': {
    createdAt: 'RealtimeSession.createdAt',
    duration: 'RealtimeSession.duration',
    expiresAt: 'RealtimeSession.expiresAt',
    failure: RUNWAYS_WORDS,
    failureCode: 'RealtimeSession.failureCode',
    id: 'RealtimeSession.id',
    queued: 'RealtimeSession.queued',
    sessionKey: 'RealtimeSession.sessionKey',
    status: 'RealtimeSession.status',
  },
  'recipes.adLocalization': estimated,
  'recipes.marketingStockImage': estimated,
  'recipes.multiShotVideo': estimated,
  'recipes.productAd': estimated,
  'recipes.productCampaignImage': estimated,
  'recipes.productSwap': estimated,
  'recipes.productUgc': estimated,
  'routers.create': router,
  'routers.delete': {},
  'routers.list': listed(router),
  'routers.listRequests': listed(routerRequest),
  'routers.retrieve': router,
  'routers.update': router,
  'soundEffect.create': estimated,
  'speechToSpeech.create': estimated,
  'tasks.delete': {},
  'tasks.retrieve': {
    ...work,
    'cost.credits': 'Task.cost',
    'estimatedCost.credits': 'Task.estimate.credits',
    'output[]': 'Task.output.url',
  },
  'textToImage.create': estimated,
  'textToSpeech.create': estimated,
  'textToVideo.create': estimated,
  'uploads.createEphemeral': { uri: 'CreateUploadPayload.runwayUri' },
  'videoToHdr.create': estimated,
  'videoToVideo.create': estimated,
  'videoUpscale.create': estimated,
  'voiceDubbing.create': estimated,
  'voiceIsolation.create': estimated,
  'voices.create': { id: 'Voice.id' },
  'voices.delete': {},
  'voices.list': listed(voice),
  'voices.preview': {
    durationSecs: { omitted: 'The sample itself tells how long it is.' },
    url: 'Task.output.url',
  },
  'voices.retrieve': voice,
  'voices.update': voice,
  'workflowInvocations.retrieve': {
    ...work,
    'nodeErrors{}.failureCode': 'Task.failure.code',
    'nodeErrors{}.message': RUNWAYS_WORDS,
    'nodeErrors{}.nodeName': { omitted: 'Workflow.graph names the nodes.' },
    'output{}[]': 'Task.output.url',
  },
  'workflows.list': {
    'data[].name': 'Workflow.name',
    'data[].versions[].createdAt': 'Workflow.createdAt',
    'data[].versions[].id': 'Workflow.id',
    'data[].versions[].version': 'Workflow.version',
  },
  'workflows.retrieve': {
    createdAt: 'Workflow.createdAt',
    description: 'Workflow.description',
    'graph.edges[]': 'Workflow.graph.edges',
    'graph.nodes[]': 'Workflow.graph.nodes',
    'graph.version': 'Workflow.graph.version',
    id: 'Workflow.id',
    name: 'Workflow.name',
    updatedAt: 'Workflow.updatedAt',
    version: 'Workflow.version',
  },
  'workflows.run': created,
};
