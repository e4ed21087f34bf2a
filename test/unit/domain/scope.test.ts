import { GENERATE_SCOPES, isScope } from '../../../src/domain/scope.js';

describe('scopes', () => {
  it('knows its own members and nothing else', () => {
    expect(isScope('task:read')).toBe(true);
    expect(isScope('task:everything')).toBe(false);
  });

  it('counts every scope that spends as a generate scope', () => {
    expect(GENERATE_SCOPES).toEqual([
      'generate:video',
      'generate:image',
      'generate:audio',
      'generate:workflow',
    ]);
  });
});
