import { chromium, type Browser, type Page } from 'playwright-core';
import { findBrowser } from './find-browser.js';

/** No call to the browser's maker, and no sandbox, which root may not have. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A page with nothing stored, and what went wrong in it. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors that its scripts threw, and what its content security policy refused. */
  readonly faults: readonly string[];
  /** Hosts that it called. */
  readonly hosts: ReadonlySet<string>;
  close(): Promise<void>;
}

export interface BrowserOptions {
  /** Trust certificates that sign themselves. */
  readonly trustsAll?: boolean;
}

/** A suite that drives a real browser; skipped, with that word, where there is none. */
export function describeBrowser(
  subject: string,
  suite: (open: () => Promise<WatchedPage>) => void,
  options: BrowserOptions = {},
): void {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    describe.skip(`${subject} (skipped: there is no Chromium, see CHROME_PATH)`, () => {
      it('needs a browser', () => undefined);
    });
    return;
  }
  describe(subject, () => {
    let browser: Browser;

    beforeAll(async () => {
      browser = await chromium.launch({ executablePath, args: ARGUMENTS });
    });

    afterAll(() => browser.close());

    suite(() => openPage(browser, options));
  });
}

async function openPage(
  browser: Browser,
  { trustsAll = false }: BrowserOptions,
): Promise<WatchedPage> {
  const context = await browser.newContext({ ignoreHTTPSErrors: trustsAll });
  const page = await context.newPage();
  const faults: string[] = [];
  const hosts = new Set<string>();
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) faults.push(message.text());
  });
  page.on('request', (request) => hosts.add(new URL(request.url()).host));
  return { page, faults, hosts, close: () => context.close() };
}
