import { randomBytes } from 'node:crypto';
import { KeyRing } from '../../../../src/adapters/postgres/encryption/key-ring.js';

const [OLD, NEW] = [randomBytes(32), randomBytes(32)];
const DATA_KEY = randomBytes(32);

function ringOf(...keys: readonly Buffer[]): KeyRing {
  return new KeyRing(keys.map((key) => key.toString('base64')).join('\n'), 'ENCRYPTION_KEY');
}

describe('KeyRing', () => {
  it('S2: takes keys as hex and Base64, with spaces, lines and commas between them', () => {
    const { ids } = ringOf(OLD, NEW);
    const forms = [
      `${OLD.toString('hex')},${NEW.toString('base64url')}`,
      `\n ${OLD.toString('base64')} \r\n\n${NEW.toString('hex').toUpperCase()}\n`,
    ];
    for (const form of forms) expect(new KeyRing(form, 'ENCRYPTION_KEY').ids).toEqual(ids);
    expect(new Set(ids).size).toBe(2);
  });

  it('S2: wraps with the first key and unwraps with all', () => {
    const wrapped = ringOf(OLD).wrap(DATA_KEY, 'acme');
    const both = ringOf(NEW, OLD);
    expect(both.unwrap(wrapped, 'acme')).toEqual(DATA_KEY);
    const again = both.wrap(DATA_KEY, 'acme');
    expect(again.kekId).toBe(ringOf(NEW).currentId);
    expect(ringOf(OLD, NEW).unwrap(again, 'acme')).toEqual(DATA_KEY);
  });

  it('S2: unwraps nothing for another identity, nor without the key, nor what was changed', () => {
    const ring = ringOf(OLD);
    const wrapped = ring.wrap(DATA_KEY, 'acme');
    expect(() => ring.unwrap(wrapped, 'bolt')).toThrow();
    expect(() => ringOf(NEW).unwrap(wrapped, 'acme')).toThrow(wrapped.kekId);
    const changed = { ...wrapped, wrapped: `${wrapped.wrapped.slice(0, -1)}_` };
    expect(() => ring.unwrap({ ...changed, wrapped: changed.wrapped.slice(4) }, 'acme')).toThrow();
    expect(() =>
      ringOf(NEW).unwrap({ ...wrapped, kekId: ringOf(NEW).currentId }, 'acme'),
    ).toThrow();
  });

  it.each([
    ['no key', ' \n', 'there is no key'],
    ['a short key', randomBytes(31).toString('base64'), 'key 1 must be 32 bytes'],
    ['a long key', randomBytes(33).toString('hex'), 'key 1 must be 32 bytes'],
    ['a passphrase', 'correct horse battery staple', 'key 1 must be 32 bytes'],
    ['a second key that is none', `${OLD.toString('hex')} x`, 'key 2 must be 32 bytes'],
    ['one key twice', `${OLD.toString('hex')} ${OLD.toString('base64')}`, 'given twice'],
  ])('S2: refuses %s, naming the setting and no value', (_what, text, problem) => {
    const start = (): KeyRing => new KeyRing(text, 'ENCRYPTION_KEY_FILE');
    expect(start).toThrow(`ENCRYPTION_KEY_FILE: `);
    expect(start).toThrow(problem);
    for (const word of text.split(/\s+/).filter((item) => item.length > 2)) {
      expect(start).not.toThrow(word);
    }
  });

  it('S2: tells nothing about a key in its id', () => {
    const [id = ''] = ringOf(OLD).ids;
    expect(id).toMatch(/^[0-9a-f]{16}$/);
    expect(OLD.toString('hex')).not.toContain(id);
  });
});
