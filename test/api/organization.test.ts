import { OrganizationDocument } from '../../client/src/generated/graphql.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { codesOf, createVideo } from '../support/client/tasks.js';

describe('organization', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startGateway();
  }, 60_000);
  afterAll(() => gateway.stop());

  it('tells of the account’s credits, its limits by model, and today’s use of them', async () => {
    const { settings } = gateway.emulator;
    settings.dailyCapByModel['gen4.5'] = 50;
    settings.concurrencyByModel['gen4.5'] = null;
    await createVideo(gateway);
    const { organization } = await gateway.data(OrganizationDocument, {});
    expect(organization.creditBalance).toBe(settings.credits);
    expect(organization.maxMonthlyCreditSpend).toBeGreaterThan(0);
    const models = organization.models.filter(({ model }) => model === 'gen4.5');
    expect(models).toEqual([
      {
        model: 'gen4.5',
        maxConcurrentGenerations: null,
        maxDailyGenerations: 50,
        dailyGenerations: 1,
      },
    ]);
  });

  it('says that Runway cannot be asked', async () => {
    gateway.emulator.setFault({ path: '/v1/organization', status: 500, times: 1 });
    expect(codesOf(await gateway.ask(OrganizationDocument, {}))).toEqual(['RUNWAY_UNAVAILABLE']);
  });

  it('is for operators', async () => {
    const key = await gateway.keyOf('plain', ['TASK_READ']);
    expect(codesOf(await gateway.ask(OrganizationDocument, {}, key))).toEqual(['FORBIDDEN']);
  });
});
