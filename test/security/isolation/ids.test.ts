// Guarantee: an id tells nothing of another one: ids of tasks and keys come from the random generator
// of the system, in no order, and none is trusted to be secret (see matrix.test.ts for that).
import {
  CreateApiKeyDocument,
  CreateTextToVideoDocument,
} from '../../../client/src/generated/graphql.js';
import { aVideo } from '../../support/client/inputs.js';
import { startGateway, type TestGateway } from '../../support/gateway/start-gateway.js';

/** RFC 9562, version 4: 122 random bits. */
const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const COUNT = 48;

/** Two neighbours in order of time are as often in order of text as not: at most 5σ from half. */
function isInNoOrder(ids: readonly string[]): boolean {
  const rising = ids.filter((id, n) => n > 0 && id > (ids[n - 1] ?? '')).length;
  // Of n values in random order, σ² of the rises is (n + 1) / 12.
  return Math.abs(rising - (ids.length - 1) / 2) <= 5 * Math.sqrt((ids.length + 1) / 12);
}

describe('ids', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startGateway();
  });

  afterAll(() => gateway.stop());

  it('M3: of tasks, made by two tenants in turn, are random and in no order', async () => {
    const keys = [
      await gateway.keyOf('ann', ['GENERATE_VIDEO']),
      await gateway.keyOf('bob', ['GENERATE_VIDEO']),
    ];
    const ids: string[] = [];
    for (let n = 0; n < COUNT; n += 1) {
      const key = keys[n % keys.length];
      const { createTextToVideo } = await gateway.data(
        CreateTextToVideoDocument,
        { input: aVideo() },
        key,
      );
      ids.push(createTextToVideo.task.id);
    }
    for (const id of ids) expect(id).toMatch(UUID_V4);
    expect(new Set(ids).size).toBe(COUNT);
    expect(isInNoOrder(ids)).toBe(true);
  }, 180_000);

  it('M3, T11: of keys are random, and their secrets have 128 bits and more', async () => {
    const credentials: string[] = [];
    for (let n = 0; n < COUNT; n += 1) {
      const input = { tenant: 'default', scopes: ['TASK_READ' as const] };
      const { createApiKey } = await gateway.data(CreateApiKeyDocument, { input });
      credentials.push(createApiKey.credential);
    }
    const parts = credentials.map((credential) => credential.split('_'));
    const ids = parts.map(([, id = '']) => id);
    const secrets = parts.map(([, , secret = '']) => secret);
    expect(new Set([...ids, ...secrets]).size).toBe(2 * COUNT);
    expect(isInNoOrder(ids)).toBe(true);
    // 62 letters and digits carry 5.95 bits each; the last six are a checksum.
    for (const secret of secrets) expect((secret.length - 6) * 5.95).toBeGreaterThanOrEqual(128);
  }, 180_000);
});
