import type { JsonObject } from '../../../src/domain/input/json.js';
import type { ListableKind, ReadableKind } from '../../../src/domain/resource/kinds.js';
import type { ChangeField } from '../../../src/operations/change-operations.js';
import type { CreationField } from '../../../src/operations/creation-operations.js';
import type { GenerationField } from '../../../src/operations/generation-operations.js';
import type { FieldDoing } from '../../../src/operations/fields-of-kind.js';
import type { Operation, ResourceAction } from '../../../src/operations/operation.js';
import { kindOperations } from '../../../src/operations/operations-by-kind.js';
import type { OperationName } from '../../../src/operations/operations.js';
import {
  submittedOperations,
  type SubmittedField,
} from '../../../src/operations/submitted-operations.js';
import { generationFixtures } from '../../api/fixtures/generation-fixtures.js';
import { inputsOf } from './creation-inputs.js';
import type { Thing } from './things.js';
import type { Variables } from './variables.js';

/** How the walls between tenants are tried at one root field. */
export interface Place {
  /**
   * What each id, cursor and text that is looked up names, by its path. `ownKey`: an idempotency key
   * of the new task, which names no tenant's thing.
   */
  readonly names?: Readonly<Record<string, Thing | 'ownKey'>>;
  /** The arguments beside those; several, where one cannot show every reference and medium. */
  readonly calls?: readonly Variables[];
  /** The owner's own call uses the thing up. */
  readonly consumes?: true;
}

function submits(inputs: readonly JsonObject[]): Place {
  return { calls: inputs.map((input) => ({ input })), names: { idempotencyKey: 'ownKey' } };
}

const generates = (field: GenerationField): Place =>
  submits(generationFixtures[field].map(({ input }) => input));

const creates = (field: CreationField): Place => submits(inputsOf(field));

/** Every request that the submitting fields are tried with. */
const estimates: Place = {
  calls: (Object.keys(submittedOperations) as SubmittedField[]).flatMap((field) =>
    (isGeneration(field)
      ? generationFixtures[field].map(({ input }) => input)
      : inputsOf(field)
    ).map((input) => ({ request: { [field]: input } })),
  ),
};

function isGeneration(field: SubmittedField): field is GenerationField {
  return Object.hasOwn(generationFixtures, field);
}

const changes = (field: ChangeField, thing: Thing): Place => ({
  names: { id: thing },
  calls: inputsOf(field).map((input) => ({ input })),
});

const reads = (thing: Thing): Place => ({ names: { id: thing } });
const deletes = (thing: Thing): Place => ({ names: { id: thing }, consumes: true });
const lists = (cursor: Thing): Place => ({ names: { after: cursor }, calls: [{ first: 2 }] });
const follows = (thing: Thing): Place => ({ names: { id: thing, after: 'eventCursor' } });

/** 30 days, for reports. */
const DAYS = { from: '2026-01-01', before: '2026-01-31' };
const TIMES = { from: '2026-01-01T00:00:00Z', before: '2026-01-31T00:00:00Z' };

/** Fields that are no pattern of a kind's. */
const others = {
  createTextToVideo: generates('createTextToVideo'),
  createImageToVideo: generates('createImageToVideo'),
  createVideoToVideo: generates('createVideoToVideo'),
  createVideoToHdr: generates('createVideoToHdr'),
  createTextToImage: generates('createTextToImage'),
  createCharacterPerformance: generates('createCharacterPerformance'),
  createImageUpscale: generates('createImageUpscale'),
  createVideoUpscale: generates('createVideoUpscale'),
  createTextToSpeech: generates('createTextToSpeech'),
  createSoundEffect: generates('createSoundEffect'),
  createVoiceIsolation: generates('createVoiceIsolation'),
  createVoiceDubbing: generates('createVoiceDubbing'),
  createSpeechToSpeech: generates('createSpeechToSpeech'),
  generateVideo: generates('generateVideo'),
  generateImage: generates('generateImage'),
  generateAudio: generates('generateAudio'),
  createAdLocalization: generates('createAdLocalization'),
  createMarketingStockImage: generates('createMarketingStockImage'),
  createMultiShotVideo: generates('createMultiShotVideo'),
  createProductAd: generates('createProductAd'),
  createProductCampaignImage: generates('createProductCampaignImage'),
  createProductSwap: generates('createProductSwap'),
  createProductUgc: generates('createProductUgc'),
  createAvatarVideo: generates('createAvatarVideo'),
  runWorkflow: generates('runWorkflow'),

  previewVoice: creates('previewVoice'),
  routerRequests: {
    names: { routerId: 'router', after: 'routerRequestCursor' },
    calls: [{ first: 2 }],
  },

  models: {},
  estimate: estimates,
  usage: { calls: [{ input: DAYS }] },
  viewer: {},
  task: { names: { id: 'task', idempotencyKey: 'idempotencyKey' } },
  tasks: {
    names: { after: 'taskCursor', 'filter.labels[]': 'label', 'filter.madeFrom': 'task' },
    calls: [{ first: 2 }],
  },
  cancelTask: { names: { id: 'liveTask' }, consumes: true },
  deleteTask: deletes('task'),
  createUpload: { calls: [{ input: { filename: 'portrait.png' } }] },
  resubmitTask: { names: { id: 'endedTask', idempotencyKey: 'ownKey' } },
  taskUpdated: follows('task'),
  tasksUpdated: { names: { after: 'eventCursor' } },

  createTenant: {
    names: { 'input.id': 'tenant' },
    calls: [{ input: { name: 'A tenant of a tenant' } }],
  },
  resumeTenant: { names: { id: 'tenant' } },
  apiKeys: { names: { tenant: 'tenant', after: 'apiKeyCursor' }, calls: [{ first: 2 }] },
  auditEvents: {
    names: { tenant: 'tenant', after: 'auditCursor' },
    calls: [{ first: 2, filter: { subject: 'key:operator' } }],
  },
  securityAlerts: {
    names: { 'filter.tenant': 'tenant', after: 'taskCursor' },
    calls: [{ first: 2, filter: { rule: 'new_network' } }],
  },
  securityAlertRaised: { names: { after: 'taskCursor' } },
  liftAlertAnswer: { names: { id: 'task' } },
  webhook: { names: { id: 'webhook' } },
  webhooks: { names: { after: 'webhookCursor' }, calls: [{ first: 2 }] },
  createWebhook: {
    calls: [{ input: { url: 'https://hooks.example.com/runway', labels: ['a label'] } }],
  },
  updateWebhook: {
    names: { id: 'webhook' },
    calls: [
      {
        input: {
          url: 'https://hooks.example.com/other',
          labels: ['another label'],
          isPaused: true,
        },
      },
    ],
  },
  rotateWebhookSecret: { names: { id: 'webhook' } },
  deleteWebhook: deletes('webhook'),
  testWebhook: { names: { id: 'webhook' } },
  webhookDeliveries: {
    names: { 'filter.webhook': 'webhook', 'filter.task': 'task', after: 'webhookDeliveryCursor' },
    calls: [{ first: 2 }],
  },
  redeliverWebhook: { names: { id: 'webhookDelivery' } },
  webhookEvents: { names: { after: 'eventCursor' } },
  createApiKey: {
    names: { 'input.tenant': 'tenant' },
    calls: [{ input: { scopes: ['TASK_READ'], name: 'a key for a job' } }],
  },
  updateApiKey: { names: { id: 'apiKey' }, calls: [{ input: { name: 'another name' } }] },
  rotateApiKey: { names: { id: 'apiKey' } },
  revokeApiKey: deletes('apiKey'),
  setKeyPolicy: { names: { 'input.key': 'apiKey' }, calls: [{ input: { models: ['gen4.5'] } }] },
  runwayAccount: { names: { tenant: 'tenant' } },
  // One after the other: the tenant is back in the operator's account for all that comes.
  setRunwayCredential: {
    names: { 'input.tenant': 'tenant' },
    calls: [{ input: { secret: 'key_matrix', sameOrganization: false } }],
  },
  removeRunwayCredential: { names: { tenant: 'tenant' } },
  operatorCredential: {},
  setOperatorCredential: { calls: [{ input: { secret: 'key_matrix' } }] },
  removeOperatorCredential: {},
  issueToken: {
    names: { 'input.taskIds[]': 'task' },
    calls: [{ input: { scopes: ['TASK_READ'], expiresInSeconds: 60 } }],
  },
  setBudget: {
    names: { 'input.tenant': 'tenant', 'input.key': 'apiKey' },
    calls: [{ input: { period: 'DAY', creditsMax: 0 } }],
  },
  unconfirmedTasks: { names: { after: 'taskCursor' } },
  resolveTask: { names: { id: 'task' }, calls: [{ input: { notSubmitted: true } }] },
  correctTask: { names: { id: 'task' }, calls: [{ input: { notSubmitted: true } }] },
  adjustCost: { names: { id: 'task' }, calls: [{ credits: 0 }] },
  organization: {},
  organizationUsage: { calls: [DAYS] },
  avatarUsage: { calls: [DAYS] },
  organizationWebappUsage: {
    names: {
      after: 'routerRequestCursor',
      'filter.organizationId': 'tenant',
      'filter.workspaceIds[]': 'tenant',
    },
    calls: [{ filter: TIMES }],
  },
  organizationWebappAuditLogs: {
    names: {
      after: 'routerRequestCursor',
      'filter.organizationId': 'tenant',
      'filter.workspaceIds[]': 'tenant',
      'filter.actorEmails[]': 'label',
    },
  },
  organizationWebappAuditLog: { names: { id: 'task', organizationId: 'tenant' } },
  unownedResources: {
    names: { tenant: 'tenant', after: 'avatarCursor' },
    calls: [{ kind: 'AVATAR' }],
  },
  grantResource: {
    names: { 'input.tenant': 'tenant', 'input.id': 'avatar' },
    calls: [{ input: { kind: 'AVATAR', slug: 'for-a-router-only' } }],
  },
  revokeResource: { names: { id: 'avatar' }, calls: [{ kind: 'AVATAR' }] },
  tenants: { names: { after: 'taskCursor' } },
  setTenantLimits: { names: { id: 'tenant' }, calls: [{ liveTasksMax: 0 }] },
  accessReview: { calls: [{ unusedDays: 30 }] },
  revokeUnusedKeys: { calls: [{ days: 30 }] },
  setTenantPolicy: {
    names: { 'input.tenant': 'tenant' },
    calls: [{ input: { models: ['gen4.5'] } }],
  },
  suspendTenant: { names: { id: 'tenant' } },
  deleteTenant: { names: { id: 'tenant' } },
} as const satisfies Partial<Record<OperationName, Place>>;

/** What one of the six fields of a kind takes follows from what it does. */
function placeOfKind(field: string, { kind, action }: NonNullable<Operation['resource']>): Place {
  switch (action) {
    case 'create':
      return creates(field as CreationField);
    case 'update':
      return changes(field as ChangeField, kind as ReadableKind);
    case 'read':
      return reads(kind as ReadableKind);
    case 'delete':
      return deletes(kind as ReadableKind);
    case 'follow':
      return follows(kind as ReadableKind);
    case 'list':
      return lists(`${kind as ListableKind}Cursor`);
  }
}

const kinds = Object.fromEntries(
  Object.entries<Operation>(kindOperations).flatMap(([field, { resource }]) =>
    resource === undefined ? [] : [[field, placeOfKind(field, resource)]],
  ),
) as Record<FieldDoing<ResourceAction>, Place>;

/** Every root field: one without a place fails the suite by its name, and so does every argument. */
export const matrix = {
  ...kinds,
  avatarConversations: {
    names: { after: 'avatarConversationCursor', 'filter.avatarId': 'avatar' },
    calls: [{ first: 2 }],
  },
  ...others,
} as const satisfies Record<OperationName, Place>;

export function placeOf(field: string): Place | undefined {
  const places: Readonly<Record<string, Place>> = matrix;
  return Object.hasOwn(places, field) ? places[field] : undefined;
}
