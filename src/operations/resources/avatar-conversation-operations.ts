import { RUNWAYS_WORDS, TELLS_KIND, type Exposures } from '../exposure.js';
import { deletes, lists, reads } from '../kind-fields.js';
import type { Operation } from '../operation.js';

export const avatarConversationOperations = {
  avatarConversation: reads(
    'avatarConversation',
    'One conversation with an avatar of your tenant, with its transcript.',
  ),
  avatarConversations: lists(
    'avatarConversation',
    'The conversations with avatars of your tenant, newest first.',
  ),
  deleteAvatarConversation: deletes(
    'avatarConversation',
    'Deletes a conversation with its transcript and recording at Runway, for ever.',
  ),
} as const satisfies Record<string, Operation>;

export const avatarConversationExposures = {
  'avatar.id': 'AvatarConversation.avatarId',
  'avatar.imageUrl': 'AvatarConversation.avatarImageUrl',
  'avatar.name': 'AvatarConversation.avatarName',
  'avatar.presetId': 'AvatarConversation.avatarPresetId',
  'avatar.type': TELLS_KIND,
  failure: RUNWAYS_WORDS,
  hasTools: { omitted: 'AvatarConversation.tools lists them.' },
} as const satisfies Exposures;
