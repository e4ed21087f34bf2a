import type { JsonObject, JsonValue } from '../../domain/input/json.js';
import type { InputProblem } from '../../domain/lineage/input-problem.js';
import { withUploads } from '../../domain/lineage/with-uploads.js';
import type { Clock } from '../../ports/clock.js';
import type { OutputUploadStore, WantedOutputs } from '../../ports/lineage/output-upload-store.js';
import { outputReferencesIn, type OutputReference } from './output-references.js';

/**
 * 1 h. An upload that ends sooner is made anew: Runway may read it late, because a task that it
 * has accepted may be THROTTLED for a while.
 */
const GOOD_FOR_MS_MIN = 3_600_000;

/** A request whose media may be outputs. */
export interface RequestWithOutputs {
  readonly tenantId: string;
  readonly runwayAccount: string;
  readonly operation: string;
  /** The original GraphQL input. */
  readonly input: JsonValue;
}

/** The body as Runway may get it, or why it may not. */
export type PreparedBody =
  | { readonly kind: 'ready'; readonly body: JsonObject }
  | { readonly kind: 'unready' }
  | { readonly kind: 'unusable'; readonly problem: InputProblem };

/** Puts uploads in the place of outputs. It uploads nothing itself: see OutputUploads. */
export class PreparedInputs {
  readonly #options: {
    readonly store: OutputUploadStore;
    readonly clock: Clock;
    /** An upload has become due. */
    readonly onWork: () => void;
  };

  constructor(options: {
    readonly store: OutputUploadStore;
    readonly clock: Clock;
    readonly onWork: () => void;
  }) {
    this.#options = options;
  }

  /** Whether the request could be sent at once: it names no outputs, or all of them are uploaded. */
  async areReady(request: RequestWithOutputs): Promise<boolean> {
    const references = outputReferencesIn(request.operation, request.input);
    if (references.length === 0) return true;
    const uploads = await this.#options.store.look(this.#wanted(request, references));
    return uploads.every(({ status }) => status === 'DONE');
  }

  /**
   * The body with the uploads that stand for the outputs. What has none is due to be uploaded from
   * now on; a task (null: there is none) is due again when that is done. Throws what the store throws.
   */
  async prepare(
    request: RequestWithOutputs,
    body: JsonObject,
    taskId: string | null,
  ): Promise<PreparedBody> {
    const references = outputReferencesIn(request.operation, request.input);
    if (references.length === 0) return { kind: 'ready', body };
    const wanted = this.#wanted(request, references);
    const uploads = await this.#options.store.claim(wanted, taskId);
    const addresses = new Map<string, string>();
    let isWaiting = false;
    for (const [place, upload] of uploads.entries()) {
      if (upload.status === 'FAILED') return { kind: 'unusable', problem: upload.problem };
      if (upload.status === 'WAITING') isWaiting = true;
      else addresses.set(textAt(references, place), upload.runwayUri);
    }
    if (isWaiting) {
      this.#options.onWork();
      return { kind: 'unready' };
    }
    return { kind: 'ready', body: withUploads(body, addresses) };
  }

  /** For a task that has just gone back into the queue: its uploads may have been done meanwhile. */
  async wake(taskId: string): Promise<void> {
    const { store, clock } = this.#options;
    await store.wake(taskId, clock.now());
  }

  #wanted(
    { tenantId, runwayAccount }: RequestWithOutputs,
    references: readonly OutputReference[],
  ): WantedOutputs {
    const now = this.#options.clock.now();
    const goodUntil = new Date(now.getTime() + GOOD_FOR_MS_MIN);
    const outputs = references.map(({ output }) => output);
    return { tenantId, runwayAccount, outputs, now, goodUntil };
  }
}

function textAt(references: readonly OutputReference[], place: number): string {
  const reference = references[place];
  if (reference === undefined) throw new RangeError('The store answers with more than was asked');
  return reference.text;
}
