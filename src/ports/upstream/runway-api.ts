import type { JsonObject } from '../../domain/input/json.js';
import type { ReadOutcome, RunwayRefusal } from '../../domain/runway-answer.js';
import type { PostResult } from '../../domain/submission/submission-result.js';
import type { CancellableKind, RunwayTaskKind } from '../../domain/task/task.js';
import type { SdkMethod } from '../../generated/facts/sdk-methods.js';

/** One billable request as Runway will receive it: mapped once, stored, and sent verbatim. */
export interface RunwayRequest {
  /** Values for the `{id}` places of the path, in order. */
  readonly pathIds: readonly string[];
  readonly body: JsonObject;
}

/** A presigned form: its holder may post one file to `uploadUrl`, without any key. */
export interface UploadForm {
  readonly uploadUrl: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly runwayUri: string;
}

/** Where a file may go, or Runway's 400. */
export type UploadSlot = { readonly form: UploadForm } | { readonly refusal: RunwayRefusal };

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
  }): Promise<PostResult>;
  /** Throws INTERNAL for what is never read: a document, a router, a preview of a voice. */
  readTask(account: string, kind: RunwayTaskKind, runwayTaskId: string): Promise<ReadOutcome>;
  /**
   * Cancels what is live, deletes a settled task with its output. A missing one counts as done.
   */
  deleteTask(account: string, kind: CancellableKind, runwayTaskId: string): Promise<void>;
  createUpload(account: string, filename: string): Promise<UploadSlot>;
}
