// Guarantee: tenants that bring secrets of one and the same organisation share what Runway counts for
// it, and nothing else: neither sees, takes or changes what the other has.
import {
  CreateDocumentDocument,
  CreateTextToVideoDocument,
  DeleteDocumentDocument,
  DocumentDocument,
  DocumentsDocument,
  RunwayAccountDocument,
  SetBudgetDocument,
} from '../../client/src/generated/graphql.js';
import { aVideo } from '../support/client/inputs.js';
import { OwnAccountsStage, POST, SECRETS } from '../support/gateway/own-accounts.js';

describe('two tenants with secrets of one organisation', () => {
  let stage: OwnAccountsStage;

  beforeAll(async () => {
    stage = await OwnAccountsStage.start();
    await stage.bring(stage.ann, SECRETS.ann);
    await stage.bring(stage.bob, SECRETS.annNew);
  }, 120_000);

  afterAll(async () => {
    await stage.stop();
  });

  it('M21, M1: work with the secret of each, on the credits of both', async () => {
    const [ofAnn, ofBob] = [await stage.buy(stage.ann), await stage.buy(stage.bob)];
    expect(stage.secretsOf(POST)).toEqual([SECRETS.ann, SECRETS.annNew]);
    await stage.hasStatus(ofAnn, stage.ann, 'SUCCEEDED');
    await stage.hasStatus(ofBob, stage.bob, 'SUCCEEDED');
    for (const key of [stage.ann, stage.bob]) {
      const { runwayAccount } = await stage.gateway.data(RunwayAccountDocument, {}, key);
      expect(runwayAccount.organization?.creditBalance).toBe(777 - 2 * 60);
    }
  }, 120_000);

  it('M1, M2: show neither what Runway lists for both', async () => {
    const { createDocument } = await stage.gateway.data(
      CreateDocumentDocument,
      { input: { name: 'Prices', content: 'A cup of tea is two crowns.' } },
      stage.ann,
    );
    const id = createDocument.document?.id ?? '';

    const { documents } = await stage.gateway.data(DocumentsDocument, {}, stage.bob);
    expect(documents.edges).toEqual([]);
    for (const document of [DocumentDocument, DeleteDocumentDocument]) {
      const { errors } = await stage.gateway.ask<unknown, { id: string }>(
        document,
        { id },
        stage.bob,
      );
      expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    }
    const own = await stage.gateway.data(DocumentDocument, { id }, stage.ann);
    expect(own.document.name).toBe('Prices');
  }, 120_000);

  it('M21: hold each to the budget of its own tenant', async () => {
    await stage.gateway.data(SetBudgetDocument, {
      input: { tenant: 'ann', period: 'MONTH', creditsMax: 60 },
    });
    const refused = await stage.gateway.ask(
      CreateTextToVideoDocument,
      { input: aVideo() },
      stage.ann,
    );
    expect(refused.errors?.[0]?.extensions.code).toBe('BUDGET_EXCEEDED');
    expect(await stage.buy(stage.bob)).not.toBe('');
  }, 120_000);
});
