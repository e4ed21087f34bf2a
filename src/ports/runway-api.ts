import type { JsonObject } from '../domain/json.js';
import type { ReadOutcome, SubmitOutcome } from '../domain/runway-answer.js';
import type { RunwayTaskKind } from '../domain/task.js';
import type { SdkMethod } from '../generated/facts/sdk-methods.js';

/** One billable request as Runway will receive it: mapped once, stored, and sent verbatim. */
export interface RunwayRequest {
  /** Values for the `{id}` places of the path, in order. */
  readonly pathIds: readonly string[];
  readonly body: JsonObject;
}

/** A presigned form: whoever holds it may post one file to `uploadUrl`, without any key. */
export interface UploadForm {
  readonly uploadUrl: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly runwayUri: string;
}

/** Facts about one Runway account. */
export interface RunwayAccountLimits {
  /** Concurrent generations by model; null = unlimited. Models that are not listed have no entry. */
  readonly maxConcurrentGenerations: Readonly<Record<string, number | null>>;
}

/** Credits that an account used for a model on a UTC day; below 0 where more came back. */
export interface CreditsUsed {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly model: string;
  readonly credits: number;
}

/**
 * Runway, called only from the server. `account` names which Runway secret is used.
 * `submit` and `readTask` never throw for anything Runway or the network does: the outcome is data.
 * The others throw GatewayError with a RUNWAY_ code.
 */
export interface RunwayApi {
  /** Sends the request once, under a deadline over headers and body, and never again by itself. */
  submit(call: {
    readonly account: string;
    readonly method: SdkMethod;
    readonly request: RunwayRequest;
    /** X-Runway-On-Behalf-Of, where configured. */
    readonly onBehalfOf: string | null;
  }): Promise<SubmitOutcome>;
  readTask(account: string, kind: RunwayTaskKind, runwayTaskId: string): Promise<ReadOutcome>;
  /** Cancels a live task, deletes a settled one. A missing one counts as done. */
  deleteTask(account: string, runwayTaskId: string): Promise<void>;
  createUpload(account: string, filename: string): Promise<UploadForm>;
  accountLimits(account: string): Promise<RunwayAccountLimits>;
  /** Of the UTC days from that of `from` to the one before that of `before`: at most 90 days. */
  organizationUsage(account: string, from: Date, before: Date): Promise<readonly CreditsUsed[]>;
}
