import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto';
import { sealedText, type AuditRecord, type Seal } from '../../domain/audit.js';

/** Characters: 32 of hex or Base64 are 128 bits or more. */
const TEXT_LENGTH_MIN = 32;

/** A key of the chain. Without it, no record can be changed, inserted or removed unnoticed. */
export class ChainKey {
  /** Identifies this key without revealing it. */
  readonly mark: string;
  readonly #key: KeyObject;

  /** Throws, naming the setting, when the text is too short for a key. */
  constructor(text: string, setting: string) {
    const trimmed = text.trim();
    if (trimmed.length < TEXT_LENGTH_MIN) {
      throw new Error(
        `${setting}: the file must hold keys of at least ${String(TEXT_LENGTH_MIN)} random characters, one a line, e.g. of \`openssl rand -hex 32\`.`,
      );
    }
    this.#key = createSecretKey(Buffer.from(trimmed, 'utf8'));
    this.mark = this.#hmac('mark').slice(0, 16);
  }

  /** The seal of a record that follows `previous`. */
  readonly seal = (previous: Seal, record: AuditRecord): Seal => {
    const position = previous.position + 1;
    const mac = this.#hmac(`record\n${previous.mac}\n${sealedText({ position }, record)}`);
    return { position, mac };
  };

  readonly prove = ({ position, mac }: Seal): string =>
    this.#hmac(`beginning\n${String(position)}\n${mac}`);

  #hmac(text: string): string {
    return createHmac('sha256', this.#key).update(text).digest('hex');
  }
}

export function isSameMac(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
