import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generate, type GeneratedTask, type GenerateOptions } from '../../client/src/index.js';
import {
  CreateTextToImageDocument,
  CreateTextToVideoDocument,
} from '../../client/src/documents.js';
import type { ProgressLine } from './progress-line.js';

const PROMPT = 'A lighthouse at dawn, gulls over the water';

export interface DemoOptions extends Pick<GenerateOptions, 'url' | 'getToken' | 'timing'> {
  /** Where the files go. */
  readonly folder: string;
  readonly progress: ProgressLine;
}

/** Makes an image and a video, one after the other, and saves them. The paths of the files. */
export async function runDemo(options: DemoOptions): Promise<readonly string[]> {
  const { folder, progress, ...connection } = options;
  await mkdir(folder, { recursive: true });
  const following = (name: string): GenerateOptions => ({
    ...connection,
    onProgress: (task) => {
      progress.show(name, task);
    },
  });
  const image = await generate(
    CreateTextToImageDocument,
    { input: { gen4Image: { promptText: PROMPT, ratio: 'RATIO_1280_720' } } },
    following('image'),
  );
  const imageFiles = await saveOutputs(image, folder, 'image');
  progress.end();
  const video = await generate(
    CreateTextToVideoDocument,
    { input: { gen4_5: { promptText: PROMPT, ratio: 'RATIO_1280_720', duration: 5 } } },
    following('video'),
  );
  const videoFiles = await saveOutputs(video, folder, 'video');
  progress.end();
  return [...imageFiles, ...videoFiles];
}

async function saveOutputs(
  { output }: GeneratedTask,
  folder: string,
  name: string,
): Promise<readonly string[]> {
  return await Promise.all(
    output.map(async ({ url, mimeType }, at) => {
      const response = await fetch(url);
      if (!response.ok) {
        throw new Error(`The output cannot be read: HTTP ${String(response.status)}.`);
      }
      const number = output.length === 1 ? '' : `-${String(at + 1)}`;
      const path = join(folder, `${name}${number}.${mimeType?.split('/')[1] ?? 'bin'}`);
      await writeFile(path, Buffer.from(await response.arrayBuffer()));
      return path;
    }),
  );
}
