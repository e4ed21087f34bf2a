// Guarantee: what happens to a task is told as it happens: its progress, why it waits and at which place,
// its output, or Runway's reason and what to do; also after a reload and a lost connection.
import type { Page } from 'playwright-core';
import { TasksDocument, type TasksQuery } from '../../../client/src/generated/graphql.js';
import { describeBrowser } from '../../support/browser/describe-browser.js';
import { cardOf, choose, makeButton, plays, promptOf } from '../../support/browser/studio-make.js';
import { signIn, useStudio } from '../../support/browser/studio-stage.js';
import { eventually } from '../../support/time/eventually.js';
import { whileTimePasses } from '../../support/time/while-time-passes.js';

const TIMEOUT_MS = 120_000;

describeBrowser('watching in the studio', (open) => {
  const stage = useStudio(open);

  async function make(page: Page, prompt: string, model: string): Promise<void> {
    await choose(page, { kind: 'Image', model });
    await promptOf(page).fill(prompt);
    await makeButton(page).click();
    await cardOf(page, prompt).waitFor();
  }

  type NewestTask = NonNullable<TasksQuery['tasks']>['nodes'][number];

  /** Time passes until the newest task of the tenant is so, and then no more: a slow page misses nothing. */
  async function untilNewest(isSo: (task: NewestTask) => boolean): Promise<void> {
    await stage.clock.until(
      async () => {
        const { tasks } = await stage.gateway.data(TasksDocument, { first: 1 }, stage.ann);
        const [newest] = tasks.nodes;
        return newest !== undefined && isSo(newest);
      },
      { stepMs: 1_000 },
    );
  }

  const untilRunning = () => untilNewest(({ progress }) => progress > 0 && progress < 1);
  const untilDone = () => untilNewest(({ status }) => status === 'SUCCEEDED');

  it(
    'shows progress, then the image, here and in the view of the task',
    async () => {
      stage.gateway.emulator.settings.taskSeconds = 12;
      const { page } = await stage.enter(stage.ann);
      await make(page, 'A harbour in fog', 'gen4_image');
      const card = cardOf(page, 'A harbour in fog');
      await untilRunning();
      await card.getByText(/^[1-9]\d? %$/).waitFor();
      await card.getByRole('link', { name: 'A harbour in fog' }).click();
      await whileTimePasses(stage.clock, page.locator('img.output').waitFor());
      expect(
        await page.locator('img.output').evaluate('(image) => image.decode()'),
      ).toBeUndefined();
      await page.getByText('Done', { exact: true }).waitFor();
      await page.getByText(/^Cost \d+ credits$/).waitFor();
    },
    TIMEOUT_MS,
  );

  it(
    'plays a sound',
    async () => {
      stage.gateway.emulator.settings.taskSeconds = 1;
      const { page } = await stage.enter(stage.ann);
      const sound = { kind: 'Audio', way: 'Sound effect', model: 'eleven_text_to_sound_v2' };
      await choose(page, sound);
      await promptOf(page).fill('A door in the wind');
      await makeButton(page).click();
      const card = cardOf(page, 'A door in the wind');
      await whileTimePasses(stage.clock, card.locator('audio').waitFor());
      await plays(card.locator('audio'));
    },
    TIMEOUT_MS,
  );

  it(
    'tells why tasks wait, and their places',
    async () => {
      const { emulator } = stage.gateway;
      emulator.settings.taskSeconds = 1;
      const { page } = await stage.enter(stage.ann);
      const headers = { 'retry-after': '60' };
      emulator.setFault({ method: 'POST', path: '/v1/text_to_image', status: 429, headers });
      await make(page, 'The first in line', 'gpt_image_2');
      // Tasks of one moment have no order among them.
      await stage.clock.advance(1_000);
      await promptOf(page).fill('The second in line');
      await makeButton(page).click();
      const first = cardOf(page, 'The first in line');
      const second = cardOf(page, 'The second in line');
      await second.getByText('2nd of your 2 waiting tasks.').waitFor();
      await first.getByText('1st of your 2 waiting tasks.').waitFor();
      const reason = first.getByText('Runway asked to send later. It goes on by itself.');
      await whileTimePasses(stage.clock, reason.waitFor());
      emulator.clearFaults();
      await whileTimePasses(stage.clock, second.locator('img').waitFor());
    },
    TIMEOUT_MS,
  );

  it(
    'cancels a task',
    async () => {
      stage.gateway.emulator.settings.taskSeconds = 600;
      const { page } = await stage.enter(stage.ann);
      await make(page, 'Never finished', 'gen4_image');
      const card = cardOf(page, 'Never finished');
      await card.getByRole('button', { name: 'Cancel' }).click();
      const { clock } = stage;
      await whileTimePasses(clock, card.getByText('Cancelled', { exact: true }).first().waitFor());
      expect(await card.getByRole('button', { name: 'Cancel' }).count()).toBe(0);
    },
    TIMEOUT_MS,
  );

  it(
    'tells what to do about moderation, and opens the form as it was',
    async () => {
      stage.gateway.emulator.settings.taskSeconds = 1;
      const { page } = await stage.enter(stage.ann);
      await make(page, 'Something [moderated]', 'gen4_image');
      const card = cardOf(page, 'Something [moderated]');
      await whileTimePasses(stage.clock, card.getByText('Stopped by moderation').waitFor());
      await card.getByText('The text was refused by moderation.').waitFor();
      await card.getByText('Change the prompt or the media').waitFor();
      await card.getByText('SAFETY.INPUT').waitFor();
      await page.getByRole('radio', { name: 'Audio', exact: true }).click();
      await card.getByRole('button', { name: 'Change and make again' }).click();
      expect(await promptOf(page).inputValue()).toBe('Something [moderated]');
      await page.getByText('gen4_image', { exact: true }).waitFor();
    },
    TIMEOUT_MS,
  );

  it(
    'tells what to do about a file that Runway could not fetch',
    async () => {
      stage.gateway.emulator.settings.taskSeconds = 1;
      const { page } = await stage.enter(stage.ann);
      await choose(page, { way: 'From images', model: 'gen4_turbo' });
      await promptOf(page).fill('The waves move');
      await page.getByRole('button', { name: 'Address' }).click();
      await page
        .getByRole('textbox', { name: 'File: address' })
        .fill('https://example.com/[slow-asset].png');
      await page.keyboard.press('Enter');
      await page.getByText('Runway fetches it').waitFor();
      await makeButton(page).click();
      const card = cardOf(page, 'The waves move');
      const { clock } = stage;
      await whileTimePasses(
        clock,
        card.getByText('An input file could not be used').first().waitFor(),
      );
      await card.getByText('Timed out fetching asset').waitFor();
      await card.getByText('Upload the file instead of giving its address').waitFor();
    },
    TIMEOUT_MS,
  );

  it(
    'goes on after a reload in the middle and after a lost connection, from its last event',
    async () => {
      stage.gateway.emulator.settings.taskSeconds = 40;
      const { page } = await stage.openSignIn();
      await signIn(page, stage.ann, true);
      await make(page, 'A long take', 'gen4_image');
      const card = cardOf(page, 'A long take');
      await untilRunning();
      await card.getByText('Running', { exact: true }).waitFor();
      const sent: string[] = [];
      const sockets: { close(options: { code: number }): Promise<void> }[] = [];
      let isAway = false;
      await page.routeWebSocket('**/graphql', (socket) => {
        if (isAway) {
          void socket.close({ code: 1012 });
          return;
        }
        const server = socket.connectToServer();
        socket.onMessage((message) => {
          sent.push(String(message));
          server.send(message);
        });
        sockets.push(socket);
      });
      await page.reload();
      await card.getByText('Running', { exact: true }).waitFor();
      await eventually(() => {
        expect(sent.filter((each) => each.includes('"after":"'))).toHaveLength(1);
      });
      isAway = true;
      for (const socket of sockets) await socket.close({ code: 1012 });
      await page.getByText('No connection to the gateway.').waitFor();
      await untilDone();
      isAway = false;
      await card.locator('img').waitFor();
      expect(sent.filter((each) => /"after":"/.test(each)).length).toBeGreaterThan(1);
      await page.getByText('No connection to the gateway.').waitFor({ state: 'hidden' });
    },
    TIMEOUT_MS,
  );
});
