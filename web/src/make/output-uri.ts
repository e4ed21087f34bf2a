/** The path of an output's address at the gateway: its id. */
const OUTPUT_PATH = /^\/outputs\/([0-9a-f-]{36}\.\d+)$/;

const SCHEME = 'gateway://outputs/';

/** The uri under which an output is an input. */
export function outputUri(id: string): string {
  return `${SCHEME}${id}`;
}

export function isOutputUri(uri: string): boolean {
  return uri.startsWith(SCHEME);
}

/** The same, of the address at which a page shows it; undefined for an address of anything else. */
export function outputUriAt(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const [, id] = OUTPUT_PATH.exec(new URL(address).pathname) ?? [];
  return id === undefined ? undefined : outputUri(id);
}
