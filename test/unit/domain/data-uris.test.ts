import { omitDataUris } from '../../../src/domain/input/data-uris.js';

/** SHA-256 of "hello". */
const HELLO = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824';
const OMITTED = { omitted: 'data URI', sha256: HELLO, bytes: 5 };

describe('omitDataUris', () => {
  it.each([
    'data:image/png;base64,aGVsbG8=',
    'DATA:image/png;name=a.png;BASE64,aGVsbG8=',
    'data:;base64,aGVsbG8=',
    'data:text/plain,hello',
    'data:text/plain;charset=utf-8,%68ello',
  ])('keeps hash and length of the content of %s', (uri) => {
    expect(omitDataUris(uri)).toEqual(OMITTED);
  });

  it.each(['data: a fox, running', 'data:,', 'a data:image/png;base64,aGVsbG8=', '', 'data:x'])(
    'leaves the text "%s"',
    (text) => {
      expect(omitDataUris(text)).toBe(text);
    },
  );

  it('counts bytes that are not base64 and not percent-encoded as they are', () => {
    expect(omitDataUris('data:text/plain,100%')).toMatchObject({ bytes: 4 });
  });

  it('finds them at any depth and leaves everything else', () => {
    const uri = 'data:image/png;base64,aGVsbG8=';
    expect(omitDataUris({ a: [{ uri, n: 1 }, null, true], b: 'text' })).toEqual({
      a: [{ uri: OMITTED, n: 1 }, null, true],
      b: 'text',
    });
  });

  it('returns the very same value when there is none', () => {
    const value = { a: [{ b: 'text' }], c: null };
    expect(omitDataUris(value)).toBe(value);
  });
});
