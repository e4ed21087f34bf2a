// Guarantee: `npm run demo` makes an image and a video on a gateway, tells how far they are, and
// saves what was made.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProgressLine } from '../../scripts/demo/progress-line.js';
import { runDemo } from '../../scripts/demo/run-demo.js';
import { timingOf } from '../support/client/packaged.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { whileTimePasses } from '../support/time/while-time-passes.js';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

describe('npm run demo', () => {
  const stage = useGateway();
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gateway-demo-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  async function demo(isTTY: boolean): Promise<{ files: readonly string[]; text: string }> {
    let text = '';
    const screen = { isTTY, write: (more: string) => (text += more) };
    const work = runDemo({
      url: `${stage.gateway.url}/graphql`,
      getToken: () => stage.ann,
      timing: timingOf(stage.clock),
      folder: join(folder, 'made'),
      progress: new ProgressLine(screen),
    });
    return { files: await whileTimePasses(stage.clock, work), text };
  }

  it('saves an image and a video, and writes a line for each status', async () => {
    const { files, text } = await demo(false);
    expect(files).toEqual([join(folder, 'made', 'image.png'), join(folder, 'made', 'video.mp4')]);
    const [image, video] = await Promise.all(files.map((file) => readFile(file)));
    expect(image?.subarray(0, 4)).toEqual(PNG);
    expect(video?.subarray(4, 8).toString()).toBe('ftyp');
    const lines = text
      .trim()
      .split('\n')
      .map((line) => line.trim());
    expect(lines.filter((line) => line.startsWith('image')).at(-1)).toBe('image  SUCCEEDED');
    expect(lines.filter((line) => line.startsWith('video')).at(-1)).toBe('video  SUCCEEDED');
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('draws one bar a task on a terminal', async () => {
    const { text } = await demo(true);
    expect(text.split('\n')).toHaveLength(3);
    expect(text).toMatch(/image {2}█{30} 100 % {2}SUCCEEDED/);
  });
});
