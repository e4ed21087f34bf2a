import type { JsonValue } from '../input/json.js';

/*
 * Facts about a whole Runway account, flat. Days are UTC days, YYYY-MM-DD; times are ISO 8601 texts
 * as Runway gives them; credits are Runway's.
 */

/** How much an account may do with a model; null: no limit. */
export interface OrganizationModel {
  readonly model: string;
  readonly maxConcurrentGenerations: number | null;
  readonly maxDailyGenerations: number | null;
  /** In the last 24 h, by Runway's count. */
  readonly dailyGenerations: number;
}

export interface Organization {
  readonly creditBalance: number;
  /** Credits that may be bought in a month; null: no limit. */
  readonly maxMonthlyCreditSpend: number | null;
  readonly models: readonly OrganizationModel[];
}

/** Credits used, below 0 where more came back. */
export interface ModelCredits {
  readonly model: string;
  readonly amount: number;
}

export interface ApiKeyCredits {
  readonly apiKeyId: string;
  readonly amount: number;
}

/** What was used on a day. */
export interface UsageDay<Used> {
  readonly date: string;
  readonly usedCredits: readonly Used[];
}

export interface OrganizationUsage {
  readonly results: readonly UsageDay<ModelCredits>[];
  /** Empty where Runway does not say. */
  readonly resultsByApiKey: readonly UsageDay<ApiKeyCredits>[];
}

/** Calls with avatars; seconds are of those whose duration was measured. */
export interface AvatarUsage {
  readonly totalSessions: number;
  readonly totalSeconds: number;
  readonly avgDurationSeconds: number;
  readonly byDay: readonly {
    readonly date: string;
    readonly sessions: number;
    readonly seconds: number;
  }[];
}

/** Credits that a member used in Runway's app, or got back. */
export interface WebappUsage {
  readonly timestamp: string;
  readonly email: string;
  /** The model or tool, as people know it. */
  readonly tool: string;
  /** `charge` or `refund`. */
  readonly type: string;
  /** Below 0 for a refund. */
  readonly credits: number;
  readonly workspaceId: number;
  readonly workspaceName: string;
}

/** An action of a member in Runway's app. */
export interface AuditLog {
  readonly eventId: string;
  readonly timestamp: string;
  /** An open set, e.g. `UserLogin`. */
  readonly action: string;
  readonly actorEmail: string | null;
  readonly actorUsername: string | null;
  readonly actorDeleted: boolean;
  readonly workspaceId: number;
  readonly workspaceName: string;
}

export interface AuditLogDetails extends AuditLog {
  readonly clientIpAddress: string;
  readonly userAgent: string | null;
  readonly requestId: string | null;
  readonly resourceType: string | null;
  readonly resourceId: string | null;
  /** What belongs to the action; the keys are for people, and an open set. */
  readonly metadata: readonly { readonly key: string; readonly value: JsonValue }[];
}
