import {
  CreateTextToVideoDocument,
  type CreateTextToVideoInput,
} from '../../client/src/generated/graphql.js';
import { startGateway, type Answer, type TestGateway } from '../support/gateway/start-gateway.js';
import { codesOf, postsTo } from '../support/client/tasks.js';
import { ask } from '../support/client/wire.js';

const PATH = '/v1/text_to_video';

describe('RELAXED_BOUNDS', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    const paths = [
      'createTextToVideo.gen4_5.promptText',
      'createTextToVideo.gen4_5.seed',
      'createTextToImage.gen4Image.referenceImages[].tag',
    ];
    gateway = await startGateway({ RELAXED_BOUNDS: paths.join(', ') });
  });

  beforeEach(() => gateway.emulator.clearRequests());

  afterAll(() => gateway.stop());

  async function create(changes: object, model: 'gen4_5' | 'veo3_1' = 'gen4_5'): Promise<Answer> {
    const input = {
      [model]: { promptText: 'A fox', ratio: 'RATIO_1280_720', duration: 8, ...changes },
    } as CreateTextToVideoInput;
    return await gateway.ask(CreateTextToVideoDocument, { input });
  }

  it('lets a value through that breaks the lifted bound, for Runway to judge', async () => {
    const answer = await create({ promptText: 'p'.repeat(1_001) });
    expect(postsTo(gateway, PATH)).toBe(1);
    // The emulator keeps the bound that the gateway has let go.
    expect(answer.errors?.[0]?.extensions.issues).toMatchObject([
      { path: 'input.gen4_5.promptText', rule: 'runway:too_big' },
    ]);
  });

  it('lifts a bound inside a list', async () => {
    const query = `mutation { createTextToImage(input: { gen4Image: {
      promptText: "A fox", ratio: RATIO_1280_720,
      referenceImages: [{ uri: "https://assets.example.com/a.png", tag: "UPPER" }]
    } }) { task { id } } }`;
    const { errors } = await ask(gateway.url, gateway.operatorKey, { query });
    expect(postsTo(gateway, '/v1/text_to_image')).toBe(1);
    expect(errors[0]?.extensions.issues?.[0]?.rule).toMatch(/^runway:/);
  });

  it('leaves every other bound as it is, the same field of another model included', async () => {
    for (const answer of [
      await create({ duration: 11 }),
      await create({ promptText: 'p'.repeat(20_000) }, 'veo3_1'),
    ]) {
      expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    }
    expect(postsTo(gateway, PATH)).toBe(0);
  });

  it('does not lift what is no bound: type and null', async () => {
    for (const answer of [await create({ seed: null }), await create({ seed: -1 })]) {
      expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    }
    expect(postsTo(gateway, PATH)).toBe(0);
  });
});
