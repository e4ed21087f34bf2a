// Guarantee: a page of another origin makes something and shows it, also when its token ends, when
// it is reloaded, and over both transports of subscriptions; nothing is bought twice.
import { describeBrowser } from '../support/browser/describe-browser.js';
import { startGateway } from '../support/gateway/start-gateway.js';
import { testCustomerPage } from './page-suite.js';

describeBrowser('a customer’s page', (open) => {
  testCustomerPage(open, async (origin, clock) => {
    const gateway = await startGateway({ CORS_ORIGINS: origin }, { clock });
    const { url, emulator } = gateway;
    return { url, emulator, issuer: gateway, stop: () => gateway.stop() };
  });
});
