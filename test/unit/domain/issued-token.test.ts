import {
  claimsOf,
  issuedTokenOf,
  type IssuedToken,
} from '../../../src/domain/tenant/issued-token.js';

const TOKEN: IssuedToken = {
  id: 'j-1',
  keyId: 'ab12',
  secretMark: 'm1m2m3m4',
  tenantId: 'acme',
  scopes: ['task:read', 'generate:video'],
  limits: { operations: ['task'], taskIds: ['t-1'], creditsMax: 0 },
};

describe('the claims of an issued token', () => {
  it('say all that the token is', () => {
    expect(issuedTokenOf(claimsOf(TOKEN))).toEqual(TOKEN);
    expect(issuedTokenOf(claimsOf({ ...TOKEN, limits: {} }))).toEqual({ ...TOKEN, limits: {} });
  });

  // Guarantee: a limit that cannot be read closes the door, and does not fall away.
  it.each([
    { operations: 'task' },
    { operations: [7] },
    { operations: null },
    { task_ids: {} },
    { task_ids: null },
    { credits_max: '5' },
    { credits_max: -1 },
    { credits_max: null },
    { scope: ['task:read'] },
    { tenant: undefined },
    { client_id: 7 },
    { jti: undefined },
    { key_mark: undefined },
  ])('are refused with %j', (change) => {
    expect(issuedTokenOf({ ...claimsOf(TOKEN), ...change })).toBeUndefined();
  });

  it('grant no scope that is not known', () => {
    const scope = 'task:read everything operator:all';
    expect(issuedTokenOf({ ...claimsOf(TOKEN), scope })?.scopes).toEqual(['task:read']);
  });
});
