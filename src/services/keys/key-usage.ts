import { SharedRuns } from '../../concurrency/shared-runs.js';
import { networkOf } from '../../domain/network.js';
import type { Scope } from '../../domain/tenant/scope.js';
import type { Viewer } from '../../domain/tenant/viewer.js';
import type { Clock } from '../../ports/clock.js';
import type { KeyUsageRecord, KeyUsageStore, KeyUse } from '../../ports/keys/key-usage-store.js';
import type { Logger } from '../../ports/logger.js';

/** Keys that one node remembers between two writes: some MB. */
const NOTED_MAX = 10_000;

/** Networks of one key between two writes: a key that is used from more is used from anywhere. */
const NETWORKS_MAX = 20;

/** Keys of one statement. */
const BATCH = 500;

interface Note {
  requests: number;
  lastAt: Date;
  lastAddress: string | null;
  readonly scopes: Map<Scope, Date>;
  readonly networks: Map<string, Date>;
}

/**
 * Records when, from which address and for which scopes keys are used. A request only notes it in
 * memory; the notes of all keys are written together, behind the requests, by the loop `key usage`
 * and at the end. What a process notes in its last seconds is lost when it dies.
 */
export class KeyUsage {
  readonly #store: KeyUsageStore;
  readonly #clock: Clock;
  readonly #log: Logger;
  #notes = new Map<string, Note>();
  #dropped = 0;
  readonly #flushes = new SharedRuns(() => this.#flush());

  constructor(options: {
    readonly store: KeyUsageStore;
    readonly clock: Clock;
    readonly log: Logger;
  }) {
    this.#store = options.store;
    this.#clock = options.clock;
    this.#log = options.log;
  }

  /** A request or socket of the viewer was let in. */
  noteRequest({ keyId, address }: Viewer): void {
    const note = this.#noteOf(keyId);
    if (note === undefined) return;
    note.requests += 1;
    note.lastAt = this.#clock.now();
    if (address === undefined || address === note.lastAddress) return;
    note.lastAddress = address;
    noteNetwork(note, address);
  }

  /** The viewer needed the scope. */
  noteScope({ keyId }: Viewer, scope: Scope): void {
    this.#noteOf(keyId)?.scopes.set(scope, this.#clock.now());
  }

  /** Uses by key id, without unused keys, up to the last write of each node. */
  async find(ids: readonly string[]): Promise<ReadonlyMap<string, KeyUsageRecord>> {
    return await this.#store.findUsage(ids);
  }

  /** Writes what was noted. What cannot be written is kept for the next time. Never throws. */
  async flush(): Promise<void> {
    await this.#flushes.run();
  }

  async #flush(): Promise<void> {
    const notes = this.#notes;
    this.#notes = new Map();
    if (this.#dropped > 0) {
      this.#log.warn({ keys: this.#dropped }, 'uses of keys were not recorded: too many keys');
      this.#dropped = 0;
    }
    const uses = [...notes].map(([keyId, note]): KeyUse => ({ keyId, ...note }));
    for (let at = 0; at < uses.length; at += BATCH) {
      const batch = uses.slice(at, at + BATCH);
      try {
        await this.#store.recordUses(batch);
      } catch (error) {
        this.#log.warn({ err: error, keys: batch.length }, 'uses of keys cannot be recorded yet');
        for (const use of batch) this.#keep(use);
      }
    }
  }

  /** Undefined for a viewer without a key, and when there is no room for another. */
  #noteOf(keyId: string | null): Note | undefined {
    if (keyId === null) return undefined;
    const known = this.#notes.get(keyId);
    if (known !== undefined) return known;
    if (this.#notes.size >= NOTED_MAX) {
      this.#dropped += 1;
      return undefined;
    }
    const lastAt = this.#clock.now();
    const note: Note = {
      ...{ requests: 0, lastAt, lastAddress: null },
      ...{ scopes: new Map(), networks: new Map() },
    };
    this.#notes.set(keyId, note);
    return note;
  }

  /** Puts back what could not be written; what was noted meanwhile is newer. */
  #keep({ keyId, requests, lastAt, lastAddress, scopes, networks }: KeyUse): void {
    const isNew = !this.#notes.has(keyId);
    const note = this.#noteOf(keyId);
    if (note === undefined) return;
    note.requests += requests;
    if (isNew) note.lastAt = lastAt;
    note.lastAddress ??= lastAddress;
    for (const [network, at] of networks) note.networks.set(network, at);
    for (const [scope, at] of scopes) if (!note.scopes.has(scope)) note.scopes.set(scope, at);
  }
}

function noteNetwork({ networks, lastAt }: Note, address: string): void {
  const network = networkOf(address);
  if (network === undefined || networks.has(network) || networks.size >= NETWORKS_MAX) return;
  networks.set(network, lastAt);
}
