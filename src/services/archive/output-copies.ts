import { createHash } from 'node:crypto';
import { TYPE_BYTES, typeByContent } from '../../domain/archive/media-type.js';
import type { ArchiveFailure, CopyLease } from '../../domain/archive/archived-output.js';
import { backOffMs, type BackOff } from '../../domain/back-off.js';
import type { Output, Task } from '../../domain/task/task.js';
import type { ArchiveStore, KeptFile } from '../../ports/archive/archive-store.js';
import { noCopyPoints, type CopyPoints } from '../../ports/archive/copy-points.js';
import type { OutputSource } from '../../ports/archive/output-source.js';
import type { OutputVault, VaultWriter } from '../../ports/archive/output-vault.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import type { TaskStore } from '../../ports/tasks/task-store.js';
import type { Metrics } from '../../ports/telemetry/metrics.js';
import type { ByteRate } from '../../concurrency/byte-rate.js';
import type { FreshOutputs } from '../tasks/fresh-outputs.js';
import { SourceFailure, SourceReader } from './source-reader.js';

/** 60 s without a sign of life; a copy shows one three times in it. */
const LEASE_MS = 60_000;
const EXTEND_MS = LEASE_MS / 3;

/** Between attempts: soon at first, then every few minutes for as long as Runway keeps the file. */
const BACK_OFF: BackOff = { floorMs: 1_000, baseMs: 2_000, capMs: 300_000 };

/** 72 h after its settlement an output that could never be read is given up: Runway keeps it for 48 h. */
const GIVEN_UP_AFTER_MS = 72 * 3_600_000;

/** Ends a copy for good. */
class CopyRefused extends Error {
  constructor(readonly why: ArchiveFailure) {
    super(why);
  }
}

/** The lease is held by another node, or the output is gone. */
class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

export interface OutputCopiesOptions {
  readonly store: ArchiveStore;
  readonly tasks: Pick<TaskStore, 'findTask'>;
  readonly fresh: FreshOutputs;
  readonly source: OutputSource;
  readonly vault: OutputVault;
  readonly clock: Clock;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** In [0, 1). */
  readonly random: () => number;
  /** Larger files are not copied. */
  readonly fileBytesMax: number;
  /** What one tenant may have in the archive; null: no limit. */
  readonly tenantBytesMax: number | null;
  /** Of all copies of this process; undefined: as fast as they can. */
  readonly rate: ByteRate | undefined;
  readonly points?: CopyPoints | undefined;
}

/** Copies outputs from Runway into the archive, one lease after the other. */
export class OutputCopies {
  readonly #options: OutputCopiesOptions;
  readonly #points: CopyPoints;

  constructor(options: OutputCopiesOptions) {
    this.#options = options;
    this.#points = options.points ?? noCopyPoints;
  }

  /** Undefined: no output is due. */
  async take(): Promise<CopyLease | undefined> {
    const { store, clock } = this.#options;
    const now = clock.now();
    const lease = await store.takeCopy(now, new Date(now.getTime() + LEASE_MS));
    if (lease !== undefined) this.#points.reach('afterLease', lease.id);
    return lease;
  }

  /** Ends when the output is kept, given up or postponed. `signal` ends it earlier. */
  async copy(lease: CopyLease, signal: AbortSignal): Promise<void> {
    const { store, clock, log, metrics } = this.#options;
    const { id, taskId, tenantId } = lease;
    try {
      const file = await this.#copied(lease, signal);
      if (file === undefined) return;
      metrics.count('gateway_output_copies_total', { copy: 'kept' });
      metrics.count('gateway_output_copied_bytes_total', {}, file.bytes);
      log.debug({ output: id, bytes: file.bytes }, 'an output was archived');
    } catch (error) {
      if (error instanceof LeaseLost) return;
      if (error instanceof CopyRefused) {
        await this.#giveUp(lease, error.why);
        return;
      }
      const { random } = this.#options;
      const waitMs = signal.aborted ? 0 : backOffMs(BACK_OFF, lease.attempts, random());
      await store.postponeCopy(lease, new Date(clock.now().getTime() + waitMs));
      if (signal.aborted) return;
      metrics.count('gateway_output_copies_total', { copy: 'postponed' });
      const why = error instanceof SourceFailure ? { why: error.message } : { error };
      log.warn({ output: id, taskId, tenantId, ...why }, 'an output could not be archived yet');
    }
  }

  async #giveUp(lease: CopyLease, why: ArchiveFailure): Promise<void> {
    const { store, vault, log, metrics } = this.#options;
    const { id, taskId, tenantId } = lease;
    if (!(await store.giveUpCopy(lease, why))) return;
    await vault.erase(id);
    metrics.count('gateway_output_copies_total', { copy: COPY_LABELS[why] });
    log.error(
      { output: id, taskId, tenantId, why },
      'an output is not in the archive, and never will be',
    );
  }

  async #copied(lease: CopyLease, signal: AbortSignal): Promise<KeptFile | undefined> {
    const { tasks, fresh } = this.#options;
    const task = await tasks.findTask(lease.tenantId, lease.taskId);
    if (task === undefined) throw new LeaseLost();
    const output = outputOf(await fresh.of(task), lease.position);
    if (output === undefined) throw new CopyRefused('LOST');
    try {
      return await this.#copiedFrom(output, lease, signal);
    } catch (error) {
      const isSource = error instanceof SourceFailure;
      if (isSource && error.why !== 'changed' && this.#isOver(task, output)) {
        throw new CopyRefused('LOST');
      }
      throw error;
    }
  }

  /** Whether Runway cannot be expected to give the file any more. */
  #isOver({ settledAt, createdAt }: Task, { expiresAt }: Output): boolean {
    const now = this.#options.clock.now().getTime();
    const hasEnded = expiresAt !== null && Date.parse(expiresAt) <= now;
    return hasEnded || now - (settledAt ?? createdAt).getTime() > GIVEN_UP_AFTER_MS;
  }

  async #copiedFrom(
    { url }: Output,
    lease: CopyLease,
    signal: AbortSignal,
  ): Promise<KeptFile | undefined> {
    const { vault, source } = this.#options;
    await this.#requireRoom(lease, 0);
    const ended = new AbortController();
    const both = AbortSignal.any([signal, ended.signal]);
    const writer = await vault.write(lease);
    let isOpen = true;
    try {
      if (lease.sourceTag === null) requireNone(writer);
      const kept = await hashedKept(writer);
      const first = kept?.bytes ?? 0;
      const reader = await SourceReader.begin({ source, url, signal: both, first });
      if (reader.first !== first || (first > 0 && reader.tag !== lease.sourceTag)) {
        throw new SourceFailure('changed', 'what is kept is of another version');
      }
      await this.#requireRoom(lease, reader.bytes ?? 0);
      await this.#options.store.noteSource(lease, reader.tag);
      const file = await this.#stream(reader, { writer, kept, lease, signal: both });
      this.#points.reach('beforeRename', lease.id);
      isOpen = false;
      await writer.finish();
      this.#points.reach('afterRename', lease.id);
      return await this.#keep(lease, file);
    } catch (error) {
      if (isOpen) await endWriting(writer, error);
      throw error;
    } finally {
      ended.abort(null);
    }
  }

  async #stream(
    reader: SourceReader,
    {
      writer,
      kept,
      lease,
      signal,
    }: {
      readonly writer: VaultWriter;
      readonly kept: KeptPart | undefined;
      readonly lease: CopyLease;
      readonly signal: AbortSignal;
    },
  ): Promise<KeptFile> {
    const { rate, fileBytesMax, clock } = this.#options;
    const hash = kept?.hash ?? createHash('sha256');
    let beginning = kept?.beginning ?? Buffer.alloc(0);
    let bytes = kept?.bytes ?? 0;
    let extendAtMs = clock.monotonicMs() + EXTEND_MS;
    for await (const chunk of reader.chunks()) {
      if (signal.aborted) throw new SourceFailure('away', 'the process stops');
      bytes += chunk.byteLength;
      if (bytes > fileBytesMax) throw new CopyRefused('TOO_LARGE');
      if (beginning.length < TYPE_BYTES) beginning = Buffer.concat([beginning, chunk]);
      hash.update(chunk);
      await writer.write(chunk);
      this.#points.reach('midStream', lease.id);
      await rate?.take(chunk.byteLength, signal);
      if (clock.monotonicMs() >= extendAtMs) {
        await this.#extend(lease);
        extendAtMs = clock.monotonicMs() + EXTEND_MS;
      }
    }
    // A file whose length was not told.
    if (reader.bytes === undefined) await this.#requireRoom(lease, bytes);
    return { bytes, sha256: hash.digest('hex'), type: typeByContent(beginning) };
  }

  async #extend(lease: CopyLease): Promise<void> {
    const { store, clock } = this.#options;
    const until = new Date(clock.now().getTime() + LEASE_MS);
    if (!(await store.extendCopy(lease, until))) throw new LeaseLost();
  }

  /** The file is there: the row says so, or the file goes with its output. */
  async #keep(lease: CopyLease, file: KeptFile): Promise<KeptFile | undefined> {
    const { store, vault, clock } = this.#options;
    if (await store.keepCopy(lease, file, clock.now())) {
      this.#points.reach('afterKept', lease.id);
      return file;
    }
    const [owned] = await store.findOwned([lease.id]);
    if (owned === undefined) await vault.erase(lease.id);
    return undefined;
  }

  /** Throws CopyRefused. */
  async #requireRoom({ tenantId }: CopyLease, bytes: number): Promise<void> {
    const { store, fileBytesMax, tenantBytesMax } = this.#options;
    if (bytes > fileBytesMax) throw new CopyRefused('TOO_LARGE');
    if (tenantBytesMax === null) return;
    const kept = await store.keptBytes(tenantId);
    if (kept + Math.max(1, bytes) > tenantBytesMax) throw new CopyRefused('OVER_QUOTA');
  }
}

const COPY_LABELS = {
  LOST: 'lost',
  TOO_LARGE: 'too_large',
  OVER_QUOTA: 'over_quota',
} as const satisfies Record<ArchiveFailure, string>;

/** What an earlier attempt has left, as far as it has been looked at. */
interface KeptPart {
  readonly bytes: number;
  readonly hash: ReturnType<typeof createHash>;
  readonly beginning: Buffer;
}

/** Of what was left nothing is known. */
function requireNone(writer: VaultWriter): void {
  if (writer.keptBytes > 0) throw new SourceFailure('changed', 'a part of an unknown version');
}

/** Throws SourceFailure where what was left cannot be read. */
async function hashedKept(writer: VaultWriter): Promise<KeptPart | undefined> {
  if (writer.keptBytes === 0) return undefined;
  const hash = createHash('sha256');
  let beginning: Buffer | undefined;
  try {
    for await (const chunk of writer.readKept()) {
      hash.update(chunk);
      beginning ??= Buffer.from(chunk.subarray(0, TYPE_BYTES));
    }
  } catch {
    throw new SourceFailure('changed', 'what was left cannot be read');
  }
  return { bytes: writer.keptBytes, hash, beginning: beginning ?? Buffer.alloc(0) };
}

/** What was written is of use to the next attempt, unless there is none, or the file has changed. */
async function endWriting(writer: VaultWriter, error: unknown): Promise<void> {
  const hasChanged = error instanceof SourceFailure && error.why === 'changed';
  if (hasChanged || error instanceof CopyRefused || error instanceof LeaseLost) {
    await writer.discard();
  } else await writer.leave();
}

function outputOf({ state }: Task, position: number): Output | undefined {
  return 'output' in state ? state.output[position] : undefined;
}
