import { parseIssuers } from '../../../src/domain/tenant/issuer-settings.js';

const GOOD = { name: 'corp', issuer: 'https://login.example.com/realms/a', tenantClaim: 'tenant' };

const problemsOf = (...entries: readonly unknown[]): readonly string[] =>
  parseIssuers(JSON.stringify(entries)).problems;

describe('parseIssuers', () => {
  it('fills in what an operator leaves out', () => {
    expect(parseIssuers(JSON.stringify([GOOD]))).toEqual({
      problems: [],
      issuers: [
        {
          name: 'corp',
          issuer: 'https://login.example.com/realms/a',
          jwksUri: undefined,
          audience: undefined,
          tenant: { claim: 'tenant' },
          scopeClaim: 'scope',
          scopePrefix: '',
          algorithms: ['RS256', 'PS256', 'ES256'],
          requiresAccessTokenType: true,
          lifetimeMaxSeconds: 86_400,
          mayGrantOperator: false,
        },
      ],
    });
  });

  it('takes a tenant for all tokens in place of a claim', () => {
    const { tenantClaim: _claim, ...rest } = GOOD;
    const { issuers } = parseIssuers(JSON.stringify([{ ...rest, tenant: 'acme' }]));
    expect(issuers[0]?.tenant).toEqual({ id: 'acme' });
  });

  it.each(['', '{', '{}', 'null', '"x"', JSON.stringify(Array(21).fill(GOOD))])(
    'refuses %j as a whole',
    (text) => {
      expect(parseIssuers(text)).toEqual({
        issuers: [],
        problems: [expect.stringContaining('JSON list')],
      });
    },
  );

  it.each([
    [{ name: 'Corp Login' }, 'name'],
    [{ name: undefined }, 'name'],
    [{ issuer: 'http://login.example.com' }, 'issuer'],
    [{ issuer: 'https://login.example.com?x=1' }, 'issuer'],
    [{ issuer: 'https://user:word@login.example.com' }, 'issuer'],
    [{ issuer: 'ftp://login.example.com' }, 'issuer'],
    [{ jwksUri: 'http://login.example.com/jwks' }, 'jwksUri'],
    [{ audience: '' }, 'audience'],
    [{ tenantClaim: undefined }, 'tenant'],
    [{ tenant: 'acme' }, 'tenant'],
    [{ tenantClaim: undefined, tenant: 'No Tenant' }, 'tenant'],
    [{ scopeClaim: 7 }, 'scopeClaim'],
    [{ scopePrefix: null }, 'scopePrefix'],
    [{ algorithms: [] }, 'algorithms'],
    [{ algorithms: ['HS256'] }, 'algorithms'],
    [{ algorithms: ['none', 'RS256'] }, 'algorithms'],
    [{ requireAccessTokenType: 'false' }, 'requireAccessTokenType'],
    [{ lifetimeMaxSeconds: 86_401 }, 'lifetimeMaxSeconds'],
    [{ lifetimeMaxSeconds: 59 }, 'lifetimeMaxSeconds'],
    [{ grantOperator: 1 }, 'grantOperator'],
  ])('T8: names what is wrong in %j, and no value', (change, member) => {
    const problems = problemsOf(GOOD, { ...GOOD, name: 'other', ...change });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^entry 2: ${member} must be `));
  });

  it('refuses a member that it does not know, which may be a mistyped rule', () => {
    expect(problemsOf({ ...GOOD, audiance: 'x' })).toEqual([
      'entry 1: has 1 members of unknown name.',
    ]);
  });

  it('takes http for this machine only', () => {
    for (const host of ['127.0.0.1:9000', 'localhost', '[::1]:1']) {
      expect(problemsOf({ ...GOOD, issuer: `http://${host}` })).toEqual([]);
    }
    for (const host of ['127.0.0.1.example.com', 'localhost.example.com', '10.0.0.1']) {
      expect(problemsOf({ ...GOOD, issuer: `http://${host}` })).toHaveLength(1);
    }
  });

  it('refuses two of one name or one issuer', () => {
    expect(problemsOf(GOOD, { ...GOOD, name: 'b' })).toEqual(['two entries have the same issuer.']);
    expect(problemsOf(GOOD, { ...GOOD, issuer: 'https://other.example.com' })).toEqual([
      'two entries have the same name.',
    ]);
  });
});
