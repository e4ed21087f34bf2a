import type {
  Avatar,
  AvatarConversation,
  Document,
  ReadableKind,
  ResourceByKind,
} from '../../domain/resource/resources.js';
import type { Ownership } from './ownership.js';

/**
 * Things without what tells of things that are not their tenant's, ids and names: one that was made
 * in Runway's app may draw on documents and voices without an owner, a document may be used by
 * avatars of any tenant, and a conversation may have been with any of them.
 */
export async function withoutForeign<K extends ReadableKind>(
  ownership: Ownership,
  tenantId: string,
  kind: K,
  read: ReadonlyMap<string, ResourceByKind[K]>,
): Promise<ReadonlyMap<string, ResourceByKind[K]>> {
  if (ownership.isSoleTenant) return read;
  switch (kind) {
    case 'avatar': {
      const avatars = read as ReadonlyMap<string, Avatar>;
      const shown = await shownAvatars(ownership, tenantId, avatars);
      return shown as ReadonlyMap<string, ResourceByKind[K]>;
    }
    case 'avatarConversation': {
      const conversations = read as ReadonlyMap<string, AvatarConversation>;
      const shown = await shownConversations(ownership, tenantId, conversations);
      return shown as ReadonlyMap<string, ResourceByKind[K]>;
    }
    case 'document': {
      const documents = read as ReadonlyMap<string, Document>;
      const shown = await shownDocuments(ownership, tenantId, documents);
      return shown as ReadonlyMap<string, ResourceByKind[K]>;
    }
    default:
      return read;
  }
}

async function shownAvatars(
  ownership: Ownership,
  tenantId: string,
  avatars: ReadonlyMap<string, Avatar>,
): Promise<ReadonlyMap<string, Avatar>> {
  const all = [...avatars.values()];
  const documentIds = [...new Set(all.flatMap((avatar) => avatar.documentIds))];
  const voiceIds = [...new Set(all.flatMap(({ voice }) => voice?.voiceId ?? []))];
  const documents = await ownership.find(tenantId, 'document', documentIds);
  const voices = await ownership.find(tenantId, 'voice', voiceIds);
  return new Map(
    [...avatars].map(([id, avatar]) => {
      const { voice } = avatar;
      const isForeign = voice?.voiceId != null && !voices.has(voice.voiceId);
      return [
        id,
        {
          ...avatar,
          documentIds: avatar.documentIds.filter((documentId) => documents.has(documentId)),
          voice: isForeign ? { ...voice, voiceId: null, name: null, description: null } : voice,
        },
      ];
    }),
  );
}

async function shownConversations(
  ownership: Ownership,
  tenantId: string,
  conversations: ReadonlyMap<string, AvatarConversation>,
): Promise<ReadonlyMap<string, AvatarConversation>> {
  const avatarIds = [...conversations.values()].flatMap(({ avatarId }) => avatarId ?? []);
  const avatars = await ownership.find(tenantId, 'avatar', [...new Set(avatarIds)]);
  return new Map(
    [...conversations].map(([id, conversation]) => {
      const { avatarId, avatarPresetId } = conversation;
      // Runway does not say whose it was where the avatar is gone.
      const isForeign = avatarId === null ? avatarPresetId === null : !avatars.has(avatarId);
      return [id, isForeign ? { ...conversation, ...NAMELESS } : conversation];
    }),
  );
}

/** Runway calls a conversation after its avatar. */
const NAMELESS = {
  name: 'Conversation',
  avatarId: null,
  avatarName: null,
  avatarImageUrl: null,
} as const;

async function shownDocuments(
  ownership: Ownership,
  tenantId: string,
  documents: ReadonlyMap<string, Document>,
): Promise<ReadonlyMap<string, Document>> {
  const avatarIds = [...documents.values()].flatMap(({ usedBy }) =>
    usedBy.map(({ avatarId }) => avatarId),
  );
  const avatars = await ownership.find(tenantId, 'avatar', [...new Set(avatarIds)]);
  return new Map(
    [...documents].map(([id, document]) => {
      const usedBy = document.usedBy.filter(({ avatarId }) => avatars.has(avatarId));
      return [id, { ...document, usedBy }];
    }),
  );
}
