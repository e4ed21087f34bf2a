import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';
import { sealedText, type AuditRecord, type Seal } from '../../domain/audit.js';
import type { ChainBeginning } from '../../ports/audit/audit-log.js';

/** Characters: 32 of hex or Base64 are 128 bits or more. */
const TEXT_LENGTH_MIN = 32;

/** The key of the chain: without it no record can be changed, put in, or taken out unnoticed. */
export class ChainKey {
  readonly #key: KeyObject;

  /** Throws, naming the setting, when the text is too short for a key. */
  constructor(text: string, setting: string) {
    const trimmed = text.trim();
    if (trimmed.length < TEXT_LENGTH_MIN) {
      throw new Error(
        `${setting}: the file must hold at least ${String(TEXT_LENGTH_MIN)} random characters, e.g. of \`openssl rand -hex 32\`.`,
      );
    }
    this.#key = createSecretKey(Buffer.from(trimmed, 'utf8'));
  }

  /** Tells this key from others. */
  get mark(): string {
    return this.#hmac('mark').slice(0, 16);
  }

  /** Of a record that follows `previous`. */
  readonly seal = (previous: Seal, record: AuditRecord): Seal => {
    const position = previous.position + 1;
    const mac = this.#hmac(`record\n${previous.mac}\n${sealedText({ position }, record)}`);
    return { position, mac };
  };

  readonly prove = ({ position, mac }: Seal): string =>
    this.#hmac(`beginning\n${String(position)}\n${mac}`);

  isProved(beginning: ChainBeginning): boolean {
    return isSameMac(beginning.proof, this.prove(beginning));
  }

  #hmac(text: string): string {
    return createHmac('sha256', this.#key).update(text).digest('hex');
  }
}

export function isSameMac(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
