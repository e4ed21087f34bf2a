import type { SubmittedOperation } from './operation.js';
import { submission } from './rows.js';
import { toolTexts } from './tool-texts.js';

/**
 * Mutations that make things which stay at Runway (and one preview). Like generations they are
 * sent once and followed as tasks. The generator makes an input class for each row.
 */
export const creationOperations = {
  createAvatar: submission(
    false,
    'avatar:write',
    'avatars.create',
    'avatar',
    'Makes an avatar of a reference image. It is PROCESSING for a while; follow it with `avatarUpdated`.',
    {
      name: 'text',
      personality: 'text',
      startScript: 'text',
      'documentIds[]': { reference: 'document' },
      'voice.custom.id': { reference: 'voice' },
    },
  ),
  createDocument: submission(
    false,
    'document:write',
    'documents.create',
    'document',
    'Makes a text document that avatars can draw on.',
    { name: 'text', content: 'text' },
  ),
  createRealtimeSession: submission(
    true,
    'generate:realtime',
    'realtimeSessions.create',
    'realtimeSession',
    'Opens a live session with an avatar. 2 credits at once and 2 for each 6 s; the whole `maxDuration` is reserved. Follow it with `realtimeSessionUpdated` until it is READY.',
    {
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
  ),
  createRouter: submission(
    false,
    'router:write',
    'routers.create',
    'router',
    'Makes a model router. Its `slug` is what generations name as `configId`; it is unique within your tenant.',
    {
      name: 'text',
      description: 'text',
      slug: 'text',
      'settings.models.ids[]': 'upstreamConstant',
    },
  ),
  createVoice: submission(
    true,
    'voice:write',
    'voices.create',
    'voice',
    'Makes a voice from a description or a recording. Its price is not published: the configured maximum is reserved. Follow it with `voiceUpdated`.',
    {
      name: 'text',
      description: 'text',
      'from.text.prompt': 'text',
    },
  ),
  previewVoice: submission(
    true,
    'voice:write',
    'voices.preview',
    'voicePreview',
    'Speaks a sample of a described voice, without keeping the voice. The sample is the task’s output. Its price is not published: the configured maximum is reserved.',
    { prompt: 'text' },
  ),
} as const satisfies Record<string, SubmittedOperation>;

export type CreationField = keyof typeof creationOperations;
