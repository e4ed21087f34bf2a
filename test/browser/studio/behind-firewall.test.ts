// Guarantee: the studio works as well when a firewall stands before two gateways: no rule refuses its
// files, its addresses, or what it sends.
import type { Page } from 'playwright-core';
import { builtStudio } from '../../support/browser/built-studio.js';
import { describeBrowser } from '../../support/browser/describe-browser.js';
import { signIn } from '../../support/browser/studio-stage.js';
import { createVideo } from '../../support/client/tasks.js';
import { missingBehindFirewall } from '../../support/firewall/missing-behind-firewall.js';
import { NodesBehindFirewall } from '../../support/firewall/nodes-behind-firewall.js';
import { aVideo } from '../../support/client/inputs.js';
import { FakeClock } from '../../support/time/fake-clock.js';

/** Both nodes must take each other's tokens. */
const PUBLIC_URL = 'https://runway.example.com';

const missing = missingBehindFirewall();
const SUBJECT = 'the studio behind the firewall';

if (missing === undefined) {
  describeBrowser(
    SUBJECT,
    (open) => {
      let nodes: NodesBehindFirewall;

      beforeAll(async () => {
        const clock = new FakeClock(new Date().toISOString());
        const studioFolder = await builtStudio();
        nodes = await NodesBehindFirewall.start({ PUBLIC_URL }, clock, { studioFolder });
      }, 180_000);

      afterAll(() => nodes.stop());

      it('is shown with each of its views, and no rule refuses what it sends', async () => {
        const [node] = nodes.nodes;
        if (node === undefined) throw new Error('There is no node.');
        const { page, faults, close } = await open();
        await page.goto(`${nodes.firewall.url}/studio/`);
        await signIn(page, node.operatorKey);
        await createVideo(node, { input: aVideo('A gate in the rain') });
        await page.getByRole('article', { name: 'A gate in the rain' }).waitFor();
        for (const view of ['Tasks', 'Gallery', 'Money', 'Keys']) await show(page, view);
        await close();
        const lines = await nodes.firewall.lines();
        expect(lines.filter(({ status }) => Number(status) >= 400)).toEqual([]);
        expect(lines.length).toBeGreaterThan(20);
        expect(faults).toEqual([]);
      }, 120_000);
    },
    { trustsAll: true },
  );
} else {
  describe.skip(`${SUBJECT} (skipped: ${missing} is missing)`, () => {
    it('needs a firewall, Postgres and Redis', () => undefined);
  });
}

async function show(page: Page, view: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: view }).click();
  await page.getByRole('heading', { level: 1, name: view }).waitFor();
  await page.waitForLoadState('networkidle');
}
