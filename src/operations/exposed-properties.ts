import type { SdkMethod } from '../generated/facts/sdk-methods.js';
import { RESOURCE_KINDS, rowOf, type ResourceKind } from '../domain/resource/kinds.js';
import { ADDED_FIELDS, WAITING_VALUES, type AddedField } from '../generated/facts/added-fields.js';
import { RESPONSE_PROPERTIES } from '../generated/facts/response-schemas.js';
import { answerTypes, typeOfKind } from './answer-types.js';
import { RUNWAYS_WORDS, type Exposure, type Exposures } from './exposure.js';
import { exposuresByKind } from './operations-by-kind.js';

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

const routerRequest = {
  createdAt: 'RouterRequest.createdAt',
  'emptiedBy[]': 'RouterRequest.emptiedBy',
  estimatedCredits: 'RouterRequest.estimatedCredits',
  id: 'RouterRequest.id',
  model: 'RouterRequest.model',
  'pipeline[].allExhausted': 'RouterRequest.pipeline.allExhausted',
  'pipeline[].filter': 'RouterRequest.pipeline.filter',
  'pipeline[].models[]': 'RouterRequest.pipeline.models',
  'pipeline[].outcome': 'RouterRequest.pipeline.outcome',
  'pipeline[].skipped[]': 'RouterRequest.pipeline.skipped',
  'pipeline[].type': 'RouterRequest.pipeline.type',
  provider: 'RouterRequest.provider',
  reason: 'RouterRequest.reason',
  reasonCode: 'RouterRequest.reasonCode',
  requestId: 'RouterRequest.requestId',
  status: 'RouterRequest.status',
  taskId: 'RouterRequest.runwayTaskId',
} as const satisfies Exposures;

const otherMethods: Partial<Record<SdkMethod, Exposures>> = {
  'avatarVideos.create': created,
  'avatars.getUsage': {
    avgDurationSeconds: 'AvatarUsage.avgDurationSeconds',
    'byDay[].date': 'AvatarUsage.byDay.date',
    'byDay[].seconds': 'AvatarUsage.byDay.seconds',
    'byDay[].sessions': 'AvatarUsage.byDay.sessions',
    totalSeconds: 'AvatarUsage.totalSeconds',
    totalSessions: 'AvatarUsage.totalSessions',
  },
  'characterPerformance.create': estimated,
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
  'recipes.adLocalization': estimated,
  'recipes.marketingStockImage': estimated,
  'recipes.multiShotVideo': estimated,
  'recipes.productAd': estimated,
  'recipes.productCampaignImage': estimated,
  'recipes.productSwap': estimated,
  'recipes.productUgc': estimated,
  'routers.listRequests': listed(routerRequest),
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
  'voices.preview': {
    durationSecs: { omitted: 'The sample itself tells how long it is.' },
    url: 'Task.output.url',
  },
  'workflowInvocations.retrieve': {
    ...work,
    'nodeErrors{}.failureCode': 'Task.failure.code',
    'nodeErrors{}.message': RUNWAYS_WORDS,
    'nodeErrors{}.nodeName': { omitted: 'Workflow.graph names the nodes.' },
    'output{}[]': 'Task.output.url',
  },
  'workflows.run': created,
};

/** A value of a kind stands under its own name, unless the kind's operations say where. */
function exposureIn(kind: ResourceKind, path: string): Exposure {
  const { [kind]: others = {} }: Partial<Record<ResourceKind, Exposures>> = exposuresByKind;
  return others[path] ?? `${typeOfKind(kind)}.${path.replaceAll(/\[\]|\{\}/g, '')}`;
}

/** The place of a value in an answer about a kind: in a resource, or in an entry of a page. */
function exposureOf(kind: ResourceKind, path: string): Exposure {
  if (path === 'hasMore') return 'PageInfo.hasNextPage';
  if (path === 'nextCursor') return 'PageInfo.endCursor';
  return exposureIn(kind, path.replace(/^data\[\]\./, ''));
}

const kindsByMethod = new Map<string, ResourceKind>(
  RESOURCE_KINDS.flatMap((kind) =>
    Object.values<string>(rowOf(kind).sdk).map((method) => [method, kind] as const),
  ),
);

/** What the list above says about a method that is not one of a kind. */
export function listedExposures(method: SdkMethod): Exposures | undefined {
  return otherMethods[method];
}

/** Where a value stands by the lists and the rule of kinds; undefined where neither knows it. */
export function exposureAt(method: SdkMethod, path: string): Exposure | undefined {
  const kind = kindsByMethod.get(method);
  if (kind !== undefined) return exposureOf(kind, path);
  const listed = Object.entries(listedExposures(method) ?? {});
  return listed.find(([one]) => covers(one, path))?.[1];
}

/** A path that ends in `*` stands for all that begin like it. */
export function covers(listed: string, path: string): boolean {
  return listed.endsWith('*') ? path.startsWith(listed.slice(0, -1)) : path === listed;
}

/** The place of the field that is made by rule for a value, or for something that it stands in. */
export function addedAt(
  method: SdkMethod,
  path: string,
  fields: readonly Pick<AddedField, 'type' | 'name' | 'path'>[] = ADDED_FIELDS,
): Exposure | undefined {
  const kind = kindsByMethod.get(method);
  const owner = kind === undefined ? answerTypes[method] : typeOfKind(kind);
  const place = path.replace(/^data\[\]\./, '');
  const field = fields.find(({ type, path: own }) => type === owner && isIn(own, place));
  return field === undefined ? undefined : `${field.type}.${field.name}`;
}

/** A value that no rule may show is left out until a person has decided about it. */
function waitingAt(method: SdkMethod, path: string): Exposure | undefined {
  const value = WAITING_VALUES.find((each) => each.method === method && each.path === path);
  return value && { omitted: `It waits for a decision: ${value.reason}.` };
}

function isIn(outer: string, path: string): boolean {
  return path.startsWith(outer) && /^$|^[.[{]/.test(path.slice(outer.length));
}

function exposuresOf(method: SdkMethod): Exposures {
  const paths: readonly string[] = RESPONSE_PROPERTIES[method];
  const shown = paths.flatMap((path): [string, Exposure][] => {
    const exposure =
      waitingAt(method, path) ??
      addedAt(method, path) ??
      (kindsByMethod.has(method) ? exposureAt(method, path) : undefined);
    return exposure === undefined ? [] : [[path, exposure]];
  });
  return { ...listedExposures(method), ...Object.fromEntries(shown) };
}

/** Every value that a method of Runway's SDK resolves to. */
export const exposedProperties: Readonly<Partial<Record<SdkMethod, Exposures>>> =
  Object.fromEntries(
    (Object.keys(RESPONSE_PROPERTIES) as SdkMethod[])
      .filter((method) => method in otherMethods || kindsByMethod.has(method))
      .map((method) => [method, exposuresOf(method)]),
  );
