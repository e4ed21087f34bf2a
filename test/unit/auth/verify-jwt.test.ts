// Guarantee: a token opens a door only when its signature, issuer, audience, times and type are all
// exactly what the gateway expects of that issuer; no header chooses how it is verified.
import { createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import jsonwebtoken, { type Algorithm } from 'jsonwebtoken';
import { ExpiredCredential } from '../../../src/auth/expired-credential.js';
import { verifyJwt, type JwtRules } from '../../../src/auth/verify-jwt.js';
import { FakeClock } from '../../support/time/fake-clock.js';

const clock = new FakeClock();
const NOW = clock.now().getTime() / 1_000;
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });

const RULES: JwtRules = {
  algorithms: ['RS256', 'ES256'],
  issuer: 'https://login.example.com',
  audiences: ['https://api.example.com/graphql'],
  requiresAccessTokenType: true,
  lifetimeMaxSeconds: 3_600,
  skewSeconds: 30,
  graceSeconds: 30,
};

const CLAIMS = {
  iss: RULES.issuer,
  aud: RULES.audiences[0],
  sub: 'user-1',
  iat: NOW - 10,
  exp: NOW + 600,
};

type Parts = { readonly header?: object; readonly claims?: object; readonly key?: KeyObject };

/** A token that is right but for the changes; undefined takes a claim away. */
function token({ header = {}, claims = {}, key = privateKey }: Parts = {}): string {
  const payload = JSON.parse(JSON.stringify({ ...CLAIMS, ...claims })) as object;
  const algorithm: Algorithm = key.asymmetricKeyType === 'ec' ? 'ES256' : 'RS256';
  return jsonwebtoken.sign(payload, key, {
    algorithm,
    header: { alg: algorithm, typ: 'at+jwt', kid: 'k1', ...header },
    allowInsecureKeySizes: true,
    allowInvalidAsymmetricKeyTypes: true,
  });
}

const encoded = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** Signed by hand, where jsonwebtoken would refuse to. */
function handmade(header: object, payload: unknown, secret: string | Buffer | null): string {
  const signed = `${encoded(header)}.${encoded(payload)}`;
  if (secret === null) return `${signed}.`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

const outcome = (
  text: string,
  { rules = {}, key = publicKey, algorithm = undefined as string | undefined } = {},
): unknown => {
  try {
    return verifyJwt(text, { key, algorithm }, { ...RULES, ...rules }, clock.now()).subject;
  } catch (error) {
    return error;
  }
};

const REFUSED = expect.objectContaining({ code: 'UNAUTHENTICATED' }) as unknown;

describe('verifyJwt', () => {
  it('takes a token that keeps every rule', () => {
    expect(outcome(token())).toBe('user-1');
    expect(outcome(token({ key: ec.privateKey }), { key: ec.publicKey })).toBe('user-1');
    expect(outcome(token({ header: { typ: 'application/AT+JWT' } }))).toBe('user-1');
    expect(outcome(token({ claims: { nbf: NOW + 29, iat: NOW + 29 } }))).toBe('user-1');
  });

  it('tells when it ends, with the grace', () => {
    const { endsAt, all } = verifyJwt(
      token({ claims: { tenant: 'acme' } }),
      { key: publicKey, algorithm: 'RS256' },
      RULES,
      clock.now(),
    );
    expect(endsAt).toEqual(new Date((NOW + 630) * 1_000));
    expect(all).toMatchObject({ tenant: 'acme', sub: 'user-1' });
  });

  it.each(['none', 'None', 'nOnE', 'NONE', '', null])('T1: refuses the algorithm %j', (alg) => {
    const header = { alg, typ: 'at+jwt', kid: 'k1' };
    expect(outcome(handmade(header, CLAIMS, null))).toEqual(REFUSED);
    expect(outcome(`${handmade(header, CLAIMS, null)}AAAA`)).toEqual(REFUSED);
  });

  it('T1: refuses an empty signature and one of another token', () => {
    const [head = '', payload = '', signature = ''] = token().split('.');
    expect(outcome(`${head}.${payload}.`)).toEqual(REFUSED);
    expect(outcome(`${head}.${payload}`)).toEqual(REFUSED);
    const other = token({ claims: { sub: 'user-2' } }).split('.')[1] ?? '';
    expect(outcome(`${head}.${other}.${signature}`)).toEqual(REFUSED);
    expect(
      outcome(token({ key: generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey })),
    ).toEqual(REFUSED);
  });

  it('T2: refuses HS256 with the public key in any form as the secret', () => {
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const secrets = [
      pem,
      `${pem}\n`,
      pem.trimEnd(),
      publicKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
      publicKey.export({ type: 'spki', format: 'der' }),
      String(publicKey.export({ format: 'jwk' }).n),
      Buffer.from(String(publicKey.export({ format: 'jwk' }).n), 'base64url'),
    ];
    for (const alg of ['HS256', 'RS256', 'hs256']) {
      for (const secret of secrets) {
        expect(outcome(handmade({ alg, typ: 'at+jwt', kid: 'k1' }, CLAIMS, secret))).toEqual(
          REFUSED,
        );
      }
    }
  });

  it('T2: refuses an algorithm that the issuer, or the key, is not for', () => {
    expect(outcome(token(), { rules: { algorithms: ['ES256'] } })).toEqual(REFUSED);
    expect(outcome(token(), { algorithm: 'PS256' })).toEqual(REFUSED);
    expect(outcome(token(), { key: ec.publicKey })).toEqual(REFUSED);
  });

  it('T3: refuses headers that bring a key or say where there is one', () => {
    const jwk = publicKey.export({ format: 'jwk' });
    const headers = [
      { jku: 'https://evil.example/jwks.json' },
      { x5u: 'https://evil.example/cert.pem' },
      { jwk },
      { x5c: ['MIIB'] },
      { zip: 'DEF' },
    ];
    for (const header of headers) expect(outcome(token({ header }))).toEqual(REFUSED);
  });

  const TIMES: readonly (readonly [string, object])[] = [
    ['no exp', { exp: undefined }],
    ['exp that is text', { exp: String(NOW + 600) }],
    ['exp in 10 years', { exp: NOW + 315_360_000 }],
    ['exp beyond all dates', { exp: 1e300 }],
    ['exp before iat', { exp: NOW - 20, iat: NOW - 10 }],
    ['a lifetime 1 s too long', { iat: NOW, exp: NOW + 3_601 }],
    ['nbf in the future', { nbf: NOW + 31 }],
    ['nbf that is text', { nbf: '0' }],
    ['iat in the future', { iat: NOW + 31 }],
    ['iat that is text', { iat: String(NOW) }],
    ['exp that is a list', { exp: [NOW + 600] }],
  ];

  it.each(TIMES)('T4: refuses %s', (_what, claims) => {
    expect(outcome(handSigned(claims))).toEqual(REFUSED);
    expect(outcome(handSigned(claims))).not.toBeInstanceOf(ExpiredCredential);
  });

  it('T4: refuses a token without iat', () => {
    expect(outcome(handSigned({ iat: undefined }))).toEqual(REFUSED);
  });

  it('T4: calls a token expired from the end of its grace on, if nothing else is wrong', () => {
    expect(outcome(token({ claims: { iat: NOW - 100, exp: NOW - 29 } }))).toBe('user-1');
    const expired = { iat: NOW - 100, exp: NOW - 31 };
    expect(outcome(token({ claims: expired }))).toBeInstanceOf(ExpiredCredential);
    for (const wrong of [{ aud: 'x' }, { iss: 'x' }, { sub: '' }]) {
      const error = outcome(token({ claims: { ...expired, ...wrong } }));
      expect(error).toEqual(REFUSED);
      expect(error).not.toBeInstanceOf(ExpiredCredential);
    }
  });

  const PARTIES: readonly (readonly [string, object])[] = [
    ['no aud', { aud: undefined }],
    ['another aud', { aud: 'https://api.example.com/graphql2' }],
    ['aud in another case', { aud: 'https://API.example.com/graphql' }],
    ['a list that holds the right aud', { aud: ['https://api.example.com/graphql'] }],
    ['no iss', { iss: undefined }],
    ['iss with a slash more', { iss: 'https://login.example.com/' }],
    ['a list that holds the right iss', { iss: ['https://login.example.com'] }],
    ['no sub', { sub: undefined }],
    ['an empty sub', { sub: '' }],
    ['a sub that is a number', { sub: 7 }],
    ['a sub of 256 characters', { sub: 's'.repeat(256) }],
  ];

  it.each(PARTIES)('T5: refuses %s', (_what, claims) => {
    expect(outcome(handSigned(claims))).toEqual(REFUSED);
  });

  it.each(['"text"', 'null', '[]', '7', '{', ''])('T5: refuses the payload %j', (payload) => {
    const head = encoded({ alg: 'RS256', typ: 'at+jwt', kid: 'k1' });
    expect(outcome(signedText(`${head}.${encoded(payload)}`))).toEqual(REFUSED);
  });

  it.each(['JWT', 'id_token+jwt', 'rt+jwt', 'logout+jwt', 'dpop+jwt', 7, undefined])(
    'T6: refuses the type %j',
    (typ) => {
      expect(outcome(handSigned({}, { typ }))).toEqual(REFUSED);
    },
  );

  it('T6: takes JWT, or no type, of an issuer that does not set it, and still no other', () => {
    const rules = { requiresAccessTokenType: false };
    for (const typ of ['JWT', 'at+jwt', undefined]) {
      expect(outcome(handSigned({}, { typ }), { rules })).toBe('user-1');
    }
    for (const typ of ['rt+jwt', 'dpop+jwt', 7, null]) {
      expect(outcome(handSigned({}, { typ }), { rules })).toEqual(REFUSED);
    }
  });

  it.each([['exp'], ['x'], []])('T7: refuses critical extensions (%j)', (...crit) => {
    expect(outcome(token({ header: { crit } }))).toEqual(REFUSED);
  });

  it('T8: refuses a weak key, a secret and a private key', () => {
    const weak = generateKeyPairSync('rsa', { modulusLength: 1_024 });
    expect(outcome(token({ key: weak.privateKey }), { key: weak.publicKey })).toEqual(REFUSED);
    expect(outcome(token(), { key: privateKey })).toEqual(REFUSED);
  });
});

/** Claims and headers that jsonwebtoken does not sign. */
function handSigned(claims: object, header: object = {}): string {
  const head = { alg: 'RS256', typ: 'at+jwt', kid: 'k1', ...header };
  return signedText(`${encoded(head)}.${encoded({ ...CLAIMS, ...claims })}`);
}

function signedText(text: string): string {
  return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`;
}
