import {
  EstimateDocument,
  CreateTextToImageDocument,
  CreateTextToVideoDocument,
  DeleteTenantDocument,
  ModelsDocument,
  SetTenantPolicyDocument,
  ViewerPolicyDocument,
  type SetTenantPolicyInput,
} from '../../client/src/generated/graphql.js';
import { aVideo } from '../support/client/inputs.js';
import { startGateway, type Answer, type TestGateway } from '../support/gateway/start-gateway.js';
import { codesOf, createVideo } from '../support/client/tasks.js';

const ALL = { operations: null, models: null, creditsPerRequestMax: null };

describe('setTenantPolicy', () => {
  let gateway: TestGateway;
  let ann: string;

  beforeAll(async () => {
    gateway = await startGateway();
    ann = await gateway.keyOf('ann', ['GENERATE_VIDEO', 'GENERATE_IMAGE', 'TASK_READ']);
  });

  afterAll(() => gateway.stop());

  const set = async (input: Omit<SetTenantPolicyInput, 'tenant'>) =>
    (await gateway.data(SetTenantPolicyDocument, { input: { tenant: 'ann', ...input } }))
      .setTenantPolicy.tenant.policy;

  beforeEach(async () => {
    await set(ALL);
    gateway.emulator.clearRequests();
  });

  const buy = (idempotencyKey?: string) =>
    gateway.ask(
      CreateTextToVideoDocument,
      { input: aVideo(), ...(idempotencyKey !== undefined && { idempotencyKey }) },
      ann,
    );

  const refusalOf = ({ errors }: Answer<unknown>) =>
    errors?.map(({ extensions }) => [extensions.code, extensions.issues]);

  it('sets what is given, leaves the rest, and null lifts', async () => {
    const operations = ['CREATE_TEXT_TO_VIDEO' as const];
    expect(await set({ operations })).toEqual({ ...ALL, operations });
    expect(await set({ models: ['gen4.5'], creditsPerRequestMax: 100 })).toEqual({
      operations,
      models: ['gen4.5'],
      creditsPerRequestMax: 100,
    });
    expect(await set({ operations: null })).toEqual({
      ...ALL,
      models: ['gen4.5'],
      creditsPerRequestMax: 100,
    });
  });

  it('refuses an operation that it does not name, before anything is accepted', async () => {
    await set({ operations: ['CREATE_TEXT_TO_IMAGE'] });
    const refused = [
      [
        'POLICY_REFUSED',
        [
          {
            path: 'input',
            rule: 'policyOperation',
            message: 'The policy of your tenant does not permit this operation.',
            allowed: ['CREATE_TEXT_TO_IMAGE'],
          },
        ],
      ],
    ];
    expect(refusalOf(await buy())).toEqual(refused);
    const request = { createTextToVideo: aVideo() };
    const estimated = await gateway.ask(EstimateDocument, { request }, ann);
    expect(refusalOf(estimated)).toMatchObject([
      ['POLICY_REFUSED', [{ path: 'request.createTextToVideo', rule: 'policyOperation' }]],
    ]);
    const input = { gen4Image: { promptText: 'A fox', ratio: 'RATIO_1280_720' as const } };
    expect(gateway.emulator.requests()).toEqual([]);
    expect(codesOf(await gateway.ask(CreateTextToImageDocument, { input }, ann))).toEqual([]);
  });

  it('refuses a model that it does not name, and one that a recipe would choose', async () => {
    await set({ models: ['veo3.1'] });
    expect(refusalOf(await buy())).toMatchObject([
      ['POLICY_REFUSED', [{ rule: 'policyModel', allowed: ['veo3.1'] }]],
    ]);
    const query =
      '{ estimate(request: { createProductAd: { productImages: [{ uri: "https://assets.example.com/lamp.png" }] version: VERSION_2026_07 } }) { credits } }';
    const ask = async () => (await (await gateway.post({ query }, ann)).json()) as Answer;
    expect(codesOf(await ask())).toEqual(['POLICY_REFUSED']);
    await set({ operations: ['CREATE_PRODUCT_AD'] });
    expect(codesOf(await ask())).not.toContain('POLICY_REFUSED');
    expect(gateway.emulator.requests()).toEqual([]);
  });

  it('refuses what may cost more, and its estimate too', async () => {
    await set({ creditsPerRequestMax: 59 });
    const request = { createTextToVideo: aVideo() };
    for (const refused of [await buy(), await gateway.ask(EstimateDocument, { request }, ann)]) {
      expect(refusalOf(refused)).toMatchObject([
        ['POLICY_REFUSED', [{ rule: 'policyCredits', allowed: ['at most 59 credits'] }]],
      ]);
    }
    expect(gateway.emulator.requests()).toEqual([]);
    await set({ creditsPerRequestMax: 60 });
    expect(codesOf(await buy())).toEqual([]);
  });

  it('answers what was bought before with its task, and leaves the key of what is refused', async () => {
    const first = await createVideo(gateway, { idempotencyKey: 'before' }, ann);
    await set({ models: [] });
    const again = await buy('before');
    expect(again.data?.createTextToVideo).toMatchObject({ task: { id: first.id }, replayed: true });
    expect(codesOf(await buy('later'))).toEqual(['POLICY_REFUSED']);
    await set(ALL);
    expect((await buy('later')).data?.createTextToVideo?.replayed).toBe(false);
  });

  it('is shown by the viewer and its models, and to no other tenant', async () => {
    await set({ models: ['gen4.5'], creditsPerRequestMax: 80 });
    const { viewer } = await gateway.data(ViewerPolicyDocument, {}, ann);
    expect(viewer.policy).toMatchObject({ models: ['gen4.5'], creditsPerRequestMax: 80 });
    expect(viewer.policy.operations).toContain('CREATE_TEXT_TO_VIDEO');
    expect(viewer.policy.operations).not.toContain('CREATE_PRODUCT_AD');
    const { models } = await gateway.data(ModelsDocument, {}, ann);
    const permitted = models.filter((model) => model.permitted);
    expect(new Set(permitted.map(({ model }) => model))).toEqual(new Set(['gen4.5']));
    const operator = await gateway.data(ModelsDocument, {});
    expect(operator.models.every((model) => model.permitted)).toBe(true);
    const whole = await gateway.data(ViewerPolicyDocument, {});
    expect(whole.viewer.policy).toEqual(ALL);
  });

  it('counts scopes into what the models say', async () => {
    const { models } = await gateway.data(ModelsDocument, {}, ann);
    const operations = new Set(models.filter((m) => m.permitted).map(({ operation }) => operation));
    expect(operations).toContain('CREATE_TEXT_TO_IMAGE');
    expect(operations).not.toContain('CREATE_SOUND_EFFECT');
  });

  it.each([
    [{ operations: ['TASKS'] }, undefined],
    [{ creditsPerRequestMax: -1 }, 'min'],
    [{ creditsPerRequestMax: 1_000_001 }, 'max'],
    [{ models: [''] }, 'eachLength'],
    [{ models: Array.from({ length: 201 }, () => 'm') }, 'maxItems'],
  ])('refuses %j', async (change, rule) => {
    const input = { tenant: 'ann', ...change } as never;
    const answer = await gateway.ask(SetTenantPolicyDocument, { input });
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    if (rule !== undefined) {
      expect(answer.errors?.[0]?.extensions.issues).toMatchObject([{ rule }]);
    }
  });

  it('answers NOT_FOUND, CONFLICT for a tenant that is being deleted, FORBIDDEN to tenants', async () => {
    const ask = async (tenant: string, key?: string) =>
      codesOf(await gateway.ask(SetTenantPolicyDocument, { input: { tenant, models: [] } }, key));
    expect(await ask('missing')).toEqual(['NOT_FOUND']);
    expect(await ask('ann', ann)).toEqual(['FORBIDDEN']);
    const gone = await gateway.keyOf('gone', ['GENERATE_VIDEO']);
    await createVideo(gateway, {}, gone);
    gateway.emulator.setFault({ method: 'DELETE', path: '*', status: 500 });
    await gateway.data(DeleteTenantDocument, { id: 'gone' });
    expect(await ask('gone')).toEqual(['CONFLICT']);
    gateway.emulator.clearFaults();
  });
});
