import { Authenticator, type CredentialStore } from '../../../src/auth/authenticate.js';
import { ExpiredCredential } from '../../../src/auth/expired-credential.js';
import { hashSecret } from '../../../src/domain/tenant/api-key.js';
import type { KeyCredential } from '../../../src/ports/keys/key-store.js';
import { anApiKey } from '../../support/auth/an-api-key.js';
import { FakeClock } from '../../support/time/fake-clock.js';

const SECRET = 'Abcdefghijklmnopqrstuvwxyz';

function aKey(clock: FakeClock, changes: Partial<KeyCredential> = {}): KeyCredential {
  return anApiKey({
    id: 'alice',
    secretHash: hashSecret(SECRET),
    scopes: ['task:read', 'upload:create'],
    createdAt: clock.now(),
    ...changes,
  });
}

function over(clock: FakeClock, find: () => KeyCredential | undefined): Authenticator {
  const keys: CredentialStore = {
    findCredential: (id) => Promise.resolve(id === 'alice' ? find() : undefined),
    listActiveTenants: () => Promise.resolve([]),
    listCredentials: (ids) => Promise.resolve(ids.includes('alice') ? [find() ?? []].flat() : []),
  };
  return new Authenticator({ keys, clock });
}

describe('an authenticator', () => {
  const clock = new FakeClock();

  it('makes a viewer of a live key, whatever the case of the scheme', async () => {
    const expiresAt = new Date(clock.now().getTime() + 1);
    const authenticator = over(clock, () => aKey(clock, { expiresAt }));
    for (const scheme of ['Bearer', 'bearer']) {
      expect(await authenticator.authenticate(`${scheme} rgk_alice_${SECRET}`, undefined)).toEqual({
        tenantId: 'acme',
        subject: 'key:alice',
        scopes: new Set(['task:read', 'upload:create']),
        expiresAt,
        credential: { kind: 'key', id: 'alice', secretMark: expect.any(String) as string },
        keyId: 'alice',
        policies: { tenant: null, key: null },
      });
    }
  });

  it('refuses a key at the instant at which it expires', async () => {
    const authenticator = over(clock, () => aKey(clock, { expiresAt: clock.now() }));
    await expect(
      authenticator.authenticate(`Bearer rgk_alice_${SECRET}`, undefined),
    ).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  it('W10: tells only the holder of the right secret that the key has expired', async () => {
    const expired = { expiresAt: clock.now() };
    const failureOf = async (options: Partial<KeyCredential>, secret = SECRET): Promise<unknown> =>
      await over(clock, () => aKey(clock, options))
        .authenticate(`Bearer rgk_alice_${secret}`, undefined)
        .catch((error: unknown) => error);
    expect(await failureOf(expired)).toBeInstanceOf(ExpiredCredential);
    expect(await failureOf(expired, SECRET.toUpperCase())).not.toBeInstanceOf(ExpiredCredential);
    const revoked = { ...expired, revokedAt: clock.now() };
    expect(await failureOf(revoked)).not.toBeInstanceOf(ExpiredCredential);
  });

  it('still trusts a viewer until its key has less than it had', async () => {
    let key: KeyCredential | undefined = aKey(clock);
    const authenticator = over(clock, () => key);
    const viewer = await authenticator.authenticate(`Bearer rgk_alice_${SECRET}`, undefined);
    expect(await authenticator.statesOf([viewer])).toEqual(['valid']);
    const now = clock.now();
    const worse: readonly (readonly [KeyCredential | undefined, string])[] = [
      [undefined, 'ended'],
      [aKey(clock, { revokedAt: now }), 'ended'],
      [aKey(clock, { expiresAt: now }), 'expired'],
      [aKey(clock, { expiresAt: now, revokedAt: now }), 'ended'],
      [aKey(clock, { scopes: ['task:read'] }), 'expired'],
      [aKey(clock, { secretHash: hashSecret('another') }), 'ended'],
      [aKey(clock, { allowedAddresses: ['192.0.2.0/24'] }), 'ended'],
      [aKey(clock, { tenantId: 'other' }), 'ended'],
    ];
    for (const [become, state] of worse) {
      key = become;
      expect(await authenticator.statesOf([viewer, viewer])).toEqual([state, state]);
    }
  });
});
