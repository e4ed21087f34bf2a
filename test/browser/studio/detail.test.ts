// Guarantee: a task is shown with all that is known of it, can be made again with changes, compared and
// deleted, and what it cost is in the accounts, by day, model and key.
import { describeBrowser } from '../../support/browser/describe-browser.js';
import { useStudio } from '../../support/browser/studio-stage.js';
import { createVideo, untilStatus } from '../../support/client/tasks.js';
import { aVideo } from '../../support/client/inputs.js';
import {
  CreateImageUpscaleDocument,
  SetBudgetDocument,
  TaskDocument,
} from '../../../client/src/generated/graphql.js';

describeBrowser('the detail of a task', (open) => {
  const stage = useStudio(open, { ARCHIVE: 'filesystem' });

  async function made(promptText: string): Promise<string> {
    const { gateway, clock, ann } = stage;
    const { id } = await createVideo(gateway, { input: aVideo(promptText) }, ann);
    await untilStatus(gateway, clock, id, 'SUCCEEDED', ann);
    return id;
  }

  it('follows a task through its statuses to the playing output', async () => {
    const { gateway, clock, ann } = stage;
    const { id } = await createVideo(gateway, { input: aVideo('A gull over the bay') }, ann);
    const { page, faults } = await stage.enter(ann, `/tasks/${id}`);
    const history = page.getByRole('region', { name: 'History' });
    await history.getByText('Accepted').waitFor();
    await untilStatus(gateway, clock, id, 'SUCCEEDED', ann);
    await history.getByText('Done').waitFor();
    expect(await history.getByRole('listitem').count()).toBe(4);
    await page.locator('main video').waitFor();
    await page.getByRole('region', { name: 'Input' }).getByText('A gull over the bay').waitFor();
    await page
      .getByRole('region', { name: 'Cost and names' })
      .getByText('60 credits')
      .first()
      .waitFor();
    expect(faults).toEqual([]);
  });

  it('opens Make filled as it was', async () => {
    const id = await made('A heron in the reeds');
    const { page } = await stage.enter(stage.ann, `/tasks/${id}`);
    await page.getByRole('button', { name: 'Make again with changes' }).click();
    await page.getByRole('heading', { name: 'Make' }).waitFor();
    const prompt = page.getByRole('textbox', { name: 'Prompt' });
    await prompt.waitFor();
    expect(await prompt.inputValue()).toBe('A heron in the reeds');
  });

  it('deletes it for ever, after a question', async () => {
    const id = await made('A wren, to be forgotten');
    const { page } = await stage.enter(stage.ann, '/tasks');
    await page.getByRole('link', { name: /A wren, to be forgotten/ }).click();
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Keep it' }).click();
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Delete for ever' }).click();
    await page.getByRole('heading', { name: 'Gallery' }).waitFor();
    await page.locator('.shot').first().waitFor();
    expect(await page.getByText('A wren, to be forgotten').count()).toBe(0);
    const { errors } = await stage.gateway.ask(TaskDocument, { id }, stage.ann);
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('shows what it was made from, and what was made from it', async () => {
    const { gateway, clock, ann } = stage;
    const upscale = async (imageUri: string): Promise<string> => {
      const input = { magnificPrecisionUpscalerV2: { imageUri } };
      const answer = await gateway.data(CreateImageUpscaleDocument, { input, waitSeconds: 0 }, ann);
      const { id } = answer.createImageUpscale.task;
      await untilStatus(gateway, clock, id, 'SUCCEEDED', ann);
      return id;
    };
    const source = await upscale('https://assets.example.com/scan.jpg');
    const made = await upscale(`gateway://outputs/${source}.0`);
    const { page, faults } = await stage.enter(ann, `/tasks/${made}`);
    await page.getByRole('region', { name: 'Input' }).getByText('An earlier result').waitFor();
    const from = page.getByRole('region', { name: 'Made from' });
    await page.getByText(/Kept by the gateway|Not copied yet|Being copied/).waitFor();
    await from.locator('img').waitFor();
    await from.getByRole('link', { name: 'The task that made it' }).click();
    const uses = page.getByRole('region', { name: 'Used in' });
    await uses.locator('img').waitFor();
    await uses.getByRole('link').click();
    await page.waitForURL(`**/tasks/${made}`);
    expect(faults).toEqual([]);
  });

  it('of another tenant looks like one that never was', async () => {
    const id = await made('Not for Bob');
    const { page } = await stage.enter(stage.bob, `/tasks/${id}`);
    await page.getByRole('heading', { name: 'There is no such task' }).waitFor();
    expect(await page.getByText('Not for Bob').count()).toBe(0);
  });

  it('stands beside another one, with what differs', async () => {
    await made('A lighthouse at dusk');
    await made('A lighthouse at dawn');
    const { page } = await stage.enter(stage.ann, '/gallery');
    await page.getByRole('checkbox', { name: 'Compare: A lighthouse at dusk' }).check();
    await page.getByRole('checkbox', { name: 'Compare: A lighthouse at dawn' }).check();
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    const row = page.getByRole('row', { name: /^Prompt/ });
    await row.waitFor();
    expect(await row.getByRole('cell').allTextContents()).toEqual([
      'A lighthouse at dusk',
      'A lighthouse at dawn',
    ]);
    expect(await page.getByRole('row', { name: /^Model/ }).count()).toBe(0);
    await page.getByLabel('Show what is equal too').check();
    await page.getByRole('row', { name: /^Model gen4.5 gen4.5/ }).waitFor();
    await page.getByRole('button', { name: 'Play both' }).click();
  });

  it('counts in the accounts, and a budget shows what is left', async () => {
    const { gateway, clock } = stage;
    const key = await gateway.keyOf('carla', ['TASK_READ', 'GENERATE_VIDEO']);
    await gateway.data(SetBudgetDocument, {
      input: { tenant: 'carla', period: 'DAY', creditsMax: 100 },
    });
    const { id } = await createVideo(gateway, {}, key);
    await untilStatus(gateway, clock, id, 'SUCCEEDED', key);
    const { page, faults } = await stage.enter(key, '/money');
    const left = page.getByRole('region', { name: 'Everyone, today' });
    await left.getByText('40 of 100 credits left').waitFor();
    await page.getByRole('img', { name: /60 credits spent and 0 credits set aside/ }).waitFor();
    await page.getByText('Show as a table').click();
    const today = clock.now().toISOString().slice(0, 10);
    await page.getByRole('row', { name: `${today} 1 60 0` }).waitFor();
    const models = page.getByRole('table', { name: 'Credits by model' });
    await models.getByRole('row', { name: 'gen4.5 1 task 60' }).waitFor();
    const keys = page.getByRole('table', { name: 'Credits by key' });
    await keys.getByRole('row', { name: /^key:.* 1 task 60/ }).waitFor();
    expect(faults).toEqual([]);
  });
});
