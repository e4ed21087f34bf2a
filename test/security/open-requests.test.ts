// Guarantee: one caller's open requests take no other caller's place, and a request beyond the
// places is refused before anything is done for it.
import { startTinyGateway, type TinyGateway } from '../support/gateway/tiny-gateway.js';
import { jsonHeaders, post } from '../support/client/wire.js';

const PLACES = 8;
const SLOW = JSON.stringify({ query: '{ task(id: "slow") { id } }' });
const QUICK = JSON.stringify({ query: '{ viewer { tenant } }' });
const BUY = JSON.stringify({
  query:
    'mutation { createTextToVideo(input: { gen4_5: { promptText: "a", ratio: RATIO_1280_720 } }) { task { id } } }',
});

describe('D10, D12: requests that are open', () => {
  let gateway: TinyGateway;
  let open: Promise<unknown>[];

  beforeEach(async () => {
    open = [];
    gateway = await startTinyGateway({ limits: { openRequestsMax: PLACES } });
  });

  afterEach(async () => {
    gateway.release();
    await Promise.all(open);
    await gateway.stop();
  });

  /** Holds places until `release`; resolves when the resolvers run. */
  async function hold(key: string, count: number): Promise<void> {
    const before = gateway.ran.length;
    for (let index = 0; index < count; index += 1) {
      open.push(post(gateway.url, SLOW, jsonHeaders(key)));
    }
    await gateway.clock.until(() => gateway.ran.length === before + count, { stepMs: 0 });
  }

  async function ask(key: string, body = QUICK) {
    const { status, headers, text } = await post(gateway.url, body, jsonHeaders(key));
    return { status, retryAfter: headers.get('retry-after'), text };
  }

  it('of one key are a quarter at most, and others are served; it is told so after a second', async () => {
    const greedy = gateway.key('greedy', { tenantId: 'a' });
    await hold(greedy, PLACES / 4);
    let isTold = false;
    const asked = ask(greedy).finally(() => (isTold = true));
    for (const key of [gateway.key('colleague', { tenantId: 'a' }), gateway.key('other')]) {
      expect(await ask(key)).toMatchObject({ status: 200 });
    }
    expect(isTold).toBe(false);
    await gateway.clock.advance(999);
    expect(isTold).toBe(false);
    await gateway.clock.until(() => isTold, { stepMs: 1 });
    const refused = await asked;
    expect(refused).toMatchObject({ status: 503, retryAfter: '1' });
    expect(refused.text).toContain('"OVERLOADED"');
  });

  it('of one tenant are a half at most', async () => {
    for (const id of ['first', 'second'])
      await hold(gateway.key(id, { tenantId: 'a' }), PLACES / 4);
    let isTold = false;
    const third = ask(gateway.key('third', { tenantId: 'a' })).finally(() => (isTold = true));
    expect(await ask(gateway.key('other'))).toMatchObject({ status: 200 });
    await gateway.clock.until(() => isTold, { stepMs: 100 });
    expect(await third).toMatchObject({ status: 503 });
  });

  it('beyond the places are refused before their credential is looked up', async () => {
    for (const id of ['first', 'second', 'third', 'fourth'])
      await hold(gateway.key(id), PLACES / 4);
    const key = gateway.key('fifth');
    gateway.keys.isDown = true;
    expect((await ask(key)).text).toContain('"OVERLOADED"');
    gateway.keys.isDown = false;
    gateway.release();
    await Promise.all(open);
    expect(await ask(key)).toMatchObject({ status: 200 });
  });

  it('do not count what a refused credential claims', async () => {
    const victim = gateway.key('victim');
    const forged = `${victim.slice(0, -1)}_`;
    for (let index = 0; index < PLACES; index += 1) {
      expect(await ask(forged)).toMatchObject({ status: 401 });
    }
    expect(await ask(victim)).toMatchObject({ status: 200 });
  });

  it('do not count paid requests, which wait for Runway', async () => {
    const key = gateway.key('greedy');
    await hold(key, PLACES / 4 - 1);
    expect(await ask(key, BUY)).toMatchObject({ status: 200 });
    expect(await ask(key)).toMatchObject({ status: 200 });
  });
});
