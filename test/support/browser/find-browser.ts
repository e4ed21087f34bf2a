import { existsSync } from 'node:fs';

/** Where Chromium is on common systems; `CHROME_PATH` names another place. */
const PLACES = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser that the tests drive; undefined: there is none. */
export function findBrowser(): string | undefined {
  const named = process.env['CHROME_PATH'];
  return named !== undefined && named !== '' ? named : PLACES.find((place) => existsSync(place));
}
