import type { SdkMethod } from '../../generated/facts/sdk-methods.js';
import type { Issue } from '../server/handler.js';
import {
  framesOrReferences,
  lastAfterFirst,
  oneOfEachPosition,
  referencesUpTo,
  subjectsUpTo,
  uniqueTags,
} from './image-rules.js';
import { toIssue, when, type Fields, type Rule } from './refusals.js';
import { lasting } from './source-lengths.js';
import * as video from './video-rules.js';

/** Rules that hold for every body that has the properties. */
const RULES: readonly Rule[] = [
  lastAfterFirst,
  oneOfEachPosition,
  uniqueTags,
  video.proresProfile,
  video.rangesOnAllOrNone,
  ...video.routedVideo,
];

const videosUpTo = (max: number): Rule =>
  lasting({ properties: ['promptVideo', 'referenceVideos'], max });
const sounds = (max: number): Rule => lasting({ properties: ['referenceAudio'], max });

const SEEDANCE: readonly Rule[] = [
  framesOrReferences,
  referencesUpTo(9),
  videosUpTo(15),
  sounds(15),
];
const WAN: readonly Rule[] = [
  framesOrReferences,
  referencesUpTo(10),
  video.framesNeedAutoRatio,
  videosUpTo(15),
  sounds(15),
];
const GEMINI_IMAGE: readonly Rule[] = [subjectsUpTo('human', 5), subjectsUpTo('object', 9)];
const WORKED_ON = ['videoUri', 'audioUri'];

/** Sources: the comments of Runway's SDK, its OpenAPI document, and its guide to inputs. */
const RULES_OF_MODEL: Readonly<Record<string, readonly Rule[]>> = {
  hailuo3: [framesOrReferences, video.adaptiveNeedsReference, videosUpTo(15), sounds(15)],
  seedance2: SEEDANCE,
  seedance2_fast: SEEDANCE,
  seedance2_mini: SEEDANCE,
  seedance2_5: [
    framesOrReferences,
    referencesUpTo(30),
    ...video.modeOfSeedance,
    videosUpTo(30),
    sounds(30),
  ],
  wan3: WAN,
  wan3_prime: WAN,
  grok_imagine_1_5: [video.soundNeedsImage, video.referencesUpTo720p],
  aleph2: [lasting({ properties: WORKED_ON, min: 2, max: 30 })],
  act_two: [lasting({ properties: ['reference'], min: 3, max: 30 })],
  ruby: [lasting({ properties: WORKED_ON, max: 30 })],
  magnific_video_upscaler_creative: [lasting({ properties: WORKED_ON, max: 30 })],
  enhance_frame_rate: [lasting({ properties: WORKED_ON, max: 300 })],
  gemini_omni_flash: [lasting({ properties: WORKED_ON, max: 10 })],
  'gemini_omni_flash_1.1': [lasting({ properties: WORKED_ON, max: 10 })],
  eleven_voice_isolation: [lasting({ properties: WORKED_ON, min: 4.6, max: 3_600 })],
  'gemini_image3.1_flash': GEMINI_IMAGE,
  gemini_image3_pro: GEMINI_IMAGE,
  grok_imagine_image_2: [
    when(
      ({ edit, referenceImages }) =>
        edit === true && (!Array.isArray(referenceImages) || referenceImages.length === 0),
      'edit',
      'An edit requires at least one reference image',
    ),
  ],
};

const RULES_OF_METHOD: Partial<Record<SdkMethod, readonly Rule[]>> = {
  'recipes.multiShotVideo': [video.shotsFillDuration],
  'recipes.productSwap': [lasting({ properties: ['referenceVideo'], min: 1.8, max: 15 })],
};

/** What a valid body says that Runway refuses nevertheless, because its parts do not go together. */
export function checkTogether(method: SdkMethod, body: object): Issue[] {
  const fields = body as Fields;
  const model = typeof fields['model'] === 'string' ? fields['model'] : '';
  const rules = [...RULES, ...(RULES_OF_MODEL[model] ?? []), ...(RULES_OF_METHOD[method] ?? [])];
  return rules.flatMap((rule) => rule(fields)).map(toIssue);
}
