import { createHmac } from 'node:crypto';

import type { AddressKey } from '../../../ports/archive/address-key.js';
import type { Database } from '../connection/database.js';

/** Derived from the gateway's own data key, which all nodes share. */
export class PostgresAddressKey implements AddressKey {
  readonly #database: Pick<Database, 'kysely' | 'ciphers'>;

  constructor(database: Pick<Database, 'kysely' | 'ciphers'>) {
    this.#database = database;
  }

  async mac(text: string): Promise<string> {
    const { kysely, ciphers } = this.#database;
    const cipher = await ciphers.forSealing(null, kysely);
    const key = cipher.derivedKey('output addresses');
    return createHmac('sha256', key).update(text).digest('base64url');
  }
}
