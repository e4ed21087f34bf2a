// Guarantee: only keys that cannot be guessed sign tokens, only their owner can read the file that the
// gateway makes, only public parts are published, and a key that is taken out ends its tokens.
import { createPublicKey, generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsonwebtoken from 'jsonwebtoken';
import { parseSigningKeys } from '../../src/services/tokens/signing-keys.js';
import { ViewerDocument } from '../../client/src/generated/graphql.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { RecordedLog } from '../support/gateway/recorded-log.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { codesOf } from '../support/client/tasks.js';
import { issueToken, partsOf } from '../support/client/tokens.js';
import { ProtocolSocket } from '../support/client/wire.js';

const SETTING = 'TOKEN_SIGNING_KEYS_FILE';

function ecKey(kid?: string, namedCurve = 'P-256'): JsonWebKey {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve });
  return { ...privateKey.export({ format: 'jwk' }), ...(kid !== undefined && { kid }) };
}

function rsaKey(modulusLength: number): JsonWebKey {
  return generateKeyPairSync('rsa', { modulusLength }).privateKey.export({ format: 'jwk' });
}

function withoutD({ d: _d, ...rest }: JsonWebKey): JsonWebKey {
  return rest;
}

describe('the keys that sign tokens', () => {
  let dir: string;
  let file: string;
  let clock: FakeClock;
  let log: RecordedLog;
  let gateway: TestGateway | undefined;

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'keys-'));
    file = join(dir, 'keys.json');
    clock = new FakeClock();
    log = new RecordedLog();
  });

  afterEach(async () => {
    await gateway?.stop();
    gateway = undefined;
    await rm(dir, { recursive: true, force: true });
  });

  /** As a whole: the gateway may read at any moment. */
  const replace = async (text: string): Promise<void> => {
    await writeFile(`${file}.new`, text);
    await rename(`${file}.new`, file);
  };
  const write = (...keys: readonly unknown[]) => replace(JSON.stringify({ keys }));
  const start = async (environment = {}) =>
    (gateway = await startGateway({ [SETTING]: file, ...environment }, { clock, log }));
  const viewer = async (token: string) =>
    codesOf((await gateway?.ask(ViewerDocument, {}, token)) ?? {});
  const published = async (): Promise<readonly JsonWebKey[]> => {
    const response = await fetch(`${gateway?.url ?? ''}/.well-known/jwks.json`);
    return ((await response.json()) as { readonly keys: readonly JsonWebKey[] }).keys;
  };

  const kids = async () => (await published()).map((key) => (key as { kid?: string }).kid);
  /** Looks again and again while 5 s pass: the gateway reads the file meanwhile. */
  const within5s = (look: () => Promise<boolean>) => clock.until(look, { stepMs: 250, steps: 20 });

  const WEAK: Readonly<Record<string, unknown>> = {
    'a secret of 3 bytes': { kty: 'oct', k: Buffer.from('abc').toString('base64url') },
    'RSA of 1024 bits': rsaKey(1_024),
    'RSA of 2048 bits, which is another algorithm': rsaKey(2_048),
    'another curve': ecKey('k', 'secp256k1'),
    'a larger curve': ecKey('k', 'P-384'),
    'a public key': withoutD(ecKey()),
    'a point that is not on the curve': {
      ...ecKey(),
      x: Buffer.alloc(32, 1).toString('base64url'),
    },
    'no key': 7,
  };

  it.each(Object.keys(WEAK))('T8: refuse %s, with an error that names the setting', (what) => {
    const entry = WEAK[what];
    const text = JSON.stringify({ keys: [ecKey('good'), entry] });
    expect(() => parseSigningKeys(text, SETTING)).toThrow(/^TOKEN_SIGNING_KEYS_FILE: key 2 is no/);
    const secret = (entry as JsonWebKey).d ?? (entry as { k?: string }).k ?? 'none';
    expect(() => parseSigningKeys(text, SETTING)).not.toThrow(secret);
  });

  it.each(['', '{', '[]', '{"keys":[]}', '{"keys":{}}', '7'])('T8: refuse the file %j', (text) => {
    expect(() => parseSigningKeys(text, SETTING)).toThrow(SETTING);
  });

  it('refuse two keys of one name', () => {
    const text = JSON.stringify({ keys: [ecKey('k'), ecKey('k')] });
    expect(() => parseSigningKeys(text, SETTING)).toThrow('same kid');
  });

  it('T8: keep a gateway with a weak key from starting', async () => {
    await write(rsaKey(1_024));
    await expect(start()).rejects.toThrow(/^TOKEN_SIGNING_KEYS_FILE: key 1/);
  });

  it('are made where there are none, for their owner’s eyes only', async () => {
    const { operatorKey } = await start();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const token = await issueToken(gateway as TestGateway, operatorKey, { scopes: ['TASK_READ'] });
    expect(await viewer(token)).toEqual([]);
  });

  it('are not made in production: a file that is named must be there, and without one no tokens are issued', async () => {
    const production = {
      NODE_ENV: 'production',
      EMULATOR: 'true',
      PUBLIC_URL: 'https://api.example.com',
    };
    await expect(start(production)).rejects.toThrow(
      /^TOKEN_SIGNING_KEYS_FILE: .* cannot be read \(ENOENT\)/,
    );
    gateway = await startGateway({ ...production }, { clock, log });
    const { errors } = (await (
      await gateway.post({
        query: 'mutation{issueToken(input:{scopes:[TASK_READ],expiresInSeconds:60}){token}}',
      })
    ).json()) as { errors?: { extensions: { code: string } }[] };
    expect(errors?.[0]?.extensions.code).toBe('TOKENS_NOT_ISSUED');
    expect(await published()).toEqual([]);
  });

  it('are published without what signs, and verify', async () => {
    await write(ecKey('k1'));
    const { operatorKey } = await start();
    const keys = await published();
    expect(keys).toEqual([
      {
        kty: 'EC',
        crv: 'P-256',
        x: expect.any(String) as unknown,
        y: expect.any(String) as unknown,
        kid: 'k1',
        alg: 'ES256',
        use: 'sig',
      },
    ]);
    const token = await issueToken(gateway as TestGateway, operatorKey, { scopes: ['TASK_READ'] });
    const key = createPublicKey({ key: keys[0] ?? {}, format: 'jwk' });
    const claims = jsonwebtoken.verify(token, key, { ignoreExpiration: true });
    expect(claims).toMatchObject({ iss: gateway?.url });
    expect(JSON.stringify(await readFile(file, 'utf8'))).toContain('\\"d\\"');
  });

  it('T10: rotate: the first signs, all verify, and one that is taken out ends its tokens within 5 s', async () => {
    const [old, fresh] = [ecKey('old'), ecKey('fresh')];
    await write(old);
    const { operatorKey } = await start();
    const running = gateway as TestGateway;
    const first = await issueToken(running, operatorKey, { scopes: ['TASK_READ'] });
    const socket = await ProtocolSocket.connect(running.url, first);

    await write(fresh, old);
    await within5s(async () => (await kids()).includes('fresh'));
    const second = await issueToken(running, operatorKey, { scopes: ['TASK_READ'] });
    expect(partsOf(second).header['kid']).toBe('fresh');
    expect([await viewer(first), await viewer(second)]).toEqual([[], []]);
    expect(await kids()).toEqual(['fresh', 'old']);

    await write(fresh);
    await within5s(async () => (await viewer(first)).length > 0);
    expect([await viewer(first), await viewer(second)]).toEqual([['UNAUTHENTICATED'], []]);
    await clock.advance(2_000);
    expect((await socket.closed).code).toBe(4401);
  });

  it('stay as they are when the file becomes wrong or is gone, and that is told once', async () => {
    const key = ecKey('k1');
    await write(key);
    const { operatorKey } = await start();
    const running = gateway as TestGateway;
    const token = await issueToken(running, operatorKey, { scopes: ['TASK_READ'] });
    const told = () => log.lines.filter((line) => line.includes('cannot be used')).length;
    await replace('{"keys":[');
    await within5s(async () => (await viewer(token)).length === 0 && told() === 1);
    await rm(file);
    await within5s(async () => (await viewer(token)).length === 0 && told() === 2);
    await clock.advance(10_000);
    expect([await viewer(token), told()]).toEqual([[], 2]);
    for (const line of log.lines) expect(line).not.toContain(key.d);
  });

  it('of another gateway do not open this one, whatever they say', async () => {
    await write(ecKey('k1'));
    const { operatorKey } = await start();
    const token = await issueToken(gateway as TestGateway, operatorKey, { scopes: ['TASK_READ'] });
    const { claims, header } = partsOf(token);
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const forged = jsonwebtoken.sign({ ...claims }, privateKey, {
      algorithm: 'ES256',
      header: { ...header, alg: 'ES256' },
    });
    expect(await viewer(forged)).toEqual(['UNAUTHENTICATED']);
  });
});
