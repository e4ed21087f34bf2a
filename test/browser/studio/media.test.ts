// Guarantee: a file goes from the page straight to Runway's storage, with its progress, and the request
// names it; an address and an earlier result serve as well.
import type { Page } from 'playwright-core';
import { describeBrowser } from '../../support/browser/describe-browser.js';
import { cardOf, choose, makeButton, promptOf } from '../../support/browser/studio-make.js';
import { useStudio } from '../../support/browser/studio-stage.js';
import { whileTimePasses } from '../../support/time/while-time-passes.js';

const TIMEOUT_MS = 120_000;
const VIDEO_PATH = '/v1/image_to_video';

/** A transparent pixel, with bytes behind its end: Runway takes no smaller file. */
const PNG = Buffer.concat([
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
  Buffer.alloc(600),
]);

describeBrowser('media in the studio', (open) => {
  const stage = useStudio(open);

  function requests(path: string): readonly { readonly path: string; readonly body: unknown }[] {
    return stage.gateway.emulator
      .requests()
      .filter((request) => request.method === 'POST' && request.path.startsWith(path));
  }

  async function openImages(page: Page): Promise<void> {
    await choose(page, { way: 'From images', model: 'gen4_turbo' });
    await promptOf(page).fill('The waves move');
  }

  /** What a person does who drags a file from a folder onto the page. */
  async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
    const data = await page.evaluateHandle(`(() => {
      const bytes = Uint8Array.from(atob('${bytes.toString('base64')}'), (each) => each.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], '${name}', { type: 'image/png' }));
      return data;
    })()`);
    const zone = page.locator('.drop');
    await zone.dispatchEvent('dragover', { dataTransfer: data });
    await zone.dispatchEvent('drop', { dataTransfer: data });
  }

  it(
    'uploads a file that is dropped, straight to the presigned form, and makes a video of it',
    async () => {
      stage.gateway.emulator.settings.taskSeconds = 1;
      const { page, hosts, faults } = await stage.enter(stage.ann);
      await openImages(page);
      let release = (): void => undefined;
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route('**/uploads/**', async (route) => {
        await released;
        await route.continue();
      });
      await drop(page, 'gull.png', PNG);
      await page.getByRole('progressbar', { name: 'Uploading gull.png' }).waitFor();
      release();
      await page.getByText('Uploaded · usable for 24 hours').waitFor();
      expect(await page.locator('.media-thumb img').evaluate('(image) => image.decode()')).toBe(
        undefined,
      );
      const [upload] = requests('/uploads/');
      expect(upload?.body).toMatchObject({
        file: { filename: 'gull.png', bytes: PNG.length },
        fields: { policy: expect.any(String) as string },
      });
      await makeButton(page).click();
      await whileTimePasses(stage.clock, cardOf(page, 'The waves move').locator('video').waitFor());
      expect(requests(VIDEO_PATH)[0]?.body).toMatchObject({
        promptImage: [{ uri: expect.stringMatching(/^runway:\/\//) as string }],
      });
      const outputsUrl = stage.gateway.url.replace('127.0.0.1', 'localhost');
      expect([...hosts].sort()).toEqual(
        [stage.gateway.url, stage.gateway.emulator.url, outputsUrl]
          .map((url) => new URL(url).host)
          .sort(),
      );
      expect(faults).toEqual([]);
    },
    TIMEOUT_MS,
  );

  it(
    'says why a file cannot be taken, and takes another by the file picker',
    async () => {
      const { page } = await stage.enter(stage.ann);
      await openImages(page);
      await drop(page, 'notes.txt', PNG);
      await page.getByText('Runway reads here: jpg, jpeg, png, webp.').waitFor();
      await drop(page, 'small.png', Buffer.alloc(10));
      await page.getByText('The file is too small').waitFor();
      await page.route('**/uploads/**', (route) =>
        route.fulfill({ status: 403, headers: { 'access-control-allow-origin': '*' } }),
      );
      await page.getByLabel('File: file').setInputFiles({
        name: 'gull.png',
        mimeType: 'image/png',
        buffer: PNG,
      });
      await page.getByText('The storage refused the file (403). Try again.').waitFor();
      await page.unroute('**/uploads/**');
      await drop(page, 'gull.png', PNG);
      await page.getByText('Uploaded · usable for 24 hours').waitFor();
      await page.getByRole('button', { name: 'Remove the file' }).click();
      await page.getByText('Drop an image file here').waitFor();
    },
    TIMEOUT_MS,
  );

  it(
    'makes something of an earlier result',
    async () => {
      stage.gateway.emulator.settings.taskSeconds = 1;
      const { page } = await stage.enter(stage.bob);
      await choose(page, { kind: 'Image', model: 'gen4_image' });
      await promptOf(page).fill('A gull on a pier');
      await makeButton(page).click();
      const image = cardOf(page, 'A gull on a pier').locator('img');
      await whileTimePasses(stage.clock, image.waitFor());
      await page.getByRole('radio', { name: 'Video', exact: true }).click();
      await openImages(page);
      await page.getByRole('button', { name: 'Earlier result' }).click();
      await page.getByRole('button', { name: 'Use Image · from text' }).click();
      await page.getByText('Sent to Runway when you make it').waitFor();
      await page.locator('.media-thumb img').waitFor();
      await makeButton(page).click();
      await whileTimePasses(stage.clock, cardOf(page, 'The waves move').locator('video').waitFor());
      expect(requests('/uploads/')).toHaveLength(1);
      expect(requests(VIDEO_PATH).map(({ body }) => body)).toMatchObject([
        { promptImage: [{ uri: expect.stringMatching(/^runway:\/\//) as string }] },
      ]);
    },
    TIMEOUT_MS,
  );
});
