import { LRUCache } from 'lru-cache';

import type { Clock } from '../ports/clock.js';
import type { CredentialChange, CredentialChanges } from '../ports/keys/credential-changes.js';
import type { KeyCredential, KeyStore } from '../ports/keys/key-store.js';

/** 2 s: how old what is remembered may be, should the news of a change not arrive. */
const AGE_MAX_MS = 2_000;

/** Keys and tenants remembered, and characters of them as JSON. */
const REMEMBERED_MAX = 10_000;
const REMEMBERED_LENGTH_MAX = 16_777_216;

interface Remembered {
  /** Undefined of a tenant: that it is active is all there is to know. */
  readonly key: KeyCredential | undefined;
  readonly tenantId: string;
  readonly readAtMs: number;
}

/**
 * Credentials that were good a moment ago, so that a request need not begin with a read of the
 * store. A key is remembered for the holder of a good secret of it alone: a guess costs the same
 * read whether or not the key exists, or is in use. Nothing is remembered while changes that other
 * nodes make are not heard.
 */
export class RememberedCredentials {
  readonly #keys: Pick<KeyStore, 'findCredential' | 'listActiveTenants'>;
  readonly #clock: Clock;
  readonly #remembered = new LRUCache<string, Remembered>({
    max: REMEMBERED_MAX,
    maxSize: REMEMBERED_LENGTH_MAX,
  });
  #isHearing = false;
  /** Moved by each change: what was read across one may be what was before it. */
  #generation = 0;

  /** Without `changes` nothing is remembered. */
  constructor(options: {
    readonly keys: Pick<KeyStore, 'findCredential' | 'listActiveTenants'>;
    readonly clock: Clock;
    readonly changes?: CredentialChanges | undefined;
  }) {
    this.#keys = options.keys;
    this.#clock = options.clock;
    options.changes?.follow({
      onChange: (change) => {
        this.#forget(change);
      },
      onHearing: (isHearing) => {
        this.#isHearing = isHearing;
        this.#forgetAll();
      },
    });
  }

  /** The key as it is, or was at most 2 s ago. `isHeld`: whether the caller proves to hold it. */
  async findCredential(
    id: string,
    isHeld: (key: KeyCredential) => boolean,
  ): Promise<KeyCredential | undefined> {
    const name = `key:${id}`;
    const known = this.#recall(name)?.key;
    if (known !== undefined && isHeld(known)) return known;
    return await this.#read(
      name,
      () => this.#keys.findCredential(id),
      (found) =>
        found?.revokedAt === null && isHeld(found)
          ? { key: found, tenantId: found.tenantId }
          : undefined,
    );
  }

  /** Whether credentials of the tenant are taken, now or at most 2 s ago. */
  async isActiveTenant(tenantId: string): Promise<boolean> {
    const name = `tenant:${tenantId}`;
    if (this.#recall(name) !== undefined) return true;
    const [active] = await this.#read(
      name,
      () => this.#keys.listActiveTenants([tenantId]),
      ([found]) => (found === undefined ? undefined : { key: undefined, tenantId }),
    );
    return active !== undefined;
  }

  #recall(name: string): Remembered | undefined {
    const found = this.#remembered.get(name);
    if (found === undefined) return undefined;
    if (this.#clock.monotonicMs() - found.readAtMs < AGE_MAX_MS) return found;
    this.#remembered.delete(name);
    return undefined;
  }

  /** `toRemember` says what of the answer is; undefined: nothing. */
  async #read<Answer>(
    name: string,
    read: () => Promise<Answer>,
    toRemember: (answer: Answer) => Omit<Remembered, 'readAtMs'> | undefined,
  ): Promise<Answer> {
    const generation = this.#generation;
    const readAtMs = this.#clock.monotonicMs();
    const answer = await read();
    const good = toRemember(answer);
    if (good !== undefined && this.#isHearing && generation === this.#generation) {
      const size = name.length + JSON.stringify(good).length;
      this.#remembered.set(name, { ...good, readAtMs }, { size });
    }
    return answer;
  }

  #forget({ kind, id }: CredentialChange): void {
    this.#generation += 1;
    this.#remembered.delete(`${kind}:${id}`);
    if (kind === 'key') return;
    for (const [name, { tenantId }] of this.#remembered.entries()) {
      if (tenantId === id) this.#remembered.delete(name);
    }
  }

  #forgetAll(): void {
    this.#generation += 1;
    this.#remembered.clear();
  }
}
