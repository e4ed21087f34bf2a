import { EstimateDocument, CreateTextToVideoDocument } from '../../client/src/generated/graphql.js';
import { aVideo } from '../support/client/inputs.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { codesOf, postsTo } from '../support/client/tasks.js';

describe('REQUIRE_IDEMPOTENCY_KEY', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startGateway({ REQUIRE_IDEMPOTENCY_KEY: 'true' });
  });

  afterAll(() => gateway.stop());

  it('refuses a spending mutation without a key', async () => {
    const answer = await gateway.ask(CreateTextToVideoDocument, { input: aVideo() });
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.errors?.[0]?.extensions.issues).toMatchObject([
      { path: 'idempotencyKey', rule: 'required' },
    ]);
    expect(postsTo(gateway, '/v1/text_to_video')).toBe(0);
  });

  it('takes the argument, the header, and an estimate without either', async () => {
    const input = aVideo();
    const answers = [
      await gateway.ask(CreateTextToVideoDocument, { input, idempotencyKey: 'a' }),
      await gateway.ask(CreateTextToVideoDocument, { input }, undefined, {
        'idempotency-key': 'b',
      }),
      await gateway.ask(EstimateDocument, { request: { createTextToVideo: input } }),
    ];
    for (const answer of answers) expect(codesOf(answer)).toEqual([]);
    expect(postsTo(gateway, '/v1/text_to_video')).toBe(2);
  });
});
