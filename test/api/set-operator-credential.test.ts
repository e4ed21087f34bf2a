// Guarantee: an operator replaces the gateway's own Runway secret in the store, and no request fails.
import {
  OperatorCredentialDocument,
  SetOperatorCredentialDocument,
} from '../../client/src/generated/graphql.js';
import { OwnAccountsStage, POST, SECRETS } from '../support/gateway/own-accounts.js';

describe('setOperatorCredential', () => {
  let stage: OwnAccountsStage;

  beforeEach(async () => {
    stage = await OwnAccountsStage.start();
  }, 120_000);

  afterEach(async () => {
    await stage.stop();
  });

  const set = (secret: string) =>
    stage.gateway.ask(SetOperatorCredentialDocument, { input: { secret } });

  it('M21: goes before the settings, takes over what is queued, and leaves tenants’ own accounts alone', async () => {
    stage.emulator.settings.concurrency = 1;
    await stage.bring(stage.ann, SECRETS.ann);
    const anns = [await stage.buy(stage.ann), await stage.buy(stage.ann)];
    const bobs = [await stage.buy(stage.bob), await stage.buy(stage.bob)];
    const { data } = await set(SECRETS.operatorNew);
    expect(data?.setOperatorCredential?.credential.stored).toMatchObject({ setBy: 'key:operator' });
    bobs.push(await stage.buy(stage.bob));
    stage.runway.good.delete(SECRETS.operator);
    const callsBefore = stage.runway.calls.length;
    for (const id of bobs) await stage.hasStatus(id, stage.bob, 'SUCCEEDED');
    for (const id of anns) await stage.hasStatus(id, stage.ann, 'SUCCEEDED');
    expect(stage.secretsSince(callsBefore)).toEqual(new Set([SECRETS.operatorNew, SECRETS.ann]));
    const posts = stage.secretsOf(POST);
    expect(posts.filter((secret) => secret === SECRETS.ann)).toHaveLength(2);
    expect(posts.filter((secret) => secret === SECRETS.operatorNew)).toHaveLength(2);
    expect(posts.filter((secret) => secret === SECRETS.operator)).toHaveLength(1);
    expect(stage.runway.calls.filter(({ isGood }) => !isGood)).toEqual([]);
  }, 120_000);

  it('M21: stores none that Runway refuses, and is for operators alone', async () => {
    const refused = await set('key_canary_unknown');
    expect(refused.errors?.[0]?.extensions.code).toBe('RUNWAY_CREDENTIAL_REFUSED');
    const denied = await stage.gateway.ask(
      SetOperatorCredentialDocument,
      { input: { secret: SECRETS.operatorNew } },
      stage.ann,
    );
    expect(denied.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const { operatorCredential } = await stage.gateway.data(OperatorCredentialDocument, {});
    expect(operatorCredential.stored).toBeNull();
    const text = JSON.stringify([refused, denied, stage.log.lines]);
    expect(text).not.toMatch(/canary/);
  }, 120_000);
});
