import { generationOperations } from '../../src/operations/generation-operations.js';
import { ModelsDocument } from '../../client/src/generated/graphql.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { codesOf } from '../support/client/tasks.js';

describe('models', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startGateway();
  });

  afterAll(() => gateway.stop());

  it('lists the models of every generation and asks Runway for nothing', async () => {
    const { models } = await gateway.data(ModelsDocument, {});
    expect(new Set(models.map(({ operation }) => operation)).size).toBe(
      Object.keys(generationOperations).length,
    );
    expect(gateway.emulator.requests()).toEqual([]);
  });

  it('tells what a model takes, under the names that the input uses', async () => {
    const { models } = await gateway.data(ModelsDocument, { operation: 'CREATE_TEXT_TO_VIDEO' });
    expect(new Set(models.map(({ operation }) => operation))).toEqual(
      new Set(['CREATE_TEXT_TO_VIDEO']),
    );
    expect(models.find(({ model }) => model === 'gen4.5')).toMatchObject({
      member: 'gen4_5',
      summary: expect.stringMatching(/^Text or one image to video/) as unknown,
      ratios: expect.arrayContaining([{ name: 'RATIO_1280_720', value: '1280:720' }]) as unknown,
      durations: { min: 2, max: 10, auto: false, required: true },
      promptText: { min: 1, max: 1_000, required: true },
      references: { images: 0, videos: 0, audio: 0 },
      seed: true,
    });
  });

  it('is open to any key, and closed without one', async () => {
    const key = await gateway.keyOf('reader', ['UPLOAD_CREATE']);
    expect(codesOf(await gateway.ask(ModelsDocument, {}, key))).toEqual([]);
    const anonymous = await gateway.post({ query: '{ models { model } }' }, null);
    expect(anonymous.status).toBe(401);
  });
});
