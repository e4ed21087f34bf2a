// Guarantee: no two different idempotency keys are taken for one, and a key that is unclear buys
// nothing: a client that retries must not be charged twice.
import { request as httpRequest } from 'node:http';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { postsTo } from '../support/client/tasks.js';
import type { WireError } from '../support/client/wire.js';

const PATH = '/v1/text_to_video';
const QUERY =
  'mutation($key: String) { createTextToVideo(idempotencyKey: $key, input: { gen4_5: { promptText: "A fox", ratio: RATIO_1280_720, duration: 5 } }) { replayed } }';

describe('an idempotency key', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startGateway();
  });

  beforeEach(() => gateway.emulator.clearRequests());

  afterAll(() => gateway.stop());

  /** fetch would join headers of one name. */
  async function send(
    keys: readonly string[],
    argument: string | null = null,
  ): Promise<{ readonly status: number | undefined; readonly errors: readonly WireError[] }> {
    const sent = httpRequest(`${gateway.url}/graphql`, { method: 'POST' });
    sent.setHeader('content-type', 'application/json');
    sent.setHeader('authorization', `Bearer ${gateway.operatorKey}`);
    if (keys.length > 0) sent.setHeader('idempotency-key', keys);
    sent.end(JSON.stringify({ query: QUERY, variables: { key: argument } }));
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk as Buffer);
    const { errors = [] } = JSON.parse(Buffer.concat(chunks).toString()) as {
      errors?: WireError[];
    };
    return { status: response.statusCode, errors };
  }

  it('C11: in two headers is refused, and nothing is bought', async () => {
    for (const keys of [
      ['a', 'b'],
      ['a', 'a'],
      ['a', ''],
    ]) {
      const { status, errors } = await send(keys);
      expect([status, errors[0]?.extensions.issues]).toEqual([
        400,
        [expect.objectContaining({ path: 'idempotencyKey', rule: 'oneHeader' })],
      ]);
    }
    expect(postsTo(gateway, PATH)).toBe(0);
  });

  it('C11: with half of a surrogate pair is refused: two such keys would be one', async () => {
    for (const key of ['key-\ud83d', 'key-\ud83e', 'key-\u0000']) {
      const { status, errors } = await send([], key);
      expect([status, errors[0]?.extensions.issues?.[0]?.rule]).toEqual([400, 'storableText']);
    }
    expect(postsTo(gateway, PATH)).toBe(0);
  });

  it('C11: in one header is taken as before', async () => {
    expect((await send(['one'])).errors).toEqual([]);
    expect((await send(['one'])).errors).toEqual([]);
    expect(postsTo(gateway, PATH)).toBe(1);
  });
});
