// Guarantee: a person makes something from sign in to the playing output with the keyboard alone, sees
// bounds and price before anything is sent, and what does not fit is not sent.
import { SetBudgetDocument } from '../../../client/src/generated/graphql.js';
import { describeBrowser } from '../../support/browser/describe-browser.js';
import { cardOf, choose, makeButton, plays, promptOf } from '../../support/browser/studio-make.js';
import { signIn, useStudio } from '../../support/browser/studio-stage.js';
import { whileTimePasses } from '../../support/time/while-time-passes.js';

const PATH = '/v1/text_to_video';
const TIMEOUT_MS = 120_000;

describeBrowser('making in the studio', (open) => {
  const stage = useStudio(open);

  function posts(path = PATH): readonly unknown[] {
    const all = stage.gateway.emulator.requests();
    return all
      .filter((request) => request.method === 'POST' && request.path === path)
      .map(({ body }) => body);
  }

  it(
    'goes from a model’s card to the playing video, and sends what the form says',
    async () => {
      stage.gateway.emulator.settings.taskSeconds = 4;
      const { page, faults } = await stage.enter(stage.ann);
      const card = page.getByRole('radiogroup', { name: 'Model' }).locator('label').first();
      await card.getByText('gen4.5').waitFor();
      expect(await card.textContent()).toContain('all-round choice');
      expect(await card.textContent()).toContain('12 credits a second');
      expect(await card.textContent()).toContain('2–10 s');
      await choose(page, { model: 'gen4.5' });
      await page.getByText('24 credits').waitFor();
      await promptOf(page).fill('A lighthouse at dawn');
      await page.getByRole('slider', { name: 'Seconds' }).focus();
      for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
      await page.getByText('60 credits').waitFor();
      expect(posts()).toEqual([]);
      await page.keyboard.press('Control+Enter');
      const task = cardOf(page, 'A lighthouse at dawn');
      await task.waitFor();
      await whileTimePasses(stage.clock, task.locator('video').waitFor());
      await plays(task.locator('video'));
      expect(posts()).toEqual([
        { model: 'gen4.5', promptText: 'A lighthouse at dawn', ratio: '1280:720', duration: 5 },
      ]);
      expect(faults).toEqual([]);
    },
    TIMEOUT_MS,
  );

  it(
    'makes several at once, and more while those go on',
    async () => {
      stage.gateway.emulator.settings.taskSeconds = 600;
      const { page } = await stage.enter(stage.ann);
      await choose(page, { kind: 'Image', model: 'gen4_image' });
      await promptOf(page).fill('Three kites');
      await page.getByLabel('How many at once').selectOption('3');
      await makeButton(page).click();
      await cardOf(page, 'Three kites').nth(2).waitFor();
      await promptOf(page).fill('One more kite');
      await page.getByLabel('How many at once').selectOption('1');
      await makeButton(page).click();
      await cardOf(page, 'One more kite').waitFor();
      expect(await cardOf(page, 'Three kites').count()).toBe(3);
      expect(posts('/v1/text_to_image')).toHaveLength(4);
    },
    TIMEOUT_MS,
  );

  it(
    'tells what is missing and what is out of bounds, and sends nothing',
    async () => {
      const { page } = await stage.enter(stage.ann);
      await choose(page, { model: 'gen4.5' });
      await page.getByText('0 / 1,000').waitFor();
      await makeButton(page).click();
      await page.getByText('Write something here.').waitFor();
      expect(await promptOf(page).getAttribute('aria-invalid')).toBe('true');
      await promptOf(page).fill('a'.repeat(1_003));
      await page.getByText('3 too many characters: at most 1000.').waitFor();
      await page.keyboard.press('Control+Enter');
      await page.getByText('More settings').click();
      await page.getByRole('spinbutton', { name: 'Seed' }).fill('-1');
      await page.getByText('At least 0.').waitFor();
      expect(posts()).toEqual([]);
    },
    TIMEOUT_MS,
  );

  it(
    'shows where the gateway finds something wrong that the form does not know',
    async () => {
      const { page } = await stage.enter(stage.ann);
      await choose(page, { kind: 'Image', model: 'gen4_image' });
      await promptOf(page).fill('A fox');
      stage.gateway.emulator.setFault({
        method: 'POST',
        path: '/v1/text_to_image',
        times: 1,
        status: 400,
        body: {
          error: 'Validation of body failed',
          issues: [
            { code: 'custom', path: ['promptText'], message: 'Foxes are not made on Sundays' },
          ],
        },
      });
      await makeButton(page).click();
      await page.getByText('Foxes are not made on Sundays').waitFor();
      expect(await promptOf(page).getAttribute('aria-invalid')).toBe('true');
    },
    TIMEOUT_MS,
  );

  it(
    'says that a request does not fit into the budget before it is sent',
    async () => {
      const input = { tenant: 'bob', period: 'DAY', creditsMax: 30 } as const;
      await stage.gateway.data(SetBudgetDocument, { input });
      const { page } = await stage.enter(stage.bob);
      await choose(page, { model: 'gen4.5' });
      await promptOf(page).fill('A short clip');
      await page.getByText('30 credits left').waitFor();
      expect(await makeButton(page).isEnabled()).toBe(true);
      await page.getByLabel('How many at once').selectOption('2');
      await page.getByText('This needs 48 credits and your budget has 30 credits left').waitFor();
      expect(await makeButton(page).isDisabled()).toBe(true);
      await promptOf(page).press('Control+Enter');
      expect(posts()).toEqual([]);
      await page.getByLabel('How many at once').selectOption('1');
      await promptOf(page).press('Control+Enter');
      await cardOf(page, 'A short clip').waitFor();
      expect(posts()).toHaveLength(1);
    },
    TIMEOUT_MS,
  );

  it(
    'buys a request once that was sent again because its answer was lost in a reload',
    async () => {
      stage.gateway.emulator.settings.taskSeconds = 600;
      const { page } = await stage.openSignIn();
      await signIn(page, stage.ann, true);
      await choose(page, { model: 'veo3.1' });
      await promptOf(page).fill('Bought once');
      // The gateway carries it out, and no answer reaches the page.
      const carriedOut = new Promise<void>((resolve) => {
        void page.route('**/graphql', async (route) => {
          const isMade = route.request().postData()?.includes('mutation CreateTextToVideo');
          if (isMade !== true) {
            await route.fallback();
            return;
          }
          await route.fetch();
          resolve();
        });
      });
      await makeButton(page).click();
      await carriedOut;
      await page.reload();
      await cardOf(page, 'Bought once').waitFor();
      await page.unroute('**/graphql');
      expect(await promptOf(page).inputValue()).toBe('Bought once');
      await makeButton(page).click();
      await page.getByText('Sent. Its progress is under').waitFor();
      expect(posts()).toHaveLength(1);
      expect(await cardOf(page, 'Bought once').count()).toBe(1);
      await promptOf(page).fill('Bought once, too');
      await makeButton(page).click();
      await cardOf(page, 'Bought once, too').waitFor();
      expect(posts()).toHaveLength(2);
    },
    TIMEOUT_MS,
  );
});
