import type { JsonObject, JsonValue } from '../input/json.js';

/*
 * What Runway keeps for a tenant, flat: one type a thing, whatever state it is in. Times are
 * ISO 8601 texts as Runway gives them; URLs are signed by Runway and expire. A status that we do
 * not know is UNKNOWN.
 */

export const PROCESSING_STATUSES = ['PROCESSING', 'READY', 'FAILED', 'UNKNOWN'] as const;
export type ProcessingStatus = (typeof PROCESSING_STATUSES)[number];

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

export interface Voice {
  readonly id: string;
  readonly status: ProcessingStatus;
  readonly name: string;
  readonly description: string | null;
  readonly previewUrl: string | null;
  readonly failureReason: string | null;
  readonly createdAt: string;
}

export interface DocumentUse {
  readonly avatarId: string;
  readonly name: string;
  readonly imageUrl: string | null;
}

export interface Document {
  readonly id: string;
  readonly name: string;
  /** `text` or `file`. */
  readonly type: string;
  readonly content: string;
  readonly usedBy: readonly DocumentUse[];
  readonly createdAt: string;
  readonly updatedAt: string;
}

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

export const SESSION_STATUSES = [
  'NOT_READY',
  'READY',
  'RUNNING',
  'COMPLETED',
  'FAILED',
  'CANCELLED',
  'UNKNOWN',
] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];

export interface RealtimeSession {
  readonly id: string;
  readonly status: SessionStatus;
  /** Whether a session that is NOT_READY waits for a free slot. */
  readonly queued: boolean;
  /** A bearer secret: for the creator alone, never stored, never logged. Only while READY. */
  readonly sessionKey: string | null;
  /** Until when a READY session can be joined. */
  readonly expiresAt: string | null;
  /** Seconds, of a COMPLETED session. */
  readonly duration: number | null;
  readonly failureCode: string | null;
  readonly createdAt: string;
}

export interface RouterSettings {
  /** `cost`, `latency` or `quality`; null: Runway's default. */
  readonly optimizeFor: string | null;
  readonly fallbackOnCapacity: boolean | null;
  /** Credits. */
  readonly maxCreditsPerAudio: number | null;
  readonly maxCreditsPerImage: number | null;
  readonly maxCreditsPerVideo: number | null;
  /** `allow_new_except` or `allowlist_only`; null: all models. */
  readonly modelsMode: string | null;
  readonly modelIds: readonly string[];
  readonly schemaVersion: number;
}

export interface Router {
  readonly id: string;
  /** As Runway knows it: unique in the account. */
  readonly slug: string;
  readonly name: string;
  readonly description: string | null;
  readonly settings: RouterSettings;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** One step of a router's decision. Each has what its `type` needs; the rest is empty. */
export interface RoutingStep {
  /** `filter`, `capacity` or `rank`. */
  readonly type: string;
  readonly filter: string | null;
  readonly models: readonly string[];
  readonly skipped: readonly string[];
  readonly allExhausted: boolean | null;
  readonly outcome: string | null;
}

export interface RouterRequest {
  readonly id: string;
  readonly requestId: string;
  readonly status: string;
  readonly model: string | null;
  readonly provider: string | null;
  readonly reason: string | null;
  readonly reasonCode: string | null;
  readonly estimatedCredits: number | null;
  readonly emptiedBy: readonly string[];
  readonly pipeline: readonly RoutingStep[];
  /** Runway's id of the task that came of it. */
  readonly runwayTaskId: string | null;
  readonly createdAt: string;
}

export interface Workflow {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly version: number;
  /** Nodes and edges as Runway draws them; their shape is not documented. */
  readonly graph: {
    readonly nodes: JsonValue;
    readonly edges: JsonValue;
    readonly version: number;
  };
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** What of a thing a list page shows in any case. */
export interface ResourceSummary {
  readonly id: string;
  readonly name: string | null;
  /** A router's slug; null for everything else. */
  readonly slug: string | null;
  /** The avatar that a conversation was with; null for everything else. */
  readonly avatarId: string | null;
  readonly createdAt: string | null;
}

/** A thing by its kind. An upload is but its uri, and nothing can be read of it. */
export interface ResourceByKind {
  readonly avatar: Avatar;
  readonly avatarConversation: AvatarConversation;
  readonly document: Document;
  readonly realtimeSession: RealtimeSession;
  readonly router: Router;
  readonly voice: Voice;
  readonly workflow: Workflow;
}

export type ReadableKind = keyof ResourceByKind;
/** Kinds whose things Runway lists. */
export type ListableKind = Exclude<ReadableKind, 'realtimeSession'>;
/** Kinds whose things can be changed. */
export type ChangeableKind = 'avatar' | 'document' | 'router' | 'voice';
/** Kinds whose things can be deleted. */
export type DeletableKind = Exclude<ReadableKind, 'workflow'>;
