import {
  apiKeyChecksum,
  hashSecret,
  newApiKey,
  parseApiKey,
} from '../../../src/domain/tenant/api-key.js';

const SECRET = 'A'.repeat(22);

describe('API keys', () => {
  it('are parsed into id and secret again', () => {
    const { id, secret, text } = newApiKey();
    expect(text).toBe(`rgk_${id}_${secret}`);
    expect(parseApiKey(text)).toEqual({ id, secret });
    expect(id).toMatch(/^[a-z0-9]{12}$/);
    expect(secret).toMatch(/^[A-Za-z0-9]{38}$/);
  });

  it('end in a checksum over all that stands before it', () => {
    const { text } = newApiKey();
    expect(apiKeyChecksum(text.slice(0, -6))).toBe(text.slice(-6));
    expect(apiKeyChecksum(`${text.slice(0, -7)}!`)).not.toBe(text.slice(-6));
    expect(apiKeyChecksum('')).toBe('000000');
  });

  it('are never made twice', () => {
    const texts = Array.from({ length: 500 }, () => newApiKey());
    expect(new Set(texts.map(({ id }) => id)).size).toBe(500);
    expect(new Set(texts.map(({ secret }) => secret)).size).toBe(500);
  });

  it.each([
    ['given ones without a checksum', `rgk_abcd_${SECRET}`, true],
    ['a short secret', `rgk_abcd_${SECRET.slice(1)}`, false],
    ['a short id', `rgk_abc_${SECRET}`, false],
    ['a long id', `rgk_${'a'.repeat(33)}_${SECRET}`, false],
    ['capitals in the id', `rgk_ABCD_${SECRET}`, false],
    ['another prefix', `sk_abcd_${SECRET}`, false],
    ['a line break at the end', `rgk_abcd_${SECRET}\n`, false],
    ['a very long secret', `rgk_abcd_${'a'.repeat(129)}`, false],
    ['nothing', '', false],
  ])('accept or refuse by form: %s', (_, text, isKey) => {
    expect(parseApiKey(text) !== undefined).toBe(isKey);
  });

  it('are kept as SHA-256 of the secret', () => {
    expect(hashSecret('abc').toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
