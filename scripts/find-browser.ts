/** Prints where the browser is that the tests drive; ends with 1 where there is none. */
import { findBrowser } from '../test/support/browser/find-browser.js';

const browser = findBrowser();
if (browser === undefined) process.exitCode = 1;
else console.log(browser);
