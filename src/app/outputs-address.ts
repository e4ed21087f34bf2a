import type { PublicAddress } from './public-address.js';

/** The names by which browsers reach this machine: each is an origin of its own. */
const OTHER_NAME: ReadonlyMap<string, string> = new Map([
  ['127.0.0.1', 'localhost'],
  ['[::1]', 'localhost'],
  ['localhost', '127.0.0.1'],
]);

/**
 * Where outputs are: OUTPUTS_URL, else the gateway's address under this machine's other name, so that
 * a file is of another origin in development too.
 */
export function outputsOrigin(outputsUrl: string | undefined, address: PublicAddress): string {
  if (outputsUrl !== undefined) return outputsUrl;
  if (address.url === '') return '';
  const url = new URL(address.url);
  url.hostname = OTHER_NAME.get(url.hostname) ?? url.hostname;
  return url.origin;
}
