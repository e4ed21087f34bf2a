import { HEADERS, A_VIDEO, useEmulator } from './harness.js';

const harness = useEmulator({
  taskSeconds: 0,
  credits: 1_000,
  organizations: [{ secrets: ['key_one', 'key_one_new'] }, { secrets: ['key_two'], credits: 5 }],
});

const as = (secret: string) => ({ ...HEADERS, authorization: `Bearer ${secret}` });
const balanceOf = async (secret: string) => {
  const { body } = await harness.call('GET', '/v1/organization', undefined, as(secret));
  return body['creditBalance'];
};

describe('organisations', () => {
  it('see nothing of each other, and each has a balance of its own', async () => {
    const made = await harness.call('POST', '/v1/text_to_video', A_VIDEO, as('key_one'));
    const path = `/v1/tasks/${made.body.id}`;
    const statuses = [];
    for (const secret of ['key_one', 'key_one_new', 'key_two', 'key_test']) {
      statuses.push((await harness.call('GET', path, undefined, as(secret))).status);
    }
    expect(statuses).toEqual([200, 200, 404, 404]);
    expect([
      await balanceOf('key_one_new'),
      await balanceOf('key_two'),
      await balanceOf('key_test'),
    ]).toEqual([940, 5, 1_000]);
    expect(harness.emulator.requests().map(({ organization }) => organization)).toEqual([
      0,
      0,
      0,
      1,
      undefined,
      0,
      1,
      undefined,
    ]);
  });

  it('serve outputs, which carry no bearer, and live on while their secrets are replaced', async () => {
    const { settings } = harness.emulator;
    const made = await harness.call('POST', '/v1/text_to_video', A_VIDEO, as('key_one'));
    settings.organizations = [{ secrets: ['key_one_new'] }];
    const path = `/v1/tasks/${made.body.id}`;
    const { body } = await harness.call('GET', path, undefined, as('key_one_new'));
    const [output = ''] = body['output'] as string[];
    expect((await fetch(output)).status).toBe(200);
    expect((await harness.call('GET', path, undefined, as('key_one'))).status).toBe(404);
  });
});
