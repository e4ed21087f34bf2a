// Guarantee: a customer's page works as well when a firewall stands before two gateways, which share a
// Postgres and a Redis: no rule refuses what the page does, and both nodes serve it.
import { describeBrowser } from '../support/browser/describe-browser.js';
import { missingBehindFirewall } from '../support/firewall/missing-behind-firewall.js';
import { NodesBehindFirewall } from '../support/firewall/nodes-behind-firewall.js';
import { testCustomerPage } from './page-suite.js';

const missing = missingBehindFirewall();
const SUBJECT = 'a customer’s page behind the firewall';

if (missing === undefined) {
  describeBrowser(
    SUBJECT,
    (open) => {
      let nodes: NodesBehindFirewall;

      testCustomerPage(open, async (origin, clock) => {
        nodes = await NodesBehindFirewall.start({ CORS_ORIGINS: origin }, clock);
        const [issuer] = nodes.nodes;
        if (issuer === undefined) throw new Error('There is no node.');
        const { firewall, emulator } = nodes;
        return { url: firewall.url, emulator, issuer, stop: () => nodes.stop() };
      });

      it('is served by both nodes, and no rule refuses what it does', async () => {
        const lines = await nodes.firewall.lines();
        for (const { url } of nodes.nodes) {
          const served = lines.filter(({ node }) => node === new URL(url).host);
          expect(served.length).toBeGreaterThan(5);
        }
        const refused = lines.filter(({ status, node }) => Number(status) >= 400 && node === '');
        expect(refused).toEqual([]);
      });
    },
    { trustsAll: true },
  );
} else {
  describe.skip(`${SUBJECT} (skipped: ${missing} is missing)`, () => {
    it('needs a firewall, Postgres and Redis', () => undefined);
  });
}
