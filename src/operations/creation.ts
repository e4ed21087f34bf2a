import type { SubmittedOperation } from './operation.js';
import { toolTexts } from './tool-texts.js';

/**
 * Mutations that make things which stay at Runway (and one preview). Like generations they are
 * sent once and followed as tasks. The generator makes an input class for each row.
 */
export const creationOperations = {
  createAvatar: {
    root: 'Mutation',
    sdk: ['avatars.create'],
    scope: 'avatar:write',
    cost: 20,
    spends: false,
    runwayTaskKind: 'avatar',
    strings: {
      name: 'text',
      personality: 'text',
      startScript: 'text',
      'documentIds[]': { reference: 'document' },
      'voice.custom.id': { reference: 'voice' },
    },
    description:
      'Makes an avatar of a reference image. It is PROCESSING for a while; follow it with `avatarUpdated`.',
  },
  createDocument: {
    root: 'Mutation',
    sdk: ['documents.create'],
    scope: 'document:write',
    cost: 20,
    spends: false,
    runwayTaskKind: 'document',
    strings: { name: 'text', content: 'text' },
    description: 'Makes a text document that avatars can draw on.',
  },
  createRealtimeSession: {
    root: 'Mutation',
    sdk: ['realtimeSessions.create'],
    scope: 'generate:realtime',
    cost: 100,
    spends: true,
    runwayTaskKind: 'realtimeSession',
    strings: {
      personality: 'text',
      startScript: 'text',
      'avatar.custom.avatarId': { reference: 'avatar' },
      'integration.elevenlabs.signedUrl': 'text',
      'integration.livekit.url': 'text',
      'integration.livekit.token': 'text',
      'integration.livekit.roomName': 'text',
      'integration.livekit.agentIdentity': 'text',
      ...toolTexts,
    },
    description:
      'Opens a live session with an avatar. 2 credits at once and 2 for each 6 s; the whole `maxDuration` is reserved. Follow it with `realtimeSessionUpdated` until it is READY.',
  },
  createRouter: {
    root: 'Mutation',
    sdk: ['routers.create'],
    scope: 'router:write',
    cost: 20,
    spends: false,
    runwayTaskKind: 'router',
    strings: {
      name: 'text',
      description: 'text',
      slug: 'text',
      'settings.models.ids[]': 'upstreamConstant',
    },
    description:
      'Makes a model router. Its `slug` is what generations name as `configId`; it is unique within your tenant.',
  },
  createVoice: {
    root: 'Mutation',
    sdk: ['voices.create'],
    scope: 'voice:write',
    cost: 100,
    spends: true,
    runwayTaskKind: 'voice',
    strings: { name: 'text', description: 'text', 'from.text.prompt': 'text' },
    description:
      'Makes a voice from a description or a recording. Its price is not published: the configured maximum is reserved. Follow it with `voiceUpdated`.',
  },
  previewVoice: {
    root: 'Mutation',
    sdk: ['voices.preview'],
    scope: 'voice:write',
    cost: 100,
    spends: true,
    runwayTaskKind: 'voicePreview',
    strings: { prompt: 'text' },
    description:
      'Speaks a sample of a described voice, without keeping the voice. The sample is the task’s output. Its price is not published: the configured maximum is reserved.',
  },
} as const satisfies Record<string, SubmittedOperation>;

export type CreationField = keyof typeof creationOperations;
