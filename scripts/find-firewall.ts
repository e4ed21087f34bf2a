/** Ends with 1, and names it, where a part of the firewall that `npm run check:waf` starts is missing. */
import { missingFirewall } from '../test/support/firewall/firewall.js';

const missing = missingFirewall();
if (missing !== undefined) {
  console.log(`Firewall: ${missing} is not installed.`);
  process.exitCode = 1;
}
