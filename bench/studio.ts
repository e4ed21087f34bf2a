/**
 * `npm run bench:studio` measures the studio's lists with 10,000 tasks, in Chromium, and prints for the
 * gallery and the table: frames a second while they are scrolled, the longest frame, the most rows or
 * cards that were in the page, and the time until the last task was read. Flags, with their defaults:
 *
 *   --tasks 10000 --seconds 5
 *
 * It needs Chromium (CHROME_PATH, or where common systems have it).
 */
import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { findBrowser } from '../test/support/browser/find-browser.js';
import { StudioUnderLoad } from './studio-under-load.js';

const { values } = parseArgs({
  options: {
    tasks: { type: 'string', default: '10000' },
    seconds: { type: 'string', default: '5' },
  },
});

const VIEWS = [
  { path: 'Gallery', rows: '.shot' },
  { path: 'Tasks', rows: '.task-row' },
] as const;

interface Frames {
  readonly frames: number;
  readonly seconds: number;
  readonly longestMs: number;
  readonly rowsMax: number;
}

await main(Number(values.tasks), Number(values.seconds));

async function main(tasks: number, seconds: number): Promise<void> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('There is no Chromium: set CHROME_PATH.');
  const studio = await StudioUnderLoad.start(tasks);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(`${studio.url}/studio/`);
    await page.getByLabel('API key').fill(studio.key);
    await page.getByRole('button', { name: 'Sign in' }).click();
    for (const { path, rows } of VIEWS) {
      await page.getByRole('link', { name: path, exact: true }).click();
      await page.locator(rows).first().waitFor();
      const readMs = await page.evaluate<number>(untilAllIsRead(tasks));
      print(path, tasks, readMs, await measure(page, rows, seconds));
    }
  } finally {
    await browser.close();
    await studio.stop();
  }
}

async function measure(page: Page, rows: string, seconds: number): Promise<Frames> {
  return await page.evaluate<Frames>(`(async () => {
    const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
    window.scrollTo(0, 0);
    const start = await frame();
    let [frames, longestMs, rowsMax, last, speed] = [0, 0, 0, start, 60];
    while (last - start < ${String(seconds * 1_000)}) {
      window.scrollBy(0, speed);
      if (window.scrollY + innerHeight >= document.documentElement.scrollHeight - 1) speed = -60;
      const now = await frame();
      frames += 1;
      longestMs = Math.max(longestMs, now - last);
      rowsMax = Math.max(rowsMax, document.querySelectorAll('${rows}').length);
      last = now;
    }
    return { frames, seconds: (last - start) / 1_000, longestMs, rowsMax };
  })()`);
}

/** Scrolls on until the list says that it has them all; resolves to the time that it took, in ms. */
function untilAllIsRead(tasks: number): string {
  return `(async () => {
    const start = performance.now();
    while (document.querySelector('.list-count').textContent !== '${String(tasks)} tasks') {
      window.scrollTo(0, document.documentElement.scrollHeight);
      await new Promise((drawn) => requestAnimationFrame(drawn));
    }
    return performance.now() - start;
  })()`;
}

function print(path: string, tasks: number, readMs: number, frames: Frames): void {
  const rate = (frames.frames / frames.seconds).toFixed(1);
  console.log(
    `${path}: ${String(tasks)} tasks read in ${(readMs / 1_000).toFixed(1)} s; ${rate} frames a second, ` +
      `longest ${frames.longestMs.toFixed(0)} ms, at most ${String(frames.rowsMax)} in the page`,
  );
}
