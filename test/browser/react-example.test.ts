// Guarantee: examples/react runs in a browser: it uploads a picture, shows the progress and the video, and
// goes on after a reload.
import { cp, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describeBrowser } from '../support/browser/describe-browser.js';
import { Consumer } from '../support/client/consumer.js';
import { issueToken } from '../support/client/tokens.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { whileTimePasses } from '../support/time/while-time-passes.js';

const PACKAGES = ['@apollo/client', 'graphql', 'graphql-ws', 'react', 'react-dom', 'rxjs'];

/** Bytes. Runway takes no smaller file. */
const PICTURE_BYTES = 512;

describeBrowser('examples/react', (open) => {
  const stage = useGateway();
  let consumer: Consumer;
  let server: Server;
  let address: string;

  beforeAll(async () => {
    consumer = await Consumer.create(PACKAGES);
    await cp('examples/react/src', join(consumer.folder, 'src'), { recursive: true });
    const { isGood, output } = await consumer.run(
      'esbuild',
      ...['src/main.tsx', '--bundle', '--format=esm', '--jsx=automatic', '--outfile=main.js'],
      `--define:GATEWAY_URL="${stage.gateway.url}/graphql"`,
    );
    if (!isGood) throw new Error(output);
    const files: Readonly<Record<string, string>> = {
      '/': (await readFile('examples/react/index.html', 'utf8')).replace(
        '/src/main.tsx',
        '/main.js',
      ),
      '/main.js': await consumer.read('main.js'),
    };
    server = createServer((request, response) => {
      const path = request.url ?? '/';
      if (path === '/token') {
        void token().then((text) => response.end(text));
        return;
      }
      const type = path === '/' ? 'text/html' : 'text/javascript';
      response.setHeader('content-type', type).end(files[path] ?? '');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
  });

  afterAll(async () => {
    server.closeAllConnections();
    server.close();
    await consumer.remove();
  });

  async function token(): Promise<string> {
    return await issueToken(stage.gateway, stage.ann, {
      scopes: ['GENERATE_VIDEO', 'TASK_READ', 'UPLOAD_CREATE'],
      expiresInSeconds: 300,
    });
  }

  it('uploads a picture, shows the progress, goes on after a reload, and shows the video', async () => {
    const { page, faults, close } = await open();
    await page.goto(address);
    await page.getByLabel('Picture').setInputFiles({
      name: 'harbour.png',
      mimeType: 'image/png',
      buffer: Buffer.alloc(PICTURE_BYTES),
    });
    await page.getByText('Make a video').click();
    await page.getByRole('status').waitFor();
    const before = page.url();
    await page.reload();
    await page.getByRole('status').waitFor();
    expect(page.url()).toBe(before);
    const done = page.getByText('SUCCEEDED 100 %').waitFor();
    await whileTimePasses(stage.clock, done);
    expect(await page.locator('video').getAttribute('src')).toContain('/outputs/');
    expect(faults).toEqual([]);
    const paid = stage.gateway.emulator
      .requests()
      .filter(({ method, path }) => method === 'POST' && path === '/v1/image_to_video');
    expect(paid).toHaveLength(1);
    await close();
  });
});
