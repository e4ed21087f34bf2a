import { canonicalJson, requestFingerprint } from '../../../src/domain/input/fingerprint.js';

describe('fingerprints', () => {
  const request = { operation: 'createTextToVideo', input: { a: 1, b: [{ c: null, d: 'x' }] } };

  it('do not depend on the order of members', () => {
    const turned = { input: { b: [{ d: 'x', c: null }], a: 1 }, operation: request.operation };
    expect(requestFingerprint({ ...turned, label: null })).toBe(
      requestFingerprint({ ...request, label: null }),
    );
  });

  it.each([
    ['the operation', { ...request, operation: 'createTextToImage', label: null }],
    ['the label', { ...request, label: '' }],
    ['a value', { ...request, input: { ...request.input, a: 2 }, label: null }],
    ['the type of a value', { ...request, input: { ...request.input, a: '1' }, label: null }],
    ['null instead of nothing', { ...request, input: { ...request.input, e: null }, label: null }],
    ['the order of a list', { ...request, input: { a: 1, b: [] }, label: null }],
  ])('depend on %s', (_, other) => {
    expect(requestFingerprint(other)).not.toBe(requestFingerprint({ ...request, label: null }));
    expect(requestFingerprint(other)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('cannot be made equal by names that look like syntax', () => {
    expect(canonicalJson({ 'a":1,"b': 2 })).not.toBe(canonicalJson({ a: 1, b: 2 }));
    expect(canonicalJson({ b: 1, a: [true, 'ü'] })).toBe('{"a":[true,"ü"],"b":1}');
  });
});
