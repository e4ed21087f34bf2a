import { existsSync } from 'node:fs';

/** Where promtool is on common systems; `PROMTOOL_PATH` names another place. */
const PLACES = ['/usr/bin/promtool', '/usr/local/bin/promtool', '/opt/homebrew/bin/promtool'];

/** The program that checks the alert rules; undefined: there is none. */
export function findPromtool(): string | undefined {
  const named = process.env['PROMTOOL_PATH'];
  return named !== undefined && named !== '' ? named : PLACES.find((place) => existsSync(place));
}
