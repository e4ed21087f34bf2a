import { kindRow } from './kind-row.js';
import { FOLLOW_PROCESSING, type ProcessingStatus } from './follow-processing.js';

/** A built-in voice (`presetId`) or one of the account's own (`voiceId`). */
export interface AvatarVoice {
  readonly presetId: string | null;
  readonly voiceId: string | null;
  readonly name: string | null;
  readonly description: string | null;
  /** Whether an own voice has been deleted since. */
  readonly deleted: boolean;
}

export interface Avatar {
  readonly id: string;
  readonly status: ProcessingStatus;
  readonly name: string;
  readonly personality: string;
  readonly startScript: string | null;
  readonly voice: AvatarVoice | null;
  readonly documentIds: readonly string[];
  readonly referenceImageUrl: string | null;
  readonly processedImageUrl: string | null;
  /** Why it FAILED; null otherwise. */
  readonly failureReason: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export const avatarKind = kindRow<Avatar>()({
  sdk: {
    create: 'avatars.create',
    retrieve: 'avatars.retrieve',
    list: 'avatars.list',
    update: 'avatars.update',
    delete: 'avatars.delete',
  },
  scopes: { read: 'avatar:read', write: 'avatar:write' },
  takesMedia: true,
  changeFetchesMedia: true,
  references: {
    of: ({ documentIds, voice }) => ({
      document: documentIds,
      voice: [voice?.voiceId ?? []].flat(),
    }),
    without: (avatar, isOwn): Avatar => {
      const { voice } = avatar;
      const isForeign = voice?.voiceId != null && !isOwn('voice', voice.voiceId);
      return {
        ...avatar,
        documentIds: avatar.documentIds.filter((id) => isOwn('document', id)),
        voice: isForeign ? { ...voice, voiceId: null, name: null, description: null } : voice,
      };
    },
    bindsGrant: true,
  },
  follow: FOLLOW_PROCESSING,
  lost: { listedAs: 'name', texts: ['name', 'personality', 'startScript'] },
  // Avatars speak with voices and draw on documents, so they go before both.
  removal: { turn: 3, children: 'avatarConversation' },
});
