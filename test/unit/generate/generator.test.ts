import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { readContext, readCreates } from '../../../schema/generate/context.js';
import { inputOmissions } from '../../../schema/generate/emit/input-omissions.js';
import { stringPaths } from '../../../schema/generate/emit/string-inputs.js';
import { inputSteps } from '../../../schema/generate/input-steps.js';
import type { InputClass } from '../../../schema/generate/plan.js';
import { propertiesOf } from '../../../schema/generate/shape.js';

import { REQUEST_SCHEMAS } from '../../../src/generated/facts/request-schemas.js';
import { generationOperations } from '../../../src/operations/generation.js';
import { countProperties } from './count-properties.js';

const context = readContext();
const again = readContext();

describe('the generator', () => {
  it.each(inputSteps)('emits for $name what is committed, twice alike', async (step) => {
    const [first, second] = [await step.run(context), await step.run(again)];
    expect([...first]).toEqual([...second]);
    for (const [file, text] of first) expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('refuses a row that names no method of the SDK', () => {
    const others = context.methods.filter(({ name }) => name !== 'textToVideo.create');
    expect(() => readCreates(others)).toThrow('createTextToVideo');
  });

  it('lets no name of the SDK that is made of a number into the graph', () => {
    const names = context.plans.flatMap(({ classes, enums }) =>
      [...classes, ...enums].map(({ name }) => name),
    );
    expect(names.filter((name) => /Variant\d|UnionMember/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('classifies every text of an input in the operations table', () => {
    for (const plan of context.plans) {
      const row = generationOperations[plan.field as keyof typeof generationOperations];
      expect([plan.field, Object.keys(row.strings).sort()]).toEqual([
        plan.field,
        stringPaths(plan),
      ]);
    }
  });
});

/** Paths of Runway's bodies that an input can reach. */
function reached(planned: InputClass): string[] {
  return planned.fields.flatMap(({ path, type }) => {
    if (type.kind === 'input') return [path, ...reached(type.class)];
    return type.kind === 'map' ? [path, ...reached(type.entry)] : [path];
  });
}

describe('inputs', () => {
  it('offer every property of the SDK, or omit it with a reason', () => {
    const omissions = inputOmissions(context);
    for (const { field, method, body } of context.creates) {
      const plan = context.plans.find((candidate) => candidate.field === field);
      const offered = plan === undefined ? [] : reached(plan.root);
      const omitted = omissions.filter((row) => row.method === method).map(({ path }) => path);
      const missing = propertiesOf(body)
        .map(({ path }) => path)
        .filter((path) => !offered.includes(path) && !omitted.includes(path));
      expect([method, missing]).toEqual([method, []]);
    }
  });

  it('are read from as many properties as the compiler counts', () => {
    // Three untyped lists (hailuo3, wan3, wan3_prime) are typed by the overrides: uri and position.
    const typedByOverrides = 3 * 2;
    const read = context.creates.flatMap(({ body }) => propertiesOf(body)).length;
    const methods = context.creates.map(({ method }) => method);
    expect(read).toBe(countProperties(methods) + typedByOverrides);
  });
});

describe('request schemas', () => {
  const ajv = new Ajv({ discriminator: true, allErrors: true, strict: false });
  const judges = new Map(
    Object.entries(REQUEST_SCHEMAS).map(([method, schema]) => [method, ajv.compile(schema)]),
  );
  const accepts = (method: string, body: unknown): boolean => judges.get(method)?.(body) === true;
  const video = { model: 'gen4.5', promptText: 'A cat', ratio: '1280:720', duration: 5 };

  it('exist for every create and for an upload', () => {
    const methods = context.creates.map(({ method }) => method);
    expect([...judges.keys()]).toEqual([...methods, 'uploads.createEphemeral'].sort());
  });

  it.each([
    ['a good body', {}, true],
    ['a duration out of range', { duration: 11 }, false],
    ['a duration that is not whole', { duration: 5.5 }, false],
    ['an empty prompt', { promptText: '' }, false],
    ['an unknown ratio', { ratio: '1:1' }, false],
    ['an unknown model', { model: 'gen9' }, false],
    ['an unknown property', { surprise: true }, false],
    ['null where a value may be absent', { seed: null }, false],
    ['the largest seed', { seed: 4_294_967_295 }, true],
  ])('judge %s', (_what, change, verdict) => {
    expect(accepts('textToVideo.create', { ...video, ...change })).toBe(verdict);
  });

  it('take deprecated case twins, both forms of images, and media of the right kind', () => {
    const hailuo = {
      model: 'hailuo3',
      promptText: 'A cat',
      promptImage: 'https://example.com/a.png',
    };
    const method = 'imageToVideo.create';
    expect(accepts(method, { ...hailuo, resolution: '768P' })).toBe(true);
    expect(accepts(method, { ...hailuo, promptImage: [{ uri: 'runway://abcd' }] })).toBe(true);
    expect(accepts(method, { ...hailuo, promptImage: 'data:video/mp4;base64,AAAA' })).toBe(false);
  });
});
