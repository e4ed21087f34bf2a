import { generateKeyPairSync } from 'node:crypto';
import { IssuerKeys } from '../../../src/adapters/jwks/issuer-keys.js';
import { UndiciOutwardHttp } from '../../../src/adapters/outward/undici-outward-http.js';
import { FakeClock } from '../../support/time/fake-clock.js';
import { FakeIssuer } from '../../support/auth/fake-issuer.js';
import { RecordedLog } from '../../support/gateway/recorded-log.js';

const OIDC = '/.well-known/openid-configuration';
const OAUTH = '/.well-known/oauth-authorization-server';

describe('the keys of an issuer', () => {
  const outward = new UndiciOutwardHttp();
  let clock: FakeClock;
  let issuer: FakeIssuer;
  let log: RecordedLog;

  beforeEach(async () => {
    clock = new FakeClock();
    issuer = await FakeIssuer.start(clock);
    log = new RecordedLog();
  });

  afterEach(() => issuer.stop());

  afterAll(() => outward.close());

  const keysAt = (path = '', jwksUri?: string) =>
    new IssuerKeys({ name: 'corp', issuer: `${issuer.url}${path}`, jwksUri, clock, log, outward });
  const idOf = async (keys: IssuerKeys, id?: string) => (await keys.find(id))?.id;
  const UNAVAILABLE = { code: 'ISSUER_UNAVAILABLE', retryAfterMs: 5_000 };

  it('are found by OpenID Connect Discovery', async () => {
    expect(await idOf(keysAt(), 'k1')).toBe('k1');
    expect(issuer.asked).toEqual([OIDC, '/jwks']);
  });

  it('are found by RFC 8414 where there is no OpenID Connect', async () => {
    issuer.served = [OAUTH, '/jwks'];
    expect(await idOf(keysAt(), 'k1')).toBe('k1');
    expect(issuer.asked).toEqual([OIDC, OAUTH, '/jwks']);
  });

  it('are looked for behind and before the path of the issuer', async () => {
    issuer.metadata = { issuer: `${issuer.url}/realms/a` };
    issuer.served = [`${OAUTH}/realms/a`, '/jwks'];
    expect(await idOf(keysAt('/realms/a'), 'k1')).toBe('k1');
    expect(issuer.asked).toEqual([`/realms/a${OIDC}`, `${OAUTH}/realms/a`, '/jwks']);
  });

  it.each([
    ['another issuer', { issuer: 'https://evil.example' }],
    ['an issuer with a slash more', { issuer: 'x/' }],
    ['no keys', { jwks_uri: undefined }],
    ['keys by http', { jwks_uri: 'http://evil.example/jwks' }],
    ['keys in a file', { jwks_uri: 'file:///etc/passwd' }],
  ])('are not taken from metadata that name %s', async (_what, metadata) => {
    issuer.metadata = metadata;
    await expect(keysAt().find('k1')).rejects.toMatchObject(UNAVAILABLE);
    expect(issuer.looks).toBe(0);
    expect(log.lines.join()).toContain('cannot be fetched');
  });

  it('are taken from where the operator says', async () => {
    expect(await idOf(keysAt('', `${issuer.url}/jwks`), 'k1')).toBe('k1');
    expect(issuer.asked).toEqual(['/jwks']);
  });

  it('T3: are fetched once for many at the same time, and again after 30 s at the earliest', async () => {
    const keys = keysAt();
    await Promise.all(Array.from({ length: 100 }, (_, at) => keys.find(`unknown-${String(at)}`)));
    expect(issuer.looks).toBe(1);
    await clock.advance(29_999);
    expect(await keys.find('unknown')).toBeUndefined();
    expect(issuer.looks).toBe(1);
    await clock.advance(1);
    for (let at = 0; at < 100; at += 1) expect(await keys.find('unknown')).toBeUndefined();
    expect(issuer.looks).toBe(2);
  });

  it('go on while the issuer is away, and are tried again every 5 s at most', async () => {
    const keys = keysAt();
    await keys.find('k1');
    issuer.isAway = true;
    await clock.advance(86_400_000);
    expect(await idOf(keys, 'k1')).toBe('k1');
    const before = issuer.asked.length;
    for (let at = 0; at < 100; at += 1) {
      await expect(keys.find('unknown')).rejects.toMatchObject({ code: 'ISSUER_UNAVAILABLE' });
    }
    expect(issuer.asked.length).toBeLessThanOrEqual(before + 2);
  });

  it('T3: are those that verify signatures: secret, broken and other ones of a set are left out', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const good = publicKey.export({ format: 'jwk' });
    issuer.otherKeys = [
      { ...privateKey.export({ format: 'jwk' }), kid: 'private' },
      { kty: 'oct', k: 'c2VjcmV0', kid: 'secret' },
      { ...good, kid: 'encryption', use: 'enc' },
      { ...good, kid: 'signing', key_ops: ['sign'] },
      { ...good, kid: 'broken', x: 'AA' },
      { ...good, kid: 'no curve', crv: 'P-1' },
      { kid: 'nothing' },
      ...[null, 'text', 7],
      { ...good, kid: 'verifying', key_ops: ['verify'] },
      { ...good, kid: 7, alg: '' },
    ];
    const keys = keysAt();
    expect(await idOf(keys, 'k1')).toBe('k1');
    expect((await keys.find('verifying'))?.key.equals(publicKey)).toBe(true);
    await clock.advance(30_000);
    for (const id of [
      'private',
      'secret',
      'encryption',
      'signing',
      'broken',
      'no curve',
      'nothing',
    ]) {
      expect(await idOf(keys, id)).toBeUndefined();
    }
  });

  it('that are none at all are as an issuer that is away', async () => {
    issuer.keys = [];
    issuer.otherKeys = [{ kty: 'oct', k: 'c2VjcmV0', kid: 'k1' }];
    await expect(keysAt().find('k1')).rejects.toMatchObject(UNAVAILABLE);
    expect(log.lines).toHaveLength(1);
  });

  it('without a name are found where there is one only', async () => {
    const keys = keysAt();
    expect(await idOf(keys)).toBe('k1');
    issuer.keys = [FakeIssuer.newKey('k1'), FakeIssuer.newKey('k2')];
    await clock.advance(30_000);
    expect(await idOf(keys, 'k2')).toBe('k2');
    expect(await keys.find(undefined)).toBeUndefined();
  });

  it('are the same after a refresh that changed nothing, and others after one that did', async () => {
    const keys = keysAt();
    const first = await keys.find('k1');
    if (first === undefined) throw new Error('no key');
    await clock.advance(30_000);
    await keys.find('unknown');
    expect(keys.isCurrent(first)).toBe(true);
    issuer.keys = [FakeIssuer.newKey('k1')];
    await clock.advance(30_000);
    await keys.find('unknown');
    expect(keys.isCurrent(first)).toBe(false);
    expect((await keys.find('k1'))?.key).not.toBe(first.key);
  });
});
