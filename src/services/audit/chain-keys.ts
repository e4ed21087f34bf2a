import type { AuditRecord, Seal } from '../../domain/audit.js';
import type { ChainBeginning } from '../../ports/audit/audit-log.js';
import { ChainKey, isSameMac } from './chain-key.js';

/** More than a rotation needs. Each record without a mark is tried with every key. */
const KEYS_MAX = 100;

/** The keys of one file, a line each: the first one seals, and every one of them verifies. */
export class ChainKeys {
  readonly current: ChainKey;
  readonly #keys: ReadonlyMap<string, ChainKey>;

  /** Throws, naming the setting, when a line is too short for a key, or there are too many. */
  constructor(text: string, setting: string) {
    const lines = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    if (lines.length > KEYS_MAX) {
      throw new Error(`${setting}: the file must hold at most ${String(KEYS_MAX)} keys.`);
    }
    this.current = new ChainKey(lines[0] ?? '', setting);
    const others = lines.slice(1).map((line) => new ChainKey(line, setting));
    this.#keys = new Map([this.current, ...others].map((key) => [key.mark, key]));
  }

  get marks(): readonly string[] {
    return [...this.#keys.keys()];
  }

  has(mark: string): boolean {
    return this.#keys.has(mark);
  }

  /**
   * Whether `seal` fits this record in this place, with the key of the mark; null: with any key.
   */
  isSealed(previous: Seal, record: AuditRecord, seal: Seal, mark: string | null): boolean {
    return this.#candidates(mark).some((key) => {
      const due = key.seal(previous, record);
      return due.position === seal.position && isSameMac(due.mac, seal.mac);
    });
  }

  isProved(beginning: ChainBeginning): boolean {
    return this.#candidates(null).some((key) => isSameMac(beginning.proof, key.prove(beginning)));
  }

  #candidates(mark: string | null): readonly ChainKey[] {
    if (mark === null) return [...this.#keys.values()];
    const key = this.#keys.get(mark);
    return key === undefined ? [] : [key];
  }
}
