import type { JsonObject } from '../input/json.js';
import { kindRow } from './kind-row.js';

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

export const realtimeSessionKind = kindRow<RealtimeSession>()({
  sdk: {
    create: 'realtimeSessions.create',
    retrieve: 'realtimeSessions.retrieve',
    delete: 'realtimeSessions.delete',
  },
  scopes: { read: 'generate:realtime', write: 'generate:realtime' },
  staysReadable: true,
  // Runway does not document whether a session that has ended can be ended again.
  endedStatuses: ['COMPLETED', 'FAILED', 'CANCELLED'] satisfies readonly SessionStatus[],
  becomes: { kind: 'avatarConversation', parentIn: avatarIdIn },
  follow: {
    needsTask: () => false,
    isOver: ({ status }) => status !== 'NOT_READY' && status !== 'UNKNOWN',
    endsWithOwner: false,
  },
  removal: { turn: 1 },
});

function avatarIdIn({ avatar }: JsonObject): string | null {
  if (typeof avatar !== 'object' || avatar === null || Array.isArray(avatar)) return null;
  const { avatarId } = avatar as JsonObject;
  return typeof avatarId === 'string' ? avatarId : null;
}
