import type { JsonObject, JsonValue } from '../input/json.js';
import { kindRow } from './kind-row.js';

export const CONVERSATION_STATUSES = ['IN_PROGRESS', 'ENDED', 'FAILED', 'UNKNOWN'] as const;
export type ConversationStatus = (typeof CONVERSATION_STATUSES)[number];

export interface ToolCall {
  readonly id: string | null;
  readonly name: string;
  readonly arguments: JsonObject;
}

export interface ToolResult {
  readonly id: string | null;
  readonly name: string;
  readonly durationMs: number | null;
  readonly error: string | null;
  readonly result: JsonValue;
}

export interface TranscriptEntry {
  /** `user` or `assistant`. */
  readonly role: string;
  readonly content: string | null;
  readonly timestamp: string | null;
  readonly toolCalls: readonly ToolCall[];
  readonly toolResults: readonly ToolResult[];
}

export interface ConversationTool {
  readonly name: string;
  readonly description: string;
  /** `client_event` or `backend_rpc`. */
  readonly type: string;
}

export interface AvatarConversation {
  readonly id: string;
  readonly status: ConversationStatus;
  readonly name: string;
  /** The own avatar it was with; null for a built-in one. */
  readonly avatarId: string | null;
  readonly avatarPresetId: string | null;
  readonly avatarName: string | null;
  readonly avatarImageUrl: string | null;
  /** Seconds. */
  readonly duration: number | null;
  /** Seconds. */
  readonly maxDuration: number | null;
  readonly recordingUrl: string | null;
  readonly tools: readonly ConversationTool[];
  readonly transcript: readonly TranscriptEntry[];
  readonly failureCode: string | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly createdAt: string;
}

/** Runway calls a conversation after its avatar. */
const NAMELESS = {
  name: 'Conversation',
  avatarId: null,
  avatarName: null,
  avatarImageUrl: null,
} as const;

export const avatarConversationKind = kindRow<AvatarConversation>()({
  sdk: {
    retrieve: 'avatarConversations.retrieve',
    list: 'avatarConversations.list',
    delete: 'avatarConversations.delete',
  },
  scopes: { read: 'avatar:read', write: 'avatar:write' },
  parent: { kind: 'avatar', of: ({ avatarId }) => avatarId },
  comesFrom: 'realtimeSession',
  references: {
    of: ({ avatarId }) => ({ avatar: [avatarId ?? []].flat() }),
    without: (conversation, isOwn): AvatarConversation => {
      const { avatarId, avatarPresetId } = conversation;
      // When the avatar is gone, Runway does not say whose avatar it was.
      const isForeign = avatarId === null ? avatarPresetId === null : !isOwn('avatar', avatarId);
      return isForeign ? { ...conversation, ...NAMELESS } : conversation;
    },
    bindsGrant: false,
  },
  removal: { turn: 2 },
});
