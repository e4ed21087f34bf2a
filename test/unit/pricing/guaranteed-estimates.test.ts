import type { JsonObject } from '../../../src/domain/input/json.js';
import { checkTogether } from '../../../src/emulator/rules/cross-field-rules.js';
import { quote } from '../../../src/emulator/tasks/price-list.js';
import { MODELS, type ModelFacts } from '../../../src/generated/facts/models.js';
import { REQUEST_SCHEMAS, type JsonSchema } from '../../../src/generated/facts/request-schemas.js';
import type { SdkMethod } from '../../../src/generated/facts/sdk-methods.js';
import { findOperation } from '../../../src/operations/operations.js';
import { findPriceRule, knownPrice } from '../../../src/services/submission/estimates.js';
import { randomOf, randomValue, type Random } from '../../support/runway/random-bodies.js';

/** For each row of the catalogue. */
const INPUTS = 2_000;
/** Bodies that may be made for an input that Runway takes. */
const TRIES = 200;

/** Rows whose whole price no source states (FACTS 2.10), or whose output nothing bounds. */
const NOT_GUARANTEED = [
  'createTextToImage gemini_image3.1_flash',
  'createTextToImage gpt_image_2_5_flare',
  'createTextToImage gpt_image_2_5_sunburst',
  'createVideoUpscale magnific_video_upscaler_creative',
  'createTextToSpeech seed_audio',
  'createSoundEffect seed_audio',
  'createVoiceDubbing eleven_voice_dubbing',
  'createSpeechToSpeech eleven_multilingual_sts_v2',
  'generateVideo null',
  'generateImage null',
  'generateAudio null',
  'createAvatarVideo gwm1_avatars',
  'runWorkflow null',
];

const ROWS = MODELS.map(
  (facts, index) => [`${facts.operation} ${String(facts.model)}`, facts, index] as const,
);

describe('the prices of the catalogue', () => {
  it('are of 77 rows, each with a rule', () => {
    const unpriced = MODELS.filter(({ operation, model }) => !findPriceRule(operation, model));
    expect(unpriced).toEqual([]);
    expect(MODELS).toHaveLength(77);
  });

  it.each(ROWS)('%s: no charge is above a guaranteed estimate', (name, facts, index) => {
    const method = methodOf(facts);
    const random = randomOf(index + 1);
    const overruns: unknown[] = [];
    let guaranteed = 0;
    for (let input = 0; input < INPUTS; input += 1) {
      const body = bodyFor(facts, method, random);
      const price = knownPrice(facts.operation, body);
      if (price?.isCeiling !== true) continue;
      guaranteed += 1;
      const { estimate, cost } = quote(method, body);
      if (Math.max(estimate, cost) > price.credits) overruns.push({ body, price, estimate, cost });
    }
    expect(overruns).toEqual([]);
    expect(guaranteed).toBe(NOT_GUARANTEED.includes(name) ? 0 : INPUTS);
  });
});

function methodOf({ operation }: ModelFacts): SdkMethod {
  const [method] = findOperation(operation)?.sdk ?? [];
  if (method === undefined) throw new Error(`${operation} has no SDK method`);
  return method;
}

/** A body that the emulator takes. */
function bodyFor({ model, member }: ModelFacts, method: SdkMethod, random: Random): JsonObject {
  const schema = schemaFor(method, model, member);
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const body = withFittingShots(randomValue(schema, random) as JsonObject);
    if (checkTogether(method, body).length === 0) return body;
  }
  throw new Error(`The emulator takes no body of ${method} ${String(model)}`);
}

/** Chance alone would seldom give shots that fill a video. */
function withFittingShots(body: JsonObject): JsonObject {
  const { shots, duration = 10 } = body;
  if (!Array.isArray(shots) || typeof duration !== 'number') return body;
  const [first, ...others] = shots.map((shot) => ({ ...(shot as JsonObject), duration: 1 }));
  return { ...body, shots: [{ ...first, duration: duration - others.length }, ...others] };
}

function schemaFor(method: SdkMethod, model: string | null, member: string | null): JsonSchema {
  const schema = REQUEST_SCHEMAS[method] ?? {};
  const members = (schema['oneOf'] ?? [schema]) as readonly JsonSchema[];
  const found = members.find(({ properties }) => {
    const { model: tag, mode } = properties as Readonly<Record<string, JsonSchema | undefined>>;
    return model === null
      ? member === null || mode?.['const'] === member
      : tag?.['const'] === model;
  });
  if (found === undefined) throw new Error(`${method} has no ${String(model ?? member)}`);
  return found;
}
