// Guarantee: a tenant's own account serves all its work and no other tenant's; what was made with
// another account stays with that one; no secret leaves the process.
import {
  CreateImageToVideoDocument,
  CreateUploadDocument,
  DocumentDocument,
  DocumentsDocument,
  GrantResourceDocument,
  OrganizationDocument,
  RunwayAccountDocument,
  ResumeTenantDocument,
  SetRunwayCredentialDocument,
  SuspendTenantDocument,
  UnownedResourcesDocument,
} from '../../client/src/generated/graphql.js';
import { OwnAccountsStage, POST, SECRETS } from '../support/gateway/own-accounts.js';

describe('setRunwayCredential', () => {
  let stage: OwnAccountsStage;

  beforeEach(async () => {
    stage = await OwnAccountsStage.start();
  }, 120_000);

  afterEach(async () => {
    await stage.stop();
  });

  const codesOf = ({ errors = [] }: { readonly errors?: readonly object[] }) =>
    errors.map((error) => (error as { extensions: { code: string } }).extensions.code);

  it('M21, M7: sends the work of each tenant with its own secret, and tells each its own account alone', async () => {
    await stage.bring(stage.ann, SECRETS.ann);
    await stage.bring(stage.bob, SECRETS.bob);
    const carl = await stage.gateway.keyOf('carl', ['GENERATE_VIDEO', 'TASK_READ', 'ACCOUNT_READ']);
    const ids = [];
    for (const key of [stage.ann, stage.bob, carl]) ids.push(await stage.buy(key));
    expect(stage.secretsOf(POST)).toEqual([SECRETS.ann, SECRETS.bob, SECRETS.operator]);
    for (const [index, key] of [stage.ann, stage.bob, carl].entries()) {
      await stage.hasStatus(ids[index] ?? '', key, 'SUCCEEDED');
    }
    const balances = [];
    for (const key of [stage.ann, stage.bob, carl]) {
      const { runwayAccount } = await stage.gateway.data(RunwayAccountDocument, {}, key);
      balances.push(runwayAccount.organization?.creditBalance ?? null);
    }
    expect(balances).toEqual([717, 273, null]);
    const { organization } = await stage.gateway.data(OrganizationDocument, {});
    expect(organization.creditBalance).toBe(999_940);
    const others = await stage.gateway.ask(RunwayAccountDocument, { tenant: 'ann' }, stage.bob);
    const missing = await stage.gateway.ask(
      RunwayAccountDocument,
      { tenant: 'missing' },
      stage.bob,
    );
    expect([codesOf(others), codesOf(missing)]).toEqual([['NOT_FOUND'], ['NOT_FOUND']]);
    expect(stage.runway.calls.filter(({ isGood }) => !isGood)).toEqual([]);
  }, 120_000);

  it('M21: reads what was made before with the account that made it, and names nothing of it anew', async () => {
    const before = await stage.buy(stage.ann);
    const { createUpload } = await stage.gateway.data(
      CreateUploadDocument,
      { input: { filename: 'a.png' } },
      stage.ann,
    );
    await stage.bring(stage.ann, SECRETS.ann);
    const after = await stage.buy(stage.ann);
    const callsBefore = stage.runway.calls.length;
    await stage.hasStatus(before, stage.ann, 'SUCCEEDED');
    await stage.hasStatus(after, stage.ann, 'SUCCEEDED');
    expect(stage.secretsSince(callsBefore)).toEqual(new Set([SECRETS.operator, SECRETS.ann]));
    const refused = await stage.gateway.ask(
      CreateImageToVideoDocument,
      {
        input: {
          gen4_5: {
            promptText: 'a fox',
            promptImage: [{ uri: createUpload.runwayUri }],
            ratio: 'RATIO_1280_720',
            duration: 5,
          },
        },
      },
      stage.ann,
    );
    expect(refused.errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      issues: [{ path: 'input.gen4_5.promptImage.0.uri', rule: 'account' }],
    });
    const [first, second] = stage.secretsOf(POST);
    expect([first, second]).toEqual([SECRETS.operator, SECRETS.ann]);
  }, 120_000);

  it('M21: takes a second secret of the same organisation with no failed request, and the first can go', async () => {
    const first = await stage.bring(stage.ann, SECRETS.ann);
    const ids = [await stage.buy(stage.ann)];
    expect(await stage.bring(stage.ann, SECRETS.annNew)).not.toBe(first);
    ids.push(await stage.buy(stage.ann));
    stage.runway.good.delete(SECRETS.ann);
    const callsBefore = stage.runway.calls.length;
    ids.push(await stage.buy(stage.ann));
    for (const id of ids) await stage.hasStatus(id, stage.ann, 'SUCCEEDED');
    expect(stage.secretsSince(callsBefore)).toEqual(new Set([SECRETS.annNew]));
    expect(stage.runway.calls.filter(({ isGood }) => !isGood)).toEqual([]);
  }, 120_000);

  it('M21: keeps another organisation apart, and refuses to call it the same while tasks are live', async () => {
    await stage.bring(stage.ann, SECRETS.ann);
    const before = await stage.buy(stage.ann);
    const mistaken = await stage.gateway.ask(
      SetRunwayCredentialDocument,
      { input: { secret: SECRETS.bob, sameOrganization: true } },
      stage.ann,
    );
    expect(codesOf(mistaken)).toEqual(['CONFLICT']);
    await stage.bring(stage.ann, SECRETS.bob);
    const after = await stage.buy(stage.ann);
    const callsBefore = stage.runway.calls.length;
    await stage.hasStatus(before, stage.ann, 'SUCCEEDED');
    await stage.hasStatus(after, stage.ann, 'SUCCEEDED');
    expect(stage.secretsSince(callsBefore)).toEqual(new Set([SECRETS.ann, SECRETS.bob]));
    // Going back finds the account of before by its secret.
    await stage.bring(stage.ann, SECRETS.ann);
    await stage.buy(stage.ann);
    expect(stage.secretsOf(POST)).toEqual([SECRETS.ann, SECRETS.bob, SECRETS.ann]);
  }, 120_000);

  it('M21: stores no secret that Runway refuses, or that Runway cannot be asked about', async () => {
    const set = (secret: string) =>
      stage.gateway.ask(SetRunwayCredentialDocument, { input: { secret } }, stage.ann);
    expect(codesOf(await set('key_canary_unknown'))).toEqual(['RUNWAY_CREDENTIAL_REFUSED']);
    stage.emulator.setFault({ path: '/v1/organization', status: 503 });
    expect(codesOf(await set(SECRETS.ann))).toEqual(['RUNWAY_UNAVAILABLE']);
    stage.emulator.clearFaults();
    expect(codesOf(await set('two words'))).toEqual(['BAD_USER_INPUT']);
    const { runwayAccount } = await stage.gateway.data(RunwayAccountDocument, {}, stage.ann);
    expect(runwayAccount).toMatchObject({ tenant: 'ann', credential: null, organization: null });
    await stage.buy(stage.ann);
    expect(stage.secretsOf(POST)).toEqual([SECRETS.operator]);
  }, 120_000);

  it('M21: a refused secret stops its own tenant alone, until the tenant brings another', async () => {
    await stage.bring(stage.ann, SECRETS.ann);
    await stage.buy(stage.ann);
    stage.runway.good.delete(SECRETS.ann);
    const again = await stage.gateway.ask(
      SetRunwayCredentialDocument,
      { input: { secret: SECRETS.ann } },
      stage.ann,
    );
    expect(codesOf(again)).toEqual(['RUNWAY_CREDENTIAL_REFUSED']);
    await expect(stage.buy(stage.ann)).rejects.toThrow('RUNWAY_UNAUTHORIZED');
    await expect(stage.buy(stage.ann)).rejects.toThrow('RUNWAY_UNAUTHORIZED');
    // The breaker of the account is open: nothing of it is sent.
    expect(stage.secretsOf(POST)).toEqual([SECRETS.ann, SECRETS.ann]);
    await stage.buy(stage.bob);
    await stage.gateway.data(OrganizationDocument, {});
    const alarms = stage.log.lines.filter((line) => line.includes('Runway is failing'));
    expect(alarms).toHaveLength(1);
    expect(alarms[0]).toContain('"account":"own-ann-');
    await stage.bring(stage.ann, SECRETS.annNew, true);
    await stage.buy(stage.ann);
    expect(stage.secretsOf(POST).slice(2)).toEqual([SECRETS.operator, SECRETS.annNew]);
  }, 120_000);

  it('M21: counts the slots of each account by themselves', async () => {
    stage.emulator.settings.concurrency = 1;
    await stage.bring(stage.ann, SECRETS.ann);
    const ids = [await stage.buy(stage.ann), await stage.buy(stage.ann)];
    const bobs = await stage.buy(stage.bob);
    expect(await stage.statusOf(ids[1] ?? '', stage.ann)).toBe('QUEUED');
    expect(await stage.statusOf(bobs, stage.bob)).toBe('PENDING');
    for (const id of ids) await stage.hasStatus(id, stage.ann, 'SUCCEEDED');
    expect(stage.secretsOf(POST)).toEqual([SECRETS.ann, SECRETS.operator, SECRETS.ann]);
  }, 120_000);

  it('M21: an operator may set it for a tenant, whose own keys do not show who that was', async () => {
    await stage.gateway.data(SetRunwayCredentialDocument, {
      input: { tenant: 'ann', secret: SECRETS.ann },
    });
    const { runwayAccount } = await stage.gateway.data(RunwayAccountDocument, {}, stage.ann);
    expect(runwayAccount.credential?.setBy).toBe('operator');
    const foreign = await stage.gateway.ask(
      SetRunwayCredentialDocument,
      { input: { tenant: 'ann', secret: SECRETS.bob } },
      stage.bob,
    );
    expect(codesOf(foreign)).toEqual(['NOT_FOUND']);
    const reader = await stage.gateway.keyOf('dora', ['ACCOUNT_READ']);
    const denied = await stage.gateway.ask(
      SetRunwayCredentialDocument,
      { input: { secret: SECRETS.bob } },
      reader,
    );
    expect(codesOf(denied)).toEqual(['FORBIDDEN']);
  }, 120_000);

  it('M21: asks Runway nothing for accounts that have no work', async () => {
    await stage.bring(stage.ann, SECRETS.ann);
    await stage.bring(stage.bob, SECRETS.bob);
    await stage.hasStatus(await stage.buy(stage.ann), stage.ann, 'SUCCEEDED');
    const callsBefore = stage.runway.calls.length;
    await stage.clock.stride(180_000, 5_000);
    expect(stage.runway.calls.slice(callsBefore)).toEqual([]);
    const [reads] = [stage.secretsOf('GET /v1/organization')];
    expect(reads.filter((secret) => secret === SECRETS.ann).length).toBeLessThanOrEqual(3);
  }, 120_000);

  it('M21: an operator finds and grants what stands in the tenant’s own account', async () => {
    await stage.bring(stage.ann, SECRETS.ann);
    // Made past the gateway.
    const made = await fetch(`${stage.runway.url}/v1/documents`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${SECRETS.ann}`,
        'x-runway-version': '2024-11-06',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ name: 'Opening hours', content: 'Nine to five.' }),
    });
    const { id } = (await made.json()) as { readonly id: string };
    const { unownedResources } = await stage.gateway.data(UnownedResourcesDocument, {
      kind: 'DOCUMENT',
      tenant: 'ann',
    });
    expect(unownedResources.edges.map(({ node }) => node.id)).toEqual([id]);
    const callsBefore = stage.runway.calls.length;
    await stage.gateway.data(GrantResourceDocument, {
      input: { tenant: 'ann', kind: 'DOCUMENT', id },
    });
    const { document } = await stage.gateway.data(DocumentDocument, { id }, stage.ann);
    expect(document.name).toBe('Opening hours');
    expect(stage.secretsSince(callsBefore)).toEqual(new Set([SECRETS.ann]));
    const foreign = await stage.gateway.ask(DocumentDocument, { id }, stage.bob);
    expect(codesOf(foreign)).toEqual(['NOT_FOUND']);
  }, 120_000);

  it('M21: calls nothing of a suspended tenant’s own account', async () => {
    stage.emulator.settings.concurrency = 1;
    await stage.bring(stage.ann, SECRETS.ann);
    const first = await stage.buy(stage.ann);
    await stage.buy(stage.ann);
    await stage.gateway.data(SuspendTenantDocument, { id: 'ann' });
    await stage.clock.stride(60_000, 5_000);
    // The live one was followed to its end; what is queued is not sent.
    expect(stage.secretsOf(POST)).toEqual([SECRETS.ann]);
    const callsBefore = stage.runway.calls.length;
    await stage.clock.stride(120_000, 5_000);
    expect(stage.runway.calls.slice(callsBefore)).toEqual([]);
    await stage.gateway.data(ResumeTenantDocument, { id: 'ann' });
    await stage.hasStatus(first, stage.ann, 'SUCCEEDED');
    await stage.clock.until(() => stage.secretsOf(POST).length === 2, {
      stepMs: 5_000,
      strides: true,
    });
  }, 120_000);

  it('M21: tells no secret in answers, errors or the log', async () => {
    const answers: unknown[] = [];
    const set = async (secret: string, key: string) => {
      answers.push(
        await stage.gateway.ask(SetRunwayCredentialDocument, { input: { secret } }, key),
      );
    };
    await set(SECRETS.ann, stage.ann);
    await set(SECRETS.bob, stage.bob);
    await set('key_canary_unknown', stage.ann);
    await set('key canary with spaces', stage.ann);
    await set(SECRETS.annNew.repeat(30), stage.ann);
    stage.runway.good.clear();
    answers.push(await stage.gateway.ask(RunwayAccountDocument, {}, stage.ann));
    for (const text of [JSON.stringify(answers), stage.log.lines.join('\n')]) {
      expect(text).not.toMatch(/canary/);
    }
  }, 120_000);
});

describe('setRunwayCredential of a sole tenant', () => {
  it('M21: lists and makes in the account that it has brought', async () => {
    const stage = await OwnAccountsStage.start({ TENANCY: 'single' });
    try {
      const { operatorKey } = stage.gateway;
      await stage.bring(operatorKey, SECRETS.ann);
      const callsBefore = stage.runway.calls.length;
      await stage.gateway.data(DocumentsDocument, {}, operatorKey);
      await stage.buy(operatorKey);
      expect(stage.secretsSince(callsBefore)).toEqual(new Set([SECRETS.ann]));
    } finally {
      await stage.stop();
    }
  }, 120_000);
});
