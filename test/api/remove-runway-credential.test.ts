// Guarantee: a tenant that gives its own account up loses nothing of what was made with it, and its
// secret goes when nothing of it is left.
import {
  AuditEventsDocument,
  DeleteTaskDocument,
  RemoveRunwayCredentialDocument,
} from '../../client/src/generated/graphql.js';
import { OwnAccountsStage, POST, SECRETS } from '../support/gateway/own-accounts.js';

describe('removeRunwayCredential', () => {
  let stage: OwnAccountsStage;

  beforeEach(async () => {
    stage = await OwnAccountsStage.start();
  }, 120_000);

  afterEach(async () => {
    await stage.stop();
  });

  it('M21: goes back to the operator’s account, and sends what is queued with the account of its row', async () => {
    stage.emulator.settings.concurrency = 1;
    await stage.bring(stage.ann, SECRETS.ann);
    const ids = [await stage.buy(stage.ann), await stage.buy(stage.ann)];
    const { removeRunwayCredential } = await stage.gateway.data(
      RemoveRunwayCredentialDocument,
      {},
      stage.ann,
    );
    expect(removeRunwayCredential.account).toEqual({ tenant: 'ann', credential: null });
    ids.push(await stage.buy(stage.ann));
    for (const id of ids) await stage.hasStatus(id, stage.ann, 'SUCCEEDED');
    expect(stage.secretsOf(POST)).toEqual([SECRETS.ann, SECRETS.operator, SECRETS.ann]);
  }, 120_000);

  it('M21: keeps the secret until the last task of the account has gone', async () => {
    await stage.bring(stage.ann, SECRETS.ann);
    const id = await stage.buy(stage.ann);
    await stage.hasStatus(id, stage.ann, 'SUCCEEDED');
    await stage.gateway.data(RemoveRunwayCredentialDocument, {}, stage.ann);
    const destroyed = () => stage.log.lines.filter((line) => line.includes('was destroyed'));
    await stage.clock.advance(420_000);
    expect(destroyed()).toEqual([]);
    await stage.gateway.data(DeleteTaskDocument, { id }, stage.ann);
    expect(stage.runway.calls.at(-1)?.secret).toBe(SECRETS.ann);
    await stage.clock.until(() => destroyed().length === 1, { stepMs: 30_000 });
    expect(destroyed()[0]).toContain('"account":"own-ann-');
  }, 120_000);

  it('M21: changes nothing where there is none, and says so in the audit log', async () => {
    const none = await stage.gateway.data(RemoveRunwayCredentialDocument, {}, stage.ann);
    expect(none.removeRunwayCredential.account).toEqual({ tenant: 'ann', credential: null });
    const foreign = await stage.gateway.ask(
      RemoveRunwayCredentialDocument,
      { tenant: 'ann' },
      stage.bob,
    );
    expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    await stage.clock.advance(2_000);
    const { auditEvents } = await stage.gateway.data(AuditEventsDocument, { first: 10 }, stage.ann);
    expect(JSON.stringify(auditEvents)).toContain('UNCHANGED');
    expect(stage.secretsOf(POST)).toEqual([]);
  }, 120_000);
});
