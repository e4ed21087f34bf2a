// Guarantee: people with a handicap meet no serious obstacle in any view of the studio, in either theme.
// `npm test` looks at each view in one theme and at each theme with half of the views (`sample`).
// Every view is kept as a picture in test/artifacts/studio (`npm run studio:screenshots`).
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import {
  CreateApiKeyDocument,
  SetBudgetDocument,
  type BudgetPeriod,
} from '../../../client/src/generated/graphql.js';
import { findObstacles, type Finding } from '../../support/browser/axe.js';
import { describeBrowser } from '../../support/browser/describe-browser.js';
import { makeSampleWork, SAMPLE_DAYS, type SampleWork } from '../../support/browser/sample-work.js';
import { TENANT_SCOPES } from '../../support/gateway/gateway-stage.js';
import { useStudio } from '../../support/browser/studio-stage.js';
import { sample } from '../../support/load/sample.js';

const PICTURES = resolve('test/artifacts/studio');

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 375, height: 812 };

interface Scene {
  readonly name: string;
  readonly path: (work: SampleWork) => string;
  /** A locator of what is there when the view is complete. */
  readonly shows: string;
  /** Also on a phone. */
  readonly onPhone?: boolean;
}

const SCENES: readonly Scene[] = [
  { name: 'make', path: () => '/', shows: 'main h1', onPhone: true },
  { name: 'watching', path: ({ live }) => `/watch/${live}`, shows: '[role=progressbar]' },
  { name: 'finished', path: ({ video }) => `/watch/${video}`, shows: 'main video' },
  { name: 'failed', path: ({ failed }) => `/watch/${failed}`, shows: '.notice-bad' },
  { name: 'tasks', path: () => '/tasks', shows: '.task-row', onPhone: true },
  { name: 'gallery', path: () => '/gallery', shows: '.shot img', onPhone: true },
  {
    name: 'detail',
    path: ({ finished }) => `/tasks/${finished}`,
    shows: 'main img',
    onPhone: true,
  },
  { name: 'detail-failed', path: ({ failed }) => `/tasks/${failed}`, shows: '.notice-bad' },
  {
    name: 'compare',
    path: ({ finished, other }) => `/compare?left=${other}&right=${finished}`,
    shows: '.difference-table',
  },
  { name: 'money', path: () => '/money', shows: '.chart svg text', onPhone: true },
  { name: 'keys', path: () => '/keys', shows: 'main h1', onPhone: true },
  { name: 'nothing-found', path: () => '/gallery?label=none', shows: '.empty' },
];

const THEMES = ['light', 'dark'] as const;

describeBrowser('every view of the studio', (open) => {
  const stage = useStudio(open, {}, { daysAgo: SAMPLE_DAYS });
  let work: SampleWork;
  let found: (Finding & { readonly view: string })[] = [];

  beforeAll(async () => {
    await mkdir(PICTURES, { recursive: true });
    const { gateway, clock, ann } = stage;
    const { createApiKey } = await gateway.data(CreateApiKeyDocument, {
      input: { tenant: 'ann', name: 'Launch team', scopes: TENANT_SCOPES },
    });
    for (const [period, creditsMax] of Object.entries({ DAY: 1_000, MONTH: 5_000 })) {
      await gateway.data(SetBudgetDocument, {
        input: { tenant: 'ann', period: period as BudgetPeriod, creditsMax },
      });
    }
    work = await makeSampleWork(gateway, clock, [ann, createApiKey.credential, ann]);
  }, 120_000);

  for (const theme of THEMES) {
    it(`has no serious obstacle, ${theme}`, async () => {
      found = [];
      const signIn = await stage.openSignIn();
      await signIn.page.setViewportSize(DESKTOP);
      await keep(signIn.page, 'sign-in', theme);
      await signIn.page.setViewportSize(PHONE);
      await keep(signIn.page, 'sign-in-phone', theme);
      await signIn.close();
      const { page, faults } = await stage.enter(stage.ann);
      for (const scene of sample(SCENES, THEMES.length, `in ${theme}`)) {
        await page.setViewportSize(DESKTOP);
        await go(page, scene.path(work));
        await page.locator(scene.shows).first().waitFor();
        await keep(page, scene.name, theme);
        if (scene.onPhone !== true) continue;
        await page.setViewportSize(PHONE);
        await page.locator(scene.shows).first().waitFor();
        await keep(page, `${scene.name}-phone`, theme);
      }
      expect(found).toEqual([]);
      expect(faults).toEqual([]);
    }, 180_000);
  }

  async function keep(page: Page, name: string, theme: 'light' | 'dark'): Promise<void> {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.mouse.move(0, 0);
    await page.evaluate(COMPLETE);
    await page.screenshot({ path: join(PICTURES, `${name}-${theme}.png`) });
    const findings = await findObstacles(page);
    const serious = findings.filter(({ impact }) => /serious|critical/.test(impact));
    found.push(...serious.map((finding) => ({ view: name, ...finding })));
  }
});

/** Within the studio: its own navigation keeps the session, which lives in the page's memory. */
async function go(page: Page, path: string): Promise<void> {
  await page.evaluate(`history.pushState(null, '', ${JSON.stringify(`/studio${path}`)});
    dispatchEvent(new PopStateEvent('popstate'))`);
}

/** Resolves when all pictures and the first of each video have come, and two frames have been drawn. */
const COMPLETE = `(async () => {
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  await Promise.all([...document.querySelectorAll('video')].map((video) => video.readyState >= 2 ||
    new Promise((done) => { video.onloadeddata = video.onerror = done; })));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
})()`;
