// Guarantee: people find what they made, by filters that stand in the address, and a list of any length
// keeps a bounded number of its rows in the page.
import type { PostgresPool } from 'kysely';
import type { Page } from 'playwright-core';
import { kyselyOver } from '../../../src/adapters/postgres/connection/kysely-over.js';
import { describeBrowser } from '../../support/browser/describe-browser.js';
import { useStudio } from '../../support/browser/studio-stage.js';
import { insertManyTasks } from '../../support/store/many-tasks.js';
import { createVideo, untilStatus } from '../../support/client/tasks.js';

const TASKS = 10_000;

/** Far more than fit on a screen with what is kept beyond it, and far fewer than there are. */
const ROWS_MAX = 60;

const MODERATED = {
  gen4_5: {
    promptText: 'A fight [moderated]',
    ratio: 'RATIO_1280_720' as const,
    duration: 5,
  },
};

describeBrowser('finding tasks in the studio', (open) => {
  let pool: PostgresPool;
  const stage = useStudio(open, {}, { wrapPool: (given) => (pool = given) });

  it('filters by status and label, in the address, and shows what changes at once', async () => {
    const { gateway, clock, ann, bob } = stage;
    const spring = await createVideo(gateway, { label: 'spring' }, ann);
    await untilStatus(gateway, clock, spring.id, 'SUCCEEDED', ann);
    const failed = await createVideo(gateway, { input: MODERATED, label: 'spring' }, ann);
    await untilStatus(gateway, clock, failed.id, 'FAILED', ann);
    await createVideo(gateway, { label: 'autumn' }, ann);
    await createVideo(gateway, { label: 'theirs' }, bob);

    const { page, faults } = await stage.enter(ann, '/tasks');
    await expectRows(page, 3);
    await page.getByRole('button', { name: 'Label' }).click();
    await page.getByRole('checkbox', { name: 'spring' }).check();
    await expectRows(page, 2);
    await page.getByRole('button', { name: 'Status' }).click();
    await page.getByRole('checkbox', { name: 'Failed' }).check();
    await page.keyboard.press('Escape');
    await expectRows(page, 1);
    expect(new URL(page.url()).search).toBe('?status=FAILED&label=spring');
    expect(await page.getByRole('button', { name: 'Status' }).getAttribute('aria-expanded')).toBe(
      'false',
    );

    const later = await createVideo(gateway, { input: MODERATED, label: 'spring' }, ann);
    await untilStatus(gateway, clock, later.id, 'FAILED', ann);
    await expectRows(page, 2);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expectRows(page, 4);

    await page.getByLabel('From').fill('2020-01-01');
    await page.getByLabel('To', { exact: true }).fill('2020-01-31');
    await page.getByRole('heading', { name: 'No task fits these filters' }).waitFor();
    expect(faults).toEqual([]);
  });

  it('says why the tasks cannot be read, in the words of the gateway', async () => {
    const dora = await stage.gateway.keyOf('dora', ['GENERATE_VIDEO']);
    const { page } = await stage.enter(dora, '/tasks');
    const notice = page.getByRole('alert').filter({ hasText: 'The tasks could not be read' });
    await notice.getByRole('button', { name: 'Try again' }).waitFor();
    expect(await notice.textContent()).toContain('task:read');
    expect(await page.locator('.task-row').count()).toBe(0);
  });

  it('leads back from a task to where the list was', async () => {
    const { gateway, clock } = stage;
    const emil = await gateway.keyOf('emil', ['TASK_READ']);
    const now = new Date(clock.now().getTime() - 60_000);
    await insertManyTasks(kyselyOver(pool), { tenant: 'emil', count: 90, now, pictures: [] });
    const { page } = await stage.enter(emil, '/tasks');
    await page.locator('.task-row').first().waitFor();
    await page.evaluate('window.scrollTo(0, 3000)');
    await page.getByText('Picture 45', { exact: true }).click();
    await page.getByRole('region', { name: 'History' }).waitFor();
    await page.goBack();
    await page.getByText('Picture 45', { exact: true }).waitFor();
    expect(await page.evaluate('window.scrollY')).toBeGreaterThan(2_500);
  });

  it('reads on while it is scrolled, and keeps few of 10,000 rows in the page', async () => {
    const { gateway, clock } = stage;
    const carl = await gateway.keyOf('carl', ['TASK_READ']);
    const now = new Date(clock.now().getTime() - 60_000);
    await insertManyTasks(kyselyOver(pool), { tenant: 'carl', count: TASKS, now, pictures: [] });

    const { page } = await stage.enter(carl, '/tasks');
    await expectBounded(page, '.task-row');
    await page.getByRole('link', { name: 'Gallery' }).click();
    await expectBounded(page, '.shot');
  }, 240_000);

  async function expectRows(page: Page, count: number): Promise<void> {
    await page
      .locator('.task-row')
      .nth(count - 1)
      .waitFor();
    await page.locator('.task-row').nth(count).waitFor({ state: 'detached' });
  }

  async function expectBounded(page: Page, rows: string): Promise<void> {
    await page.locator(rows).first().waitFor();
    const most = await page.evaluate<number>(scrolledToTheEnd(rows));
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(ROWS_MAX);
  }
});

/** Scrolls until all tasks have been read and the last is in sight; resolves to the most rows there were. */
function scrolledToTheEnd(rows: string): string {
  return `(async () => {
    let most = 0;
    for (;;) {
      window.scrollTo(0, document.documentElement.scrollHeight);
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      most = Math.max(most, document.querySelectorAll('${rows}').length);
      const isRead = document.querySelector('.list-count').textContent === '${String(TASKS)} tasks';
      if (isRead && document.querySelector('main').textContent.includes('Picture ${String(TASKS)}')) return most;
    }
  })()`;
}
