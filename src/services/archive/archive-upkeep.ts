import type { ArchiveStore } from '../../ports/archive/archive-store.js';
import type { OutputVault } from '../../ports/archive/output-vault.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';

/** Files of one turn. */
const BATCH = 100;

/** 5 min until a file is tried again that could not be erased. */
const ERASE_AGAIN_MS = 300_000;

/** 1 h: a younger file may be one that is being written. */
const ORPHAN_AGE_MS = 3_600_000;

/** Erases files whose outputs are gone, or whose time is over. */
export class ArchiveUpkeep {
  readonly #options: {
    readonly store: ArchiveStore;
    readonly vault: OutputVault;
    readonly clock: Clock;
    readonly log: Logger;
    /** Age at which files are erased; null: with their tasks. */
    readonly keptMs: number | null;
  };

  constructor(options: {
    readonly store: ArchiveStore;
    readonly vault: OutputVault;
    readonly clock: Clock;
    readonly log: Logger;
    readonly keptMs: number | null;
  }) {
    this.#options = options;
  }

  /** Whether there may be more to erase. */
  async eraseOwed(): Promise<boolean> {
    const { store, clock } = this.#options;
    await this.#expire();
    const now = clock.now();
    const until = new Date(now.getTime() + ERASE_AGAIN_MS);
    const ids = await store.takeErasures(now, until, BATCH);
    const erased = await this.#eraseAll(ids);
    await store.forgetErasures(erased);
    return ids.length === BATCH;
  }

  async #expire(): Promise<void> {
    const { store, clock, keptMs } = this.#options;
    if (keptMs !== null) await store.expireKept(new Date(clock.now().getTime() - keptMs), BATCH);
  }

  async #eraseAll(ids: readonly string[]): Promise<readonly string[]> {
    const { vault, log } = this.#options;
    const erased: string[] = [];
    for (const id of ids) {
      try {
        await vault.erase(id);
        erased.push(id);
      } catch (error) {
        log.error(
          { output: id, error },
          'a file of the archive could not be erased; it is tried again',
        );
      }
    }
    return erased;
  }

  /** Erases old files that no output owns: what a killed process has left. */
  async sweep(signal: AbortSignal): Promise<void> {
    const { vault, clock, log } = this.#options;
    const before = clock.now().getTime() - ORPHAN_AGE_MS;
    let batch: string[] = [];
    let count = 0;
    for await (const { id, changedAt } of vault.list()) {
      if (signal.aborted) return;
      if (changedAt.getTime() < before) batch.push(id);
      if (batch.length < BATCH) continue;
      count += await this.#sweepBatch(batch);
      batch = [];
    }
    count += await this.#sweepBatch(batch);
    if (count > 0) log.warn({ count }, 'files of the archive that no output owned were erased');
  }

  async #sweepBatch(ids: readonly string[]): Promise<number> {
    const owned = new Set(await this.#options.store.findOwned(ids));
    return (await this.#eraseAll(ids.filter((id) => !owned.has(id)))).length;
  }
}
