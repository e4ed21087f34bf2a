import {
  OperatorCredentialDocument,
  SetOperatorCredentialDocument,
} from '../../client/src/generated/graphql.js';
import { OwnAccountsStage, SECRETS } from '../support/gateway/own-accounts.js';

describe('operatorCredential', () => {
  let stage: OwnAccountsStage;

  beforeEach(async () => {
    stage = await OwnAccountsStage.start();
  }, 120_000);

  afterEach(async () => {
    await stage.stop();
  });

  it('M21: tells since when a secret is stored and who set it, by a fingerprint of its own', async () => {
    const read = async () =>
      (await stage.gateway.data(OperatorCredentialDocument, {})).operatorCredential.stored;
    expect(await read()).toBeNull();
    const marks = [];
    for (const secret of [SECRETS.operatorNew, SECRETS.operator]) {
      await stage.gateway.data(SetOperatorCredentialDocument, { input: { secret } });
      const stored = await read();
      expect(stored).toMatchObject({
        setBy: 'key:operator',
        setAt: stage.clock.now().toISOString(),
      });
      marks.push(stored?.fingerprint);
    }
    expect(new Set(marks).size).toBe(2);
    const denied = await stage.gateway.ask(OperatorCredentialDocument, {}, stage.ann);
    expect(denied.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  }, 120_000);
});
