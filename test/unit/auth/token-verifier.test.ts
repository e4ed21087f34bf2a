import { generateKeyPairSync } from 'node:crypto';
import jsonwebtoken from 'jsonwebtoken';
import { ExpiredCredential } from '../../../src/auth/expired-credential.js';
import { TokenVerifier, type TrustedIssuer } from '../../../src/auth/token-verifier.js';
import type { TokenKey, TokenKeys } from '../../../src/ports/tokens/token-keys.js';
import { FakeClock } from '../../support/time/fake-clock.js';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const KEY: TokenKey = { id: 'k1', key: publicKey, algorithm: 'ES256' };

class Keys implements TokenKeys {
  finds = 0;
  isThere = true;

  find(id: string | undefined): Promise<TokenKey | undefined> {
    this.finds += 1;
    return Promise.resolve(this.isThere && id === KEY.id ? KEY : undefined);
  }

  isCurrent(): boolean {
    return this.isThere;
  }
}

describe('a token verifier', () => {
  let clock: FakeClock;
  let keys: Keys;
  let verifier: TokenVerifier<TrustedIssuer>;

  beforeEach(() => {
    clock = new FakeClock();
    keys = new Keys();
    const rules = {
      algorithms: ['ES256'],
      issuer: 'https://login.example.com',
      audiences: ['api'],
      requiresAccessTokenType: true,
      lifetimeMaxSeconds: 600,
      skewSeconds: 30,
      graceSeconds: 0,
    } as const;
    const issuers: readonly TrustedIssuer[] = [{ keys, rules: () => rules }];
    verifier = new TokenVerifier({ issuers, clock });
  });

  const token = (claims: object = {}, header: object = {}): string => {
    const iat = clock.now().getTime() / 1_000;
    const all = { iss: 'https://login.example.com', aud: 'api', sub: 's', iat, exp: iat + 60 };
    return jsonwebtoken.sign({ ...all, ...claims }, privateKey, {
      algorithm: 'ES256',
      header: { alg: 'ES256', typ: 'at+jwt', kid: 'k1', ...header },
    });
  };
  const refused = (text: string) =>
    verifier.verify(text).then(
      () => undefined,
      (error: unknown) => error,
    );
  const WRONG = expect.objectContaining({ code: 'UNAUTHENTICATED' }) as unknown;

  it('verifies a token once, and remembers it', async () => {
    const text = token();
    const first = await verifier.verify(text);
    expect(await verifier.verify(text)).toBe(first);
    expect(keys.finds).toBe(1);
    expect((await verifier.verify(token({ sub: 'other' }))).claims.subject).toBe('other');
  });

  it('T4: remembers none past its end', async () => {
    const text = token();
    await verifier.verify(text);
    await clock.advance(59_999);
    await verifier.verify(text);
    await clock.advance(1);
    expect(await refused(text)).toBeInstanceOf(ExpiredCredential);
    expect(await refused(text)).toBeInstanceOf(ExpiredCredential);
  });

  it('T10: remembers none whose key has been withdrawn', async () => {
    const text = token();
    const verified = await verifier.verify(text);
    keys.isThere = false;
    expect(verifier.isCurrent(verified)).toBe(false);
    expect(await refused(text)).toEqual(WRONG);
    keys.isThere = true;
    expect((await verifier.verify(text)).claims.subject).toBe('s');
  });

  it('T3: looks for no key of a token that it would refuse anyway', async () => {
    const others = [
      'x',
      'a.b.c',
      'a.b',
      '..',
      token({ iss: 'https://evil.example' }),
      jsonwebtoken.sign({ iss: 'https://login.example.com' }, 'a-secret', { algorithm: 'HS256' }),
    ];
    for (const text of others) expect(await refused(text)).toEqual(WRONG);
    expect(keys.finds).toBe(0);
  });

  it('T1: remembers nothing of a token that it refused', async () => {
    const [head = '', payload = ''] = token().split('.');
    const forged = `${head}.${payload}.${Buffer.alloc(64, 1).toString('base64url')}`;
    expect(await refused(forged)).toEqual(WRONG);
    expect(await refused(forged)).toEqual(WRONG);
    expect(keys.finds).toBe(2);
  });
});
