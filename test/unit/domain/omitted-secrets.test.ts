import { isOmittedSecret, omitSecrets } from '../../../src/domain/input/omitted-secrets.js';

describe('secrets in inputs', () => {
  const input = {
    personality: 'token',
    integration: { livekit: { token: 'eyJ', url: 'wss://call.example' } },
  };

  it('are omitted, and nothing else is', () => {
    const shown = omitSecrets(input);
    expect(JSON.stringify(shown)).not.toContain('eyJ');
    expect(shown).toMatchObject({
      personality: 'token',
      integration: { livekit: { token: { omitted: 'secret' }, url: 'wss://call.example' } },
    });
  });

  it('can still be told apart, so that requests with two of them are two requests', () => {
    const first = omitSecrets({ signedUrl: 'https://a.example' });
    const second = omitSecrets({ signedUrl: 'https://b.example' });
    expect(first).not.toEqual(second);
    expect(omitSecrets({ signedUrl: 'https://a.example' })).toEqual(first);
    expect(isOmittedSecret(first['signedUrl'] ?? null)).toBe(true);
    expect(isOmittedSecret('https://a.example')).toBe(false);
  });

  it('leave an object without any untouched', () => {
    const none = { name: 'a', list: [{ token: 'in a list of ours there is none' }] };
    expect(omitSecrets(none)).toBe(none);
  });
});
