import { outputId } from '../../domain/archive/output-id.js';
import { backOffMs, type BackOff } from '../../domain/back-off.js';
import type { InputProblem } from '../../domain/lineage/input-problem.js';
import {
  UPLOAD_BYTES_MAX,
  UPLOAD_BYTES_MIN,
  uploadEnding,
} from '../../domain/lineage/upload-ending.js';
import { isStoreUnavailable } from '../../errors.js';
import type { Clock } from '../../ports/clock.js';
import type { CrashPoints } from '../../ports/crash-points.js';
import type { FormPost } from '../../ports/lineage/form-post.js';
import type { OutputFile, OutputFiles } from '../../ports/lineage/output-files.js';
import type { OutputUploadStore, UploadLease } from '../../ports/lineage/output-upload-store.js';
import type { Logger } from '../../ports/logger.js';
import type { RunwayApi } from '../../ports/upstream/runway-api.js';

/** 24 h: how long Runway keeps an upload. Source: Runway's page on uploads. */
const UPLOAD_TTL_MS = 86_400_000;

/** 60 s, extended while the upload goes on. */
const LEASE_MS = 60_000;

/** 15 min for the largest file: one that takes longer is begun anew. */
const UPLOAD_MS_MAX = 900_000;

/** 10 min: how long an output that can be no input is not tried again. */
const FAILED_FOR_MS = 600_000;

/** What ends by itself is tried again in steps of up to 2 min. */
const BACK_OFF: BackOff = { floorMs: 1_000, baseMs: 2_000, capMs: 120_000 };

/** 1 h: an upload that nothing waits for any more is forgotten. */
const WANTED_FOR_MS = 3_600_000;

/** Answers of a form's place that a later try may not get. */
const PASSING: ReadonlySet<number> = new Set([403, 408, 425, 429]);

/** 403s in a row after which a form's place refuses the file itself. */
const REFUSALS_MAX = 5;

export interface OutputUploadsOptions {
  readonly store: OutputUploadStore;
  readonly files: OutputFiles;
  readonly runway: Pick<RunwayApi, 'createUpload'>;
  readonly forms: FormPost;
  readonly clock: Clock;
  readonly log: Logger;
  /** In [0, 1). */
  readonly random: () => number;
  readonly crashPoints: CrashPoints;
  /** Submissions may have become due. */
  readonly onWork: () => void;
}

/** How one try has ended. */
type Outcome =
  | { readonly kind: 'done'; readonly runwayUri: string; readonly endsAt: Date }
  | { readonly kind: 'failed'; readonly problem: InputProblem; readonly detail: string }
  | { readonly kind: 'later'; readonly detail: string };

/**
 * Sends outputs to Runway as uploads, each under a lease. An upload costs nothing, so a process that
 * dies in the middle leaves it to the next lease; what is paid for waits until one is recorded.
 */
export class OutputUploads {
  readonly #options: OutputUploadsOptions;

  constructor(options: OutputUploadsOptions) {
    this.#options = options;
  }

  async take(only?: Parameters<OutputUploadStore['take']>[1]): Promise<UploadLease | undefined> {
    const now = this.#options.clock.now();
    return await this.#options.store.take({ now, until: leaseEnd(now) }, only);
  }

  /** Never rejects. What `stopping` cuts off is given back. */
  async carryOut(lease: UploadLease, stopping: AbortSignal): Promise<void> {
    const { log } = this.#options;
    const ended = new AbortController();
    const keeping = this.#keep(lease, ended);
    try {
      const outcome = await this.#upload(lease, AbortSignal.any([stopping, ended.signal]));
      const isCutOff = stopping.aborted && outcome.kind !== 'done';
      await this.#record(lease, isCutOff ? undefined : outcome);
    } catch (error) {
      // The lease ends by itself, and another one tries again.
      log.error({ ...fieldsOf(lease), error }, 'an output could not be uploaded');
    } finally {
      // Closes what is still open.
      ended.abort();
      await keeping;
    }
  }

  /** For the embedded store: what a dead process has begun is due at once. */
  async recoverAfterCrash(): Promise<void> {
    const { store, clock } = this.#options;
    await store.releaseAll(clock.now());
  }

  /** Forgets what has ended. */
  async tidy(): Promise<void> {
    const { store, clock } = this.#options;
    const now = clock.now();
    await store.forgetEnded({ now, before: new Date(now.getTime() - WANTED_FOR_MS) });
  }

  async nextDueAt(): Promise<Date | null> {
    return await this.#options.store.nextDueAt();
  }

  /** Extends the lease until `ended`; ends the upload when the lease is lost or it takes too long. */
  async #keep(lease: UploadLease, ended: AbortController): Promise<void> {
    const { store, clock, log } = this.#options;
    const startedAtMs = clock.now().getTime();
    for (;;) {
      await clock.sleep(LEASE_MS / 3, ended.signal);
      if (ended.signal.aborted) return;
      const now = clock.now();
      const isLate = now.getTime() - startedAtMs > UPLOAD_MS_MAX;
      const isHeld =
        !isLate &&
        (await store.extend(lease, leaseEnd(now)).catch((error: unknown) => {
          log.warn({ ...fieldsOf(lease), error }, 'the lease of an upload could not be extended');
          return true;
        }));
      if (isHeld) continue;
      ended.abort();
      return;
    }
  }

  async #upload(lease: UploadLease, signal: AbortSignal): Promise<Outcome> {
    const { files, crashPoints } = this.#options;
    crashPoints.reach('beforeInputUpload');
    const { tenantId, taskId, position } = lease;
    const file = await files.open(tenantId, { taskId, position }, { signal });
    if (file.kind === 'gone') return { kind: 'failed', problem: 'GONE', detail: 'gone' };
    if (file.kind !== 'opened') return { kind: 'later', detail: file.kind };
    const { bytes } = file;
    if (bytes === undefined) return { kind: 'later', detail: 'its length is not known' };
    if (bytes > UPLOAD_BYTES_MAX) {
      return { kind: 'failed', problem: 'TOO_LARGE', detail: `${String(bytes)} B` };
    }
    const ending = uploadEnding(file.type);
    if (ending === undefined || bytes < UPLOAD_BYTES_MIN) {
      const detail = `${file.type}, ${String(bytes)} B`;
      return { kind: 'failed', problem: 'UNUSABLE', detail };
    }
    const name = `output-${String(position)}.${ending}`;
    const outcome = await this.#send(lease, { ...file, bytes, name }, signal);
    crashPoints.reach('afterInputUpload');
    return outcome;
  }

  async #send(
    { runwayAccount, attempts }: UploadLease,
    file: OutputFile & { readonly bytes: number; readonly name: string },
    signal: AbortSignal,
  ): Promise<Outcome> {
    const { runway, forms, clock } = this.#options;
    const asked = await runway.createUpload(runwayAccount, file.name).catch((error: unknown) => {
      if (isStoreUnavailable(error)) throw error;
      return { detail: error instanceof Error ? error.message : 'unknown' };
    });
    if ('detail' in asked) return { kind: 'later', detail: asked.detail };
    if ('refusal' in asked) return { kind: 'failed', problem: 'UNUSABLE', detail: 'refused' };
    const endsAt = new Date(clock.now().getTime() + UPLOAD_TTL_MS);
    const posted = await forms.post(asked.form, file, signal);
    switch (posted.kind) {
      case 'stored':
        return { kind: 'done', runwayUri: asked.form.runwayUri, endsAt };
      case 'failed':
        return { kind: 'later', detail: posted.detail };
      case 'refused': {
        const detail = `status ${String(posted.status)}`;
        const isPassing = posted.status >= 500 || PASSING.has(posted.status);
        return isPassing && attempts < REFUSALS_MAX
          ? { kind: 'later', detail }
          : { kind: 'failed', problem: 'UNUSABLE', detail };
      }
    }
  }

  async #record(lease: UploadLease, outcome: Outcome | undefined): Promise<void> {
    const { store, clock, log, random, crashPoints, onWork } = this.#options;
    const now = clock.now();
    switch (outcome?.kind) {
      case undefined:
        await store.giveBack(lease, now);
        return;
      case 'later': {
        const waitMs = backOffMs(BACK_OFF, lease.attempts, random());
        await store.putOff(lease, new Date(now.getTime() + waitMs));
        const { detail } = outcome;
        log.warn({ ...fieldsOf(lease), detail, waitMs }, 'an output is uploaded later');
        return;
      }
      case 'failed': {
        const { problem, detail } = outcome;
        await store.recordFailed(lease, problem, new Date(now.getTime() + FAILED_FOR_MS), now);
        log.warn({ ...fieldsOf(lease), problem, detail }, 'an output can be no input');
        break;
      }
      case 'done':
        await store.recordDone(lease, outcome, now);
        crashPoints.reach('afterInputRecord');
        log.info(fieldsOf(lease), 'an output was uploaded to be an input');
    }
    onWork();
  }
}

function leaseEnd(now: Date): Date {
  return new Date(now.getTime() + LEASE_MS);
}

function fieldsOf({ tenantId, taskId, position }: UploadLease) {
  return { tenantId, output: outputId(taskId, position) };
}
