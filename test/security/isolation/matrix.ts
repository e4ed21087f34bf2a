import type { JsonObject } from '../../../src/domain/input/json.js';
import type { ChangeField } from '../../../src/operations/change-operations.js';
import type { CreationField } from '../../../src/operations/creation-operations.js';
import type { GenerationField } from '../../../src/operations/generation-operations.js';
import type { OperationName } from '../../../src/operations/operations.js';
import { generationFixtures } from '../../api/fixtures/generation-fixtures.js';
import { changeInputs, creationInputs } from './creation-inputs.js';
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

const creates = (field: CreationField): Place => submits(creationInputs[field]);

const changes = (field: ChangeField, thing: Thing): Place => ({
  names: { id: thing },
  calls: changeInputs[field].map((input) => ({ input })),
});

const reads = (thing: Thing): Place => ({ names: { id: thing } });
const deletes = (thing: Thing): Place => ({ names: { id: thing }, consumes: true });
const lists = (cursor: Thing): Place => ({ names: { after: cursor }, calls: [{ first: 2 }] });
const follows = (thing: Thing): Place => ({ names: { id: thing, after: 'eventCursor' } });

/** 30 days, for reports. */
const DAYS = { from: '2026-01-01', before: '2026-01-31' };
const TIMES = { from: '2026-01-01T00:00:00Z', before: '2026-01-31T00:00:00Z' };

/** Every root field: one without a place fails the suite by its name, and so does every argument. */
export const matrix = {
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

  createAvatar: creates('createAvatar'),
  createDocument: creates('createDocument'),
  createRealtimeSession: creates('createRealtimeSession'),
  createRouter: creates('createRouter'),
  createVoice: creates('createVoice'),
  previewVoice: creates('previewVoice'),

  updateAvatar: changes('updateAvatar', 'avatar'),
  updateDocument: changes('updateDocument', 'document'),
  updateRouter: changes('updateRouter', 'router'),
  updateVoice: changes('updateVoice', 'voice'),

  avatar: reads('avatar'),
  avatars: lists('avatarCursor'),
  deleteAvatar: deletes('avatar'),
  avatarUpdated: follows('avatar'),
  avatarConversation: reads('avatarConversation'),
  avatarConversations: {
    names: { after: 'avatarConversationCursor', 'filter.avatarId': 'avatar' },
    calls: [{ first: 2 }],
  },
  deleteAvatarConversation: deletes('avatarConversation'),
  document: reads('document'),
  documents: lists('documentCursor'),
  deleteDocument: deletes('document'),
  realtimeSession: reads('realtimeSession'),
  deleteRealtimeSession: deletes('realtimeSession'),
  realtimeSessionUpdated: follows('realtimeSession'),
  router: reads('router'),
  routers: lists('routerCursor'),
  routerRequests: {
    names: { routerId: 'router', after: 'routerRequestCursor' },
    calls: [{ first: 2 }],
  },
  deleteRouter: deletes('router'),
  voice: reads('voice'),
  voices: lists('voiceCursor'),
  deleteVoice: deletes('voice'),
  voiceUpdated: follows('voice'),
  workflow: reads('workflow'),
  workflows: lists('workflowCursor'),

  models: {},
  viewer: {},
  task: { names: { id: 'task', idempotencyKey: 'idempotencyKey' } },
  tasks: { names: { after: 'taskCursor', 'filter.labels[]': 'label' }, calls: [{ first: 2 }] },
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
} as const satisfies Record<OperationName, Place>;

export function placeOf(field: string): Place | undefined {
  const places: Readonly<Record<string, Place>> = matrix;
  return Object.hasOwn(places, field) ? places[field] : undefined;
}
