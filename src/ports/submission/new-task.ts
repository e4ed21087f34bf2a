import type { AuditedMutation } from '../../domain/audit.js';
import type { JsonValue } from '../../domain/input/json.js';
import type { ResourceKind } from '../../domain/resource/kinds.js';
import type { Estimate, RunwayTaskKind } from '../../domain/task/task.js';
import type { SdkMethod } from '../../generated/facts/sdk-methods.js';
import type { RunwayRequest } from '../upstream/runway-api.js';

/** What Runway will make of a submission and keep for its tenant. */
export interface Creation {
  readonly kind: ResourceKind;
  /** A router's slug as the tenant knows it, and as Runway does; null for everything else. */
  readonly alias: string | null;
  readonly runwaySlug: string | null;
  /** The own avatar that a live session is with; null for everything else. */
  readonly avatarId: string | null;
}

/** A checked request that a viewer wants done. */
export interface NewTask {
  readonly id: string;
  readonly tenantId: string;
  /** Viewer.subject of the creator. */
  readonly createdBy: string;
  readonly operation: string;
  readonly sdkMethod: SdkMethod;
  readonly runwayTaskKind: RunwayTaskKind;
  readonly runwayAccount: string;
  readonly model: string | null;
  readonly label: string | null;
  /** Where its outcome is posted; absent or null: nowhere but to webhooks. */
  readonly webhookUrl?: string | null;
  /** The original GraphQL input; stored, and shown from then on, without its data URIs. */
  readonly input: JsonValue;
  /** Stored whole until it has been sent or will not be, then without data URIs and secrets. */
  readonly request: RunwayRequest;
  readonly estimate: Estimate;
  /** Null for what stays nowhere but in the task, as media do. */
  readonly creates: Creation | null;
  /** Null when the caller gave no idempotency key. */
  readonly idempotency: {
    readonly key: string;
    /** SHA-256 (hex) of operation, normalised input, label and address. */
    readonly fingerprint: string;
    readonly expiresAt: Date;
  } | null;
  /** More tasks that are QUEUED or live than this are not accepted; without it any number is. */
  readonly liveTasksMax?: number;
  /**
   * Nor is it when requests of the tenant that wait or are being sent take more bytes than this.
   */
  readonly storedBytesMax?: number;
  /** A task that would have to wait beside so many queued ones is not accepted. */
  readonly queuedTasksMax?: number;
  /** Refused where a budget limits it; absent when its estimate is guaranteed, or need not be. */
  readonly isRefusedByBudgets?: true;
  /** The token with a budget of its own that it is made with; absent for all others. */
  readonly tokenBudget?: TokenBudget;
  /** Task.traceparent; absent: null. */
  readonly traceparent?: string | undefined;
  /** Whose record is written with it. */
  readonly audit?: AuditedMutation | undefined;
}

/** What all tasks of one token may cost together, counted like any budget. */
export interface TokenBudget {
  readonly tokenId: string;
  readonly creditsMax: number;
  /** When the token ends: what is counted for it need not be kept after that. */
  readonly expiresAt: Date;
}
