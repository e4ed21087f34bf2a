import { KeyRing } from '../../../src/adapters/postgres/encryption/key-ring.js';

/** What the databases and gateways of tests are encrypted with; no secret. */
export const TEST_KEY = Buffer.alloc(32, 'test').toString('base64');

/** For `openDatabase`. */
export function testKeys(): Promise<KeyRing> {
  return Promise.resolve(new KeyRing(TEST_KEY, 'ENCRYPTION_KEY'));
}
