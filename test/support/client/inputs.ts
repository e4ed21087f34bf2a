import type { CreateTextToVideoInput } from '../../../client/src/generated/graphql.js';

/** An input that the emulator accepts: a second of the cheapest of everything would be no shorter. */
export function aVideo(promptText = 'A lighthouse at dawn'): CreateTextToVideoInput {
  return { gen4_5: { promptText, ratio: 'RATIO_1280_720', duration: 5 } };
}
