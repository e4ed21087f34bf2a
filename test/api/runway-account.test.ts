// Guarantee: a tenant learns credits and limits of its own Runway account, and nothing of another's.
import { RunwayAccountDocument } from '../../client/src/generated/graphql.js';
import { OwnAccountsStage, SECRETS } from '../support/gateway/own-accounts.js';

describe('runwayAccount', () => {
  let stage: OwnAccountsStage;

  beforeEach(async () => {
    stage = await OwnAccountsStage.start();
  }, 120_000);

  afterEach(async () => {
    await stage.stop();
  });

  it('M8, M21: shows the own account to its tenant and to operators, and the operator’s to no tenant', async () => {
    const read = async (key: string | undefined, tenant?: string) => {
      const variables = tenant === undefined ? {} : { tenant };
      const { data, errors } = await stage.gateway.ask(RunwayAccountDocument, variables, key);
      return errors?.[0]?.extensions.code ?? data?.runwayAccount;
    };
    const callsBefore = stage.runway.calls.length;
    expect(await read(stage.ann)).toEqual({
      tenant: 'ann',
      credential: null,
      organization: null,
    });
    expect(stage.runway.calls.length).toBe(callsBefore);
    const fingerprint = await stage.bring(stage.ann, SECRETS.ann);
    for (const seen of [await read(stage.ann), await read(undefined, 'ann')]) {
      expect(seen).toMatchObject({
        tenant: 'ann',
        credential: { fingerprint, setAt: stage.clock.now().toISOString() },
        organization: { creditBalance: 777 },
      });
    }
    expect(fingerprint).toMatch(/^[\w-]{16}$/);
    expect(await read(stage.bob, 'ann')).toBe('NOT_FOUND');
    expect(await read(stage.bob, 'missing')).toBe('NOT_FOUND');
    const carl = await stage.gateway.keyOf('carl', ['TASK_READ']);
    expect(await read(carl)).toBe('FORBIDDEN');
  }, 120_000);
});
