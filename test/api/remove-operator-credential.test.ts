import {
  OperatorCredentialDocument,
  OrganizationDocument,
  RemoveOperatorCredentialDocument,
  SetOperatorCredentialDocument,
} from '../../client/src/generated/graphql.js';
import { OwnAccountsStage, SECRETS } from '../support/gateway/own-accounts.js';

describe('removeOperatorCredential', () => {
  let stage: OwnAccountsStage;

  beforeEach(async () => {
    stage = await OwnAccountsStage.start();
  }, 120_000);

  afterEach(async () => {
    await stage.stop();
  });

  it('M21: removed, the secret of the settings is used again', async () => {
    const before = await stage.gateway.data(OperatorCredentialDocument, {});
    expect(before.operatorCredential.stored).toBeNull();
    await stage.gateway.data(SetOperatorCredentialDocument, {
      input: { secret: SECRETS.operatorNew },
    });
    await stage.gateway.data(OrganizationDocument, {});
    await stage.gateway.data(RemoveOperatorCredentialDocument, {});
    await stage.gateway.data(OrganizationDocument, {});
    expect(stage.secretsOf('GET /v1/organization').slice(-2)).toEqual([
      SECRETS.operatorNew,
      SECRETS.operator,
    ]);
    const after = await stage.gateway.data(OperatorCredentialDocument, {});
    expect(after.operatorCredential.stored).toBeNull();
  }, 120_000);
});
