import { MEDIA_SCOPES, isScope } from '../../../src/domain/tenant/scope.js';

describe('scopes', () => {
  it('knows its own members and nothing else', () => {
    expect(isScope('task:read')).toBe(true);
    expect(isScope('task:everything')).toBe(false);
  });

  it('names every scope whose inputs take media', () => {
    expect(MEDIA_SCOPES).toEqual([
      'generate:video',
      'generate:image',
      'generate:audio',
      'generate:workflow',
      'generate:realtime',
      'avatar:write',
      'voice:write',
    ]);
  });
});
