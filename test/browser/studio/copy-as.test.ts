// Guarantee: the code that the studio shows for a request runs as it is, and makes the same request.
import type { Page } from 'playwright-core';
import { CopiedCode, runInShell } from '../../support/client/copied-code.js';
import { CustomerSite } from '../../support/browser/customer-site.js';
import { describeBrowser } from '../../support/browser/describe-browser.js';
import { cardOf, choose, makeButton, promptOf } from '../../support/browser/studio-make.js';
import { useStudio } from '../../support/browser/studio-stage.js';
import { whileTimePasses } from '../../support/time/while-time-passes.js';

const PATH = '/v1/text_to_video';
const TIMEOUT_MS = 120_000;

/** Quotes, line ends, and what a shell or a template would read. */
const PROMPT = 'It’s "5 o\'clock"\non $HOME, `now` \\ {1 + 1} ${2}';

describeBrowser('copied code', (open) => {
  let site: CustomerSite;
  const environment: Record<string, string> = {};

  // Before the gateway starts, which must know the site's origin.
  beforeAll(async () => {
    site = await CustomerSite.start();
    environment['CORS_ORIGINS'] = site.origin;
  });
  afterAll(() => site.stop());

  const stage = useStudio(open, environment);

  function posts(): readonly unknown[] {
    const all = stage.gateway.emulator.requests();
    return all
      .filter(({ method, path }) => method === 'POST' && path === PATH)
      .map(({ body }) => body);
  }

  async function textIn(page: Page, tab: string, label: string): Promise<string> {
    await page.getByRole('tab', { name: tab }).click();
    return await page.getByLabel(label, { exact: true }).innerText();
  }

  it(
    'makes the same request as GraphQL, hook, client call and curl',
    async () => {
      stage.gateway.emulator.settings.taskSeconds = 1;
      const { page } = await stage.enter(stage.ann);
      await choose(page, { model: 'gen4.5' });
      await promptOf(page).fill(PROMPT);
      await page.getByText('More settings').click();
      await page.getByRole('textbox', { name: 'Label' }).fill('it’s a label');
      await page.getByRole('spinbutton', { name: 'Seed' }).fill('7');
      await makeButton(page).click();
      await page.getByRole('heading', { name: 'Copy as' }).waitFor();
      const [made] = posts();
      expect(made).toMatchObject({ promptText: PROMPT, seed: 7 });

      const query = await textIn(page, 'GraphQL', 'Document');
      const variables = JSON.parse(await textIn(page, 'GraphQL', 'Variables')) as object;
      const answer = await stage.gateway.post({ query, variables }, stage.ann);
      expect(await answer.json()).toMatchObject({
        data: { createTextToVideo: { replayed: false, task: { label: 'it’s a label' } } },
      });
      expect(posts()).toEqual([made, made]);

      const curl = await textIn(page, 'curl', 'Command');
      const withKey = { GATEWAY_KEY: stage.ann };
      for (const replayed of [false, true]) {
        const printed = await runInShell(curl, withKey);
        expect(JSON.parse(printed)).toMatchObject({ data: { createTextToVideo: { replayed } } });
      }
      expect(posts()).toEqual([made, made, made]);

      const program = await textIn(page, 'Client', 'Program');
      const hook = await textIn(page, 'Hook', 'React component');
      const code = await CopiedCode.create({ program, hook });
      expect(await code.check()).toEqual({ isGood: true, output: '' });
      const ran = await whileTimePasses(stage.clock, code.runProgram(withKey));
      expect(ran.isGood).toBe(true);
      expect(ran.output).toMatch(/SUCCEEDED 1\n\[\s+'http.*\/outputs\/.*signature=/);
      expect(posts()).toEqual([made, made, made, made]);

      site.script = await code.bundleHook();
      site.token = stage.ann;
      await page.goto(site.origin);
      await page.getByRole('button', { name: 'Make' }).click();
      await whileTimePasses(stage.clock, page.getByText('SUCCEEDED 100 %').waitFor());
      expect(posts()).toEqual([made, made, made, made, made]);
      await code.remove();
    },
    TIMEOUT_MS,
  );

  it(
    'is there for an earlier task, too, and is put on the clipboard',
    async () => {
      const { page } = await stage.enter(stage.bob);
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await choose(page, { kind: 'Image', model: 'gen4_image' });
      await promptOf(page).fill('A fox');
      await makeButton(page).click();
      await cardOf(page, 'A fox').getByRole('link', { name: 'A fox' }).click();
      const command = await textIn(page, 'curl', 'Command');
      await page.getByRole('button', { name: 'Copy command' }).click();
      await page.getByRole('button', { name: 'Copied' }).waitFor();
      expect(await page.evaluate('navigator.clipboard.readText()')).toBe(command);
      expect(command).not.toContain('Bearer ey');
      expect(command).not.toContain(stage.bob);
    },
    TIMEOUT_MS,
  );
});
