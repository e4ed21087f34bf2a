import { TELLS_KIND, type Exposures } from '../exposure.js';
import { creates, deletes, follows, lists, reads, updates } from '../kind-fields.js';
import type { Operation, Strings } from '../operation.js';

const strings = {
  name: 'text',
  personality: 'text',
  startScript: 'text',
  'documentIds[]': { reference: 'document' },
  'voice.custom.id': { reference: 'voice' },
} as const satisfies Strings;

export const avatarOperations = {
  createAvatar: creates(
    'avatar',
    false,
    'Makes an avatar of a reference image. It is PROCESSING for a while; follow it with `avatarUpdated`.',
    strings,
  ),
  updateAvatar: updates(
    'avatar',
    'Changes an avatar. A new reference image makes it PROCESSING again; CONFLICT while it is.',
    strings,
  ),
  avatar: reads('avatar', 'One avatar of your tenant.'),
  avatars: lists('avatar', 'The avatars of your tenant, newest first.'),
  deleteAvatar: deletes('avatar', 'Deletes an avatar at Runway, for ever.'),
  avatarUpdated: follows(
    'avatar',
    'Follows one avatar while it is PROCESSING. Without `after`: a snapshot first. Completes when it is READY or FAILED.',
  ),
} as const satisfies Record<string, Operation>;

export const avatarExposures = {
  processedImageUri: 'Avatar.processedImageUrl',
  referenceImageUri: 'Avatar.referenceImageUrl',
  'voice.id': 'Avatar.voice.voiceId',
  'voice.type': TELLS_KIND,
} as const satisfies Exposures;
