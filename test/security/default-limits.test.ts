// Guarantee: without a setting there are limits, and a front end does not meet them.
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { WIDE_LIMITS } from '../support/gateway/wide-limits.js';

/** Settings that are blank count as not set. */
const UNSET = Object.fromEntries(Object.keys(WIDE_LIMITS).map((name) => [name, '']));

const LIMITS = [
  [
    '{ viewer { subject } }',
    ['"address"; q=3000; w=60', '"viewer"; q=100; w=1', '"reads"; q=12000; w=60'],
  ],
  ['{ tenants { nodes { id } } }', ['"admin"; q=1200', '"admin-points"; q=120000']],
  [
    'mutation { createUpload(input: { filename: "a.png" }) { uploadUrl } }',
    ['"uploads"; q=600', '"uploads-points"; q=30000'],
  ],
  [
    'mutation { createTextToVideo(input: { gen4_5: { promptText: "a", ratio: RATIO_1280_720, duration: 5 } }) { task { id } } }',
    ['"generations"; q=1200', '"generations-points"; q=240000'],
  ],
] as const;

describe('The limits of a gateway without settings', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startGateway(UNSET);
  });
  afterAll(() => gateway.stop());

  it.each(LIMITS)('R1: are told with the answer to %s', async (query, policies) => {
    const response = await gateway.post({ query });
    expect(response.status).toBe(200);
    const told = response.headers.get('ratelimit-policy') ?? '';
    for (const policy of policies) expect(told).toContain(policy);
  });

  it('let a page through that asks fifty things at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => gateway.post({ query: '{ viewer { subject } }' })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });

  it('T11: let 60 wrong credentials of one address through, and no more', async () => {
    const statuses: number[] = [];
    for (let guess = 0; guess < 62; guess += 1) {
      const key = `rgk_guess${String(guess)}_${'x'.repeat(26)}`;
      statuses.push((await gateway.post({ query: '{ viewer { subject } }' }, key)).status);
    }
    expect(statuses.indexOf(429)).toBe(60);
    expect((await gateway.post({ query: '{ viewer { subject } }' })).status).toBe(200);
  });
});
