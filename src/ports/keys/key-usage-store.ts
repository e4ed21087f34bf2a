import type { Scope } from '../../domain/tenant/scope.js';

/** What one node has seen of a key since it last wrote. */
export interface KeyUse {
  readonly keyId: string;
  /** Requests and sockets that came with the key, or with a token issued for it. */
  readonly requests: number;
  readonly lastAt: Date;
  /** Null: not known. */
  readonly lastAddress: string | null;
  /** When each scope was last needed, of those that were. */
  readonly scopes: ReadonlyMap<Scope, Date>;
  /** When it was first used from each network since the last write; see domain/network.ts. */
  readonly networks: ReadonlyMap<string, Date>;
}

/** All uses of a key, from all nodes. */
export type KeyUsageRecord = Omit<KeyUse, 'keyId' | 'networks'>;

export interface KeyUsageStore {
  /** Adds to what is stored; keys that are gone are passed over. */
  recordUses(uses: readonly KeyUse[]): Promise<void>;
  /** By id; keys that were never used are left out. */
  findUsage(ids: readonly string[]): Promise<ReadonlyMap<string, KeyUsageRecord>>;
}
