import { ELSEWHERE, SEEDED_AT } from '../resources/seeded.js';

/** What people did in Runway's own application, as the workspaces' administrator may read it. */

interface Workspace {
  readonly workspaceId: number;
  readonly workspaceName: string;
}

export interface UsageRow extends Workspace {
  readonly timestamp: string;
  readonly email: string;
  readonly tool: string;
  /** Negative for a refund. */
  readonly credits: number;
  readonly type: 'charge' | 'refund';
}

export interface AuditLogEntry extends Workspace {
  readonly eventId: string;
  readonly timestamp: string;
  readonly action: string;
  readonly actorEmail: string | null;
  readonly actorUsername: string | null;
  readonly actorDeleted: boolean;
  readonly clientIpAddress: string;
  readonly userAgent: string | null;
  readonly requestId: string | null;
  readonly resourceType: string | null;
  readonly resourceId: string | null;
  readonly metadata: Readonly<Record<string, unknown>>;
}

const HOUR_MS = 3_600_000;
/** More than two of the largest pages. */
const USAGE_ROWS = 240;
const AUDIT_LOG_ENTRIES = 120;

const WORKSPACES = [
  { workspaceId: 1001, workspaceName: 'Studio' },
  { workspaceId: 1002, workspaceName: 'Marketing' },
] as const satisfies readonly Workspace[];

const PEOPLE = [
  { email: 'ada@example.com', username: 'ada' },
  { email: 'grace@example.com', username: 'grace' },
  { email: 'alan@example.com', username: 'alan' },
] as const;

const TOOLS = [
  { tool: 'Gen-4.5', credits: 60 },
  { tool: 'Gen-4 Image', credits: 8 },
  { tool: 'Act-Two', credits: 25 },
] as const;
/** Every so many rows one gives back what the row before it took. */
const REFUND_EVERY = 20;

const ACTIONS = [
  { action: 'UserLogin', resourceType: 'user', metadata: { 'Login method': 'password' } },
  { action: 'AssetDownloaded', resourceType: 'asset', metadata: { 'Asset name': 'dawn.mp4' } },
  { action: 'GenerationCreated', resourceType: 'generation', metadata: { Model: 'Gen-4.5' } },
  {
    action: 'MemberInvited',
    resourceType: null,
    metadata: { 'Invited member': 'kay@example.com' },
  },
] as const;

/** A row every six hours, oldest first. */
export const USAGE: readonly UsageRow[] = Array.from({ length: USAGE_ROWS }, (_, index) => {
  const isRefund = index % REFUND_EVERY === REFUND_EVERY - 1;
  const charged = isRefund ? index - 1 : index;
  const { tool, credits } = at(TOOLS, charged);
  return {
    timestamp: hoursAfterStart(6 * index),
    email: at(PEOPLE, charged).email,
    ...at(WORKSPACES, charged),
    tool,
    credits: isRefund ? -credits : credits,
    type: isRefund ? 'refund' : 'charge',
  };
});

/** An entry every twelve hours, oldest first. */
export const AUDIT_LOG: readonly AuditLogEntry[] = Array.from(
  { length: AUDIT_LOG_ENTRIES },
  (_, index) => {
    const person = at(PEOPLE, index);
    const { action, resourceType, metadata } = at(ACTIONS, index);
    return {
      eventId: index === AUDIT_LOG_ENTRIES - 1 ? ELSEWHERE.auditLogEventId : eventIdOf(index),
      timestamp: hoursAfterStart(12 * index),
      action,
      actorEmail: person.email,
      actorUsername: person.username,
      actorDeleted: false,
      ...at(WORKSPACES, index),
      clientIpAddress: '192.0.2.7',
      userAgent: 'Mozilla/5.0',
      requestId: null,
      resourceType,
      resourceId: resourceType === null ? null : String(index),
      metadata,
    };
  },
);

function at<Items extends readonly [unknown, ...unknown[]]>(
  items: Items,
  index: number,
): Items[number] {
  return items[index % items.length] ?? items[0];
}

function eventIdOf(index: number): string {
  return `a0d17000-0000-4000-8000-${String(index).padStart(12, '0')}`;
}

function hoursAfterStart(hours: number): string {
  return new Date(Date.parse(SEEDED_AT) + hours * HOUR_MS).toISOString();
}
