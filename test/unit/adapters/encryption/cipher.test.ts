import { createSecretKey, randomBytes } from 'node:crypto';
import {
  Cipher,
  isSealed,
  UnknownDataKey,
  UnreadableValue,
  type CipherKeys,
  type Place,
} from '../../../../src/adapters/postgres/encryption/cipher.js';

const KEYS = {
  tenantId: 'acme',
  dataKeys: new Map([['k1', createSecretKey(randomBytes(32))]]),
  currentId: 'k1',
  fingerprintKey: createSecretKey(randomBytes(32)),
} satisfies CipherKeys;
const PLACE: Place = { family: 'tasks.input', id: 'a' };
const SECRET = 'A lighthouse at dawn, as CANARY-1 saw it';

const cipher = new Cipher(KEYS);

/** The sealed text with one bit of its bytes flipped. */
function flipped(sealed: string, bit: number): string {
  const start = sealed.lastIndexOf('.') + 1;
  const bytes = Buffer.from(sealed.slice(start), 'base64url');
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return sealed.slice(0, start) + bytes.toString('base64url');
}

// Guarantee: what is stored encrypted tells nothing, and opens as it was sealed or not at all.
describe('Cipher', () => {
  it('S2: opens what it has sealed, whatever the text holds', () => {
    for (const text of ['', SECRET, 'ä\0\n"\\', 'x'.repeat(100_000)]) {
      expect(cipher.open(cipher.seal(text, PLACE), PLACE)).toBe(text);
    }
  });

  it('S2: names the data key and holds nothing of the text', () => {
    const sealed = cipher.seal(SECRET, PLACE);
    expect(sealed).toMatch(/^enc1\.k1\.[\w-]+$/);
    expect(Buffer.from(sealed.slice(8), 'base64url').toString('latin1')).not.toContain('CANARY');
    expect(isSealed(sealed)).toBe(true);
  });

  it('S2: seals a text differently each time', () => {
    expect(cipher.seal(SECRET, PLACE)).not.toBe(cipher.seal(SECRET, PLACE));
  });

  it('S2: takes a nonce that no other value has, however many are sealed', () => {
    const nonces = Array.from({ length: 2_000 }, () => {
      const sealed = cipher.seal(SECRET, PLACE);
      return sealed.slice('enc1.k1.'.length, 'enc1.k1.'.length + 16);
    });
    expect(new Set(nonces).size).toBe(2_000);
  });

  it.each<[string, Cipher, Place]>([
    ['in another row', cipher, { ...PLACE, id: 'b' }],
    ['in another column', cipher, { ...PLACE, family: 'submissions.request' }],
    ['where the names of column and row run together', cipher, { family: 'tasks', id: 'input,a' }],
    ['for another tenant', new Cipher({ ...KEYS, tenantId: 'bolt' }), PLACE],
    ['for the gateway itself', new Cipher({ ...KEYS, tenantId: null }), PLACE],
    [
      'with another key of the same id',
      new Cipher({ ...KEYS, dataKeys: new Map([['k1', createSecretKey(randomBytes(32))]]) }),
      PLACE,
    ],
  ])('S2: opens nothing %s', (_where, other, place) => {
    const sealed = cipher.seal(SECRET, PLACE);
    expect(() => other.open(sealed, place)).toThrow(UnreadableValue);
  });

  it('S2: opens nothing of which any bit was changed', () => {
    const sealed = cipher.seal('short', PLACE);
    // Nonce, text and tag.
    const bits = (12 + 'short'.length + 16) * 8;
    for (let bit = 0; bit < bits; bit += 1) {
      expect(() => cipher.open(flipped(sealed, bit), PLACE)).toThrow(UnreadableValue);
    }
  });

  it('S2: opens nothing that is cut off, longer, or of another form', () => {
    const sealed = cipher.seal(SECRET, PLACE);
    const cut = Array.from({ length: sealed.length }, (_, length) => sealed.slice(0, length));
    for (const text of [...cut, `${sealed}AAAA`, `x${sealed}`, sealed.replace('enc1', 'enc2')]) {
      expect(() => cipher.open(text, PLACE)).toThrow(UnreadableValue);
    }
  });

  it('S2: says which data key is missing, and tells row and key but no text', () => {
    const other = new Cipher({ ...KEYS, dataKeys: new Map() });
    const sealed = cipher.seal(SECRET, PLACE);
    const caught = (open: () => string): unknown => {
      try {
        return open();
      } catch (error) {
        return error;
      }
    };
    const missing = caught(() => other.open(sealed, PLACE));
    expect(missing).toBeInstanceOf(UnknownDataKey);
    const broken = caught(() => cipher.open(flipped(sealed, 100), PLACE));
    for (const error of [missing, broken]) {
      expect(error).toMatchObject({
        code: 'STORED_DATA_UNREADABLE',
        detail: expect.stringMatching(/tasks\.input of a, tenant acme: .*k1/) as unknown,
      });
      expect(String((error as UnreadableValue).stack)).not.toContain('CANARY');
    }
  });

  it('S2: makes fingerprints that need the tenant’s key', () => {
    const bolt = new Cipher({ ...KEYS, fingerprintKey: createSecretKey(randomBytes(32)) });
    expect(cipher.fingerprint('a')).toBe(new Cipher(KEYS).fingerprint('a'));
    expect(cipher.fingerprint('a')).not.toBe(cipher.fingerprint('b'));
    expect(cipher.fingerprint('a')).not.toBe(bolt.fingerprint('a'));
  });
});
