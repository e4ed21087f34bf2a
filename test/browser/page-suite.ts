import type { Page } from 'playwright-core';
import type { Emulator } from '../../src/emulator/server/start-emulator.js';
import type { WatchedPage } from '../support/browser/describe-browser.js';
import { PageServer } from '../support/browser/page-server.js';
import { issueToken } from '../support/client/tokens.js';
import type { TestGateway } from '../support/gateway/start-gateway.js';
import { FakeClock } from '../support/time/fake-clock.js';
import { whileTimePasses } from '../support/time/while-time-passes.js';

const PATH = '/v1/text_to_image';

/** Seconds that a token lives. */
const TOKEN_SECONDS = 60;

/** Runway takes no smaller file. */
const FILE = { name: 'gull.png', mimeType: 'image/png', buffer: Buffer.alloc(512) };

/** What serves the page's requests. */
export interface PageStage {
  /** Where the page sends them. */
  readonly url: string;
  /** Issues the tokens of the page's server. */
  readonly issuer: TestGateway;
  readonly emulator: Emulator;
  stop(): Promise<void>;
}

/** The tests of a customer's page, on whatever `openStage` starts for pages of `origin`. */
export function testCustomerPage(
  open: () => Promise<WatchedPage>,
  openStage: (origin: string, clock: FakeClock) => Promise<PageStage>,
): void {
  let server: PageServer;
  let clock: FakeClock;
  let stage: PageStage;
  let watched: WatchedPage;
  let page: Page;

  beforeAll(async () => {
    server = await PageServer.start();
    // The browser's clock is real: a token that ends there must end here, too.
    clock = new FakeClock(new Date().toISOString());
    stage = await openStage(server.origin, clock);
    server.issueToken = () =>
      issueToken(stage.issuer, stage.issuer.operatorKey, {
        scopes: ['GENERATE_IMAGE', 'TASK_READ', 'UPLOAD_CREATE'],
        expiresInSeconds: TOKEN_SECONDS,
      });
  }, 120_000);

  beforeEach(async () => {
    stage.emulator.clearRequests();
    server.tokens = 0;
    watched = await open();
    ({ page } = watched);
  });

  afterEach(() => watched.close());
  afterAll(async () => {
    await stage.stop();
    await server.stop();
  });

  /** The page has asked who it is, uploaded a file and bought an image of it. */
  async function begin(subscriptions: 'ws' | 'sse', taskSeconds: number): Promise<void> {
    server.settings = { gatewayUrl: stage.url, subscriptions };
    stage.emulator.settings.taskSeconds = taskSeconds;
    await page.goto(server.origin);
    await page.locator('#viewer', { hasText: 'key:operator' }).waitFor();
    await page.locator('#file').setInputFiles(FILE);
    await page.locator('#make').click();
    await until('statuses', 'PENDING');
  }

  async function until(id: string, text: string): Promise<void> {
    await whileTimePasses(clock, page.locator(`#${id}`, { hasText: text }).waitFor());
  }

  /** The image is drawn, it was bought once, and no event came twice. */
  async function expectShown(): Promise<void> {
    await page.waitForFunction('document.getElementById("output").naturalWidth > 0');
    const posts = stage.emulator
      .requests()
      .filter(({ method, path }) => method === 'POST' && path === PATH);
    expect(posts).toHaveLength(1);
    const cursors = JSON.parse(
      await page.evaluate<string>('sessionStorage.getItem("cursors")'),
    ) as readonly string[];
    expect(new Set(cursors).size).toBe(cursors.length);
    expect(await page.locator('#failure').textContent()).toBe('');
    expect(watched.faults).toEqual([]);
  }

  for (const transport of ['ws', 'sse'] as const) {
    it(`queries, uploads, buys, follows and shows an output, over ${transport}`, async () => {
      await begin(transport, 6);
      await until('end', 'complete');
      await expectShown();
    }, 120_000);

    it(`goes on with a new token when its own ends in the middle, over ${transport}`, async () => {
      await begin(transport, 2 * TOKEN_SECONDS);
      const before = server.tokens;
      await until('end', 'complete');
      expect(server.tokens).toBeGreaterThan(before);
      await expectShown();
    }, 120_000);
  }

  it('goes on after a reload in the middle, from its last event', async () => {
    await begin('ws', 2 * TOKEN_SECONDS);
    await until('statuses', 'RUNNING');
    await page.reload();
    await until('end', 'complete');
    await expectShown();
  }, 120_000);

  it('of an origin that is not allowed reads nothing', async () => {
    const other = await PageServer.start();
    other.settings = { gatewayUrl: stage.url, subscriptions: 'ws' };
    other.issueToken = server.issueToken;
    const refused = page.waitForEvent('requestfailed', (request) =>
      request.url().startsWith(stage.url),
    );
    await page.goto(other.origin);
    await refused;
    expect(await page.locator('#viewer').textContent()).toBe('');
    await other.stop();
  }, 60_000);
}
