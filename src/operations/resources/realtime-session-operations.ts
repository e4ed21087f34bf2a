import { RUNWAYS_WORDS, type Exposures } from '../exposure.js';
import { creates, deletes, follows, reads } from '../kind-fields.js';
import type { Operation } from '../operation.js';
import { toolTexts } from '../tool-texts.js';

export const realtimeSessionOperations = {
  createRealtimeSession: creates(
    'realtimeSession',
    true,
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
  realtimeSession: reads(
    'realtimeSession',
    'One live session of your tenant. Its `sessionKey` is for its creator alone.',
  ),
  deleteRealtimeSession: deletes(
    'realtimeSession',
    'Ends a live session. What it has used until then is charged.',
  ),
  realtimeSessionUpdated: follows(
    'realtimeSession',
    'Follows one live session. Without `after`: a snapshot first. Completes when it is READY, RUNNING or over.',
  ),
} as const satisfies Record<string, Operation>;

export const realtimeSessionExposures = { failure: RUNWAYS_WORDS } as const satisfies Exposures;
