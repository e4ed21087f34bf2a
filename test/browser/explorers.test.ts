// Guarantee: a person who opens the gateway's address gets an explorer that works, also where no
// other host can be reached.
import { describeBrowser, type WatchedPage } from '../support/browser/describe-browser.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';

/** Runway's tasks are read each 5 s. */
const PATIENCE_MS = 60_000;

const SANDBOX_HOST = 'embeddable-sandbox.cdn.apollographql.com';

describeBrowser('the explorers', (open) => {
  let gateway: TestGateway;
  let watched: WatchedPage;

  beforeAll(async () => {
    gateway = await startGateway();
    gateway.emulator.settings.taskSeconds = 1;
  });

  beforeEach(async () => {
    watched = await open();
  });

  afterEach(() => watched.close());
  afterAll(() => gateway.stop());

  it('goes on to its own explorer when Sandbox cannot be loaded', async () => {
    const { page } = watched;
    await page.route(`https://${SANDBOX_HOST}/**`, (route) => route.abort());
    await page.goto(`${gateway.url}/graphql`);
    await page.waitForURL('**/graphql/explorer/');
    await page.getByRole('button', { name: 'Send Request' }).waitFor();
    expect(page.url()).toBe(`${gateway.url}/graphql/explorer/`);
  });

  it('hands Sandbox its first request, the addresses, and no telemetry', async () => {
    const { page } = watched;
    // Stands in for Apollo's script: it shows what it is given.
    await page.route(`https://${SANDBOX_HOST}/**`, (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: 'window.EmbeddedSandbox = class { constructor(options) { window.given = options; } };',
      }),
    );
    await page.goto(`${gateway.url}/graphql`);
    await page.waitForFunction('window.given');
    const given = await page.evaluate('window.given');
    expect(given).toMatchObject({
      initialEndpoint: `${gateway.url}/graphql`,
      initialSubscriptionEndpoint: `${gateway.url.replace('http', 'ws')}/graphql`,
      runTelemetry: false,
      endpointIsEditable: false,
      initialState: { pollForSchemaUpdates: false, headers: { Authorization: 'Bearer YOUR_KEY' } },
    });
    expect(watched.faults).toEqual([]);
  });

  it('runs the first document and its subscription in the explorer, and calls no other host', async () => {
    const { page } = watched;
    await page.goto(`${gateway.url}/graphql/explorer/`);
    await page.getByText('Auth', { exact: true }).click();
    await page.locator('form .cm-content').click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(gateway.operatorKey);
    await page.getByText('Query', { exact: true }).click();
    const result = page.locator('.result-content, app-query-result').first();
    await page.getByText('(Send mutation Make)').click();
    await result.getByText('"PENDING"').waitFor();
    await page.getByText('(Send subscription Watch)').click();
    await result.getByText('"SUCCEEDED"').first().waitFor({ timeout: PATIENCE_MS });
    expect([...watched.hosts]).toEqual([new URL(gateway.url).host]);
    expect(watched.faults).toEqual([]);
  }, 90_000);
});
