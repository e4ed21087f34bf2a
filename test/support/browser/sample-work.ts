import {
  CreateSoundEffectDocument,
  CreateTextToImageDocument,
  CreateTextToVideoDocument,
  type TaskFieldsFragment,
} from '../../../client/src/generated/graphql.js';
import { untilStatus } from '../client/tasks.js';
import type { TestGateway } from '../gateway/start-gateway.js';
import type { FakeClock } from '../time/fake-clock.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Days over which the work is spread, and an hour in which the last of it is made. */
export const SAMPLE_DAYS = 14 + 1 / 24;

type Kind = 'image' | 'veo' | 'video' | 'sound';

/** What was asked for, oldest first: how many days before the last, what, for what, and the words. */
const WORK: readonly (readonly [day: number, kind: Kind, label: string | null, words: string])[] = [
  [13, 'image', 'travel', 'A mountain lake before sunrise, mist over the water'],
  [13, 'image', 'travel', 'Rolling hills in late summer, seen from a hot-air balloon'],
  [12, 'video', 'travel', 'The camera flies low over dunes towards the setting sun'],
  [11, 'image', 'film', 'A quiet valley under a violet sky, matte painting'],
  [10, 'sound', 'film', 'Wind over a ridge, far away a single bell'],
  [8, 'image', 'film', 'Two moons above a dry plain, wide shot'],
  [8, 'image', 'launch', 'Hero picture for the spring collection: fog, ridges, first light'],
  [7, 'video', 'launch', 'Time-lapse of a morning in the hills, clouds drifting'],
  [5, 'image', 'launch', 'Poster: layered paper mountains, soft shadows'],
  [4, 'image', 'launch', 'The same ridge at noon, harsh light'],
  [3, 'image', null, 'A postcard from a country that does not exist'],
  [2, 'image', 'launch', 'Blue hour, silhouettes, one warm window'],
  [1, 'image', 'launch', 'Terraced fields after rain, reflections of the sky'],
  [1, 'sound', 'launch', 'A short chime for the end card'],
  [0, 'video', 'launch', 'Drifting over the ridges at first light, the sun comes up'],
  [0, 'image', 'launch', 'The ridge at dusk, one bird, plenty of room for a headline'],
  [0, 'image', 'launch', 'The ridge at dawn, one bird, plenty of room for a headline'],
];

export interface SampleWork {
  readonly video: string;
  readonly finished: string;
  readonly other: string;
  readonly failed: string;
  readonly live: string;
}

/** A fortnight of a small studio's work, which ends now, made with these keys in turn; the newest task is live. */
export async function makeSampleWork(
  gateway: TestGateway,
  clock: FakeClock,
  keys: readonly [string, ...string[]],
): Promise<SampleWork> {
  const [key] = keys;
  gateway.emulator.settings.outputSeconds = Math.round((2 * SAMPLE_DAYS * DAY_MS) / 1_000);
  const made: string[] = [];
  let today = Math.floor(SAMPLE_DAYS);
  for (const [at, [day, kind, label, words]] of WORK.entries()) {
    if (day < today) await clock.leap((today - day) * DAY_MS);
    today = day;
    const { id } = await ask(gateway, keys[at % keys.length] ?? key, kind, label, words);
    await untilStatus(gateway, clock, id, 'SUCCEEDED', key);
    made.push(id);
  }
  await clock.leap(Date.now() - clock.now().getTime() - 4 * MINUTE_MS);
  const words = 'A crowd watching the fight [moderated]';
  const { id: failed } = await ask(gateway, key, 'image', 'launch', words);
  await untilStatus(gateway, clock, failed, 'FAILED', key);
  // It runs for as long as the time stands still.
  gateway.emulator.settings.taskSeconds = 100;
  const { id: live } = await ask(gateway, key, 'veo', 'launch', 'A slow pan along the ridge');
  await untilStatus(gateway, clock, live, 'RUNNING', key);
  await clock.advance(42_000);
  const [video = '', other = '', finished = ''] = made.slice(-3);
  return { video, finished, other, failed, live };
}

async function ask(
  gateway: TestGateway,
  key: string,
  kind: Kind,
  label: string | null,
  promptText: string,
): Promise<TaskFieldsFragment> {
  switch (kind) {
    case 'image': {
      const input = { gen4Image: { promptText, ratio: 'RATIO_1360_768' as const } };
      const data = await gateway.data(CreateTextToImageDocument, { input, label }, key);
      return data.createTextToImage.task;
    }
    case 'sound': {
      const input = { elevenTextToSoundV2: { promptText, duration: 4 } };
      const data = await gateway.data(CreateSoundEffectDocument, { input, label }, key);
      return data.createSoundEffect.task;
    }
    case 'video': {
      const input = { gen4_5: { promptText, ratio: 'RATIO_1280_720' as const, duration: 5 } };
      const data = await gateway.data(CreateTextToVideoDocument, { input, label }, key);
      return data.createTextToVideo.task;
    }
    case 'veo': {
      const input = { veo3_1: { promptText, ratio: 'RATIO_1280_720' as const, duration: 8 } };
      const data = await gateway.data(CreateTextToVideoDocument, { input, label }, key);
      return data.createTextToVideo.task;
    }
  }
}
