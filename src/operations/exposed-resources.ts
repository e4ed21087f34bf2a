/*
 * Where the values of what tenants keep at Runway stand in the graph. exposed-properties.ts says
 * which method answers them.
 */

/** Where a value of Runway's answer stands in the graph (`Type.field.field`), or why nowhere. */
export type Exposure = string | { readonly omitted: string };

/** By the value's path in the answer. A path that ends in `*` stands for all that begin like it. */
export type Exposures = Readonly<Record<string, Exposure>>;

export const RUNWAYS_WORDS = {
  omitted: 'Runway advises against showing its text; the code is told, and what it means in ours.',
};
const TELLS_KIND = { omitted: 'Which of the fields has a value tells the same.' };

export const avatar = {
  createdAt: 'Avatar.createdAt',
  'documentIds[]': 'Avatar.documentIds',
  failureReason: 'Avatar.failureReason',
  id: 'Avatar.id',
  name: 'Avatar.name',
  personality: 'Avatar.personality',
  processedImageUri: 'Avatar.processedImageUrl',
  referenceImageUri: 'Avatar.referenceImageUrl',
  startScript: 'Avatar.startScript',
  status: 'Avatar.status',
  updatedAt: 'Avatar.updatedAt',
  'voice.deleted': 'Avatar.voice.deleted',
  'voice.description': 'Avatar.voice.description',
  'voice.id': 'Avatar.voice.voiceId',
  'voice.name': 'Avatar.voice.name',
  'voice.presetId': 'Avatar.voice.presetId',
  'voice.type': TELLS_KIND,
} as const satisfies Exposures;

export const voice = {
  createdAt: 'Voice.createdAt',
  description: 'Voice.description',
  failureReason: 'Voice.failureReason',
  id: 'Voice.id',
  name: 'Voice.name',
  previewUrl: 'Voice.previewUrl',
  status: 'Voice.status',
} as const satisfies Exposures;

export const documentInList = {
  createdAt: 'Document.createdAt',
  id: 'Document.id',
  name: 'Document.name',
  type: 'Document.type',
  updatedAt: 'Document.updatedAt',
  'usedBy[].id': 'Document.usedBy.avatarId',
  'usedBy[].imageUrl': 'Document.usedBy.imageUrl',
  'usedBy[].name': 'Document.usedBy.name',
} as const satisfies Exposures;

export const document = {
  ...documentInList,
  content: 'Document.content',
} as const satisfies Exposures;

export const conversationInList = {
  'avatar.id': 'AvatarConversation.avatarId',
  'avatar.name': 'AvatarConversation.avatarName',
  'avatar.presetId': 'AvatarConversation.avatarPresetId',
  'avatar.type': TELLS_KIND,
  createdAt: 'AvatarConversation.createdAt',
  duration: 'AvatarConversation.duration',
  id: 'AvatarConversation.id',
  name: 'AvatarConversation.name',
  status: 'AvatarConversation.status',
} as const satisfies Exposures;

export const conversation = {
  ...conversationInList,
  'avatar.imageUrl': 'AvatarConversation.avatarImageUrl',
  endedAt: 'AvatarConversation.endedAt',
  failure: RUNWAYS_WORDS,
  failureCode: 'AvatarConversation.failureCode',
  maxDuration: 'AvatarConversation.maxDuration',
  recordingUrl: 'AvatarConversation.recordingUrl',
  startedAt: 'AvatarConversation.startedAt',
  'tools[].description': 'AvatarConversation.tools.description',
  'tools[].name': 'AvatarConversation.tools.name',
  'tools[].type': 'AvatarConversation.tools.type',
  'transcript[].content': 'AvatarConversation.transcript.content',
  'transcript[].role': 'AvatarConversation.transcript.role',
  'transcript[].timestamp': 'AvatarConversation.transcript.timestamp',
  'transcript[].toolCalls[].arguments{}': 'AvatarConversation.transcript.toolCalls.arguments',
  'transcript[].toolCalls[].id': 'AvatarConversation.transcript.toolCalls.id',
  'transcript[].toolCalls[].name': 'AvatarConversation.transcript.toolCalls.name',
  'transcript[].toolResults[].durationMs': 'AvatarConversation.transcript.toolResults.durationMs',
  'transcript[].toolResults[].error': 'AvatarConversation.transcript.toolResults.error',
  'transcript[].toolResults[].id': 'AvatarConversation.transcript.toolResults.id',
  'transcript[].toolResults[].name': 'AvatarConversation.transcript.toolResults.name',
  'transcript[].toolResults[].result': 'AvatarConversation.transcript.toolResults.result',
  'transcript[].toolResults[].result{}': 'AvatarConversation.transcript.toolResults.result',
} as const satisfies Exposures;

export const router = {
  createdAt: 'Router.createdAt',
  description: 'Router.description',
  id: 'Router.id',
  name: 'Router.name',
  'settings.fallback.onCapacity': 'Router.settings.fallbackOnCapacity',
  'settings.maxCreditsPerGeneration.audio': 'Router.settings.maxCreditsPerAudio',
  'settings.maxCreditsPerGeneration.image': 'Router.settings.maxCreditsPerImage',
  'settings.maxCreditsPerGeneration.video': 'Router.settings.maxCreditsPerVideo',
  'settings.models.ids[]': 'Router.settings.modelIds',
  'settings.models.mode': 'Router.settings.modelsMode',
  'settings.optimizeFor': 'Router.settings.optimizeFor',
  'settings.schemaVersion': 'Router.settings.schemaVersion',
  slug: 'Router.slug',
  updatedAt: 'Router.updatedAt',
  version: 'Router.version',
} as const satisfies Exposures;

export const routerRequest = {
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
