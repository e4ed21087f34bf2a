import 'reflect-metadata';
import { Ajv } from 'ajv';
import { getMetadataStorage as validationMetadata, validateSync } from 'class-validator';
import { getMetadataStorage as graphMetadata } from 'type-graphql';
import { REQUEST_SCHEMAS } from '../../../src/generated/facts/request-schemas.js';
import * as imageToVideo from '../../../src/generated/graph/create-image-to-video.js';
import * as textToVideo from '../../../src/generated/graph/create-text-to-video.js';
import * as videoToVideo from '../../../src/generated/graph/create-video-to-video.js';
import { requestInputs } from '../../../src/generated/graph/request-inputs.js';
import * as workflow from '../../../src/generated/graph/run-workflow.js';
import { changeOperations } from '../../../src/operations/change-operations.js';
import { creationOperations } from '../../../src/operations/creation-operations.js';
import { generationOperations } from '../../../src/operations/generation-operations.js';

const URL = 'https://example.com/a.png';

/** An instance of a class with some of its properties. */
function make<T extends object>(Class: new () => T, properties: Partial<T>): T {
  return Object.assign(new Class(), properties);
}

function rulesOf(
  target: object,
): ReturnType<ReturnType<typeof validationMetadata>['getTargetValidationMetadatas']> {
  return validationMetadata().getTargetValidationMetadatas(
    target as new () => object,
    '',
    false,
    false,
  );
}

describe('input classes', () => {
  const { inputTypes: allInputTypes, fields } = graphMetadata();
  const fieldsOf = (target: unknown): typeof fields =>
    fields.filter((field) => field.target === target);
  // Another suite of the worker may have loaded the whole graph: only generated classes count.
  const generated = new Set<unknown>();
  const visit = (target: unknown): void => {
    if (generated.has(target)) return;
    generated.add(target);
    for (const field of fieldsOf(target)) visit(field.getType());
  };
  for (const { Input } of Object.values(requestInputs)) visit(Input);
  const inputTypes = allInputTypes.filter(({ target }) => generated.has(target));

  it('exist for every row that sends its input to Runway, and for no others', () => {
    const rows = { ...generationOperations, ...creationOperations, ...changeOperations };
    expect(Object.keys(requestInputs)).toEqual(Object.keys(rows));
    expect(inputTypes.length).toBeGreaterThan(200);
  });

  // Guarantee: class-validator passes over what has no rule, so nothing may be without one.
  it('have a rule on every field, and follow every nested input', () => {
    const classes = new Set<unknown>(inputTypes.map(({ target }) => target));
    const bare: string[] = [];
    for (const { target, name } of inputTypes) {
      const rules = rulesOf(target);
      for (const field of fieldsOf(target)) {
        const own = rules.filter((rule) => rule.propertyName === field.name);
        const isNested = classes.has(field.getType());
        const isFollowed = own.some((rule) => rule.type === 'nestedValidation');
        if (own.length === 0 || isNested !== isFollowed) bare.push(`${name}.${field.name}`);
      }
    }
    expect(bare).toEqual([]);
  });

  it('describe themselves and every field', () => {
    const silent = inputTypes.flatMap((type) => [
      ...(type.description ? [] : [type.name]),
      ...fieldsOf(type.target)
        .filter((field) => !field.description)
        .map((field) => `${type.name}.${field.name}`),
    ]);
    expect(silent).toEqual([]);
    const values = graphMetadata().enums.flatMap(({ name, description, valuesConfig, enumObj }) => [
      ...(description ? [] : [name]),
      ...Object.keys(enumObj).filter(
        (key) => !(valuesConfig as Record<string, { description?: string }>)[key]?.description,
      ),
    ]);
    expect(values).toEqual([]);
  });

  it('offer one member a model, all of them nullable', () => {
    const root = inputTypes.find(({ name }) => name === 'CreateTextToVideoInput');
    const members = fieldsOf(root?.target);
    expect(members.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['gen4_5', 'veo3_1Fast', 'wan3Prime', 'geminiOmniFlash1_1']),
    );
    expect(members.every(({ typeOptions }) => typeOptions.nullable === true)).toBe(true);
  });

  it('refuse null, bounds and wrong media by rule, without repeating the value', () => {
    const input = make(imageToVideo.CreateImageToVideoInput, {
      gen4_5: make(imageToVideo.CreateImageToVideoGen4_5Input, {
        promptText: '',
        promptImage: [
          make(imageToVideo.CreateImageToVideoGen4_5PromptImageInput, {
            uri: 'data:video/mp4;base64,AAAA',
          }),
        ],
        ratio: '1280:720',
        duration: 11,
        seed: null as never,
      }),
    });
    const [error] = validateSync(input, { validationError: { target: false, value: false } });
    const broken = (error?.children ?? []).map(({ property, constraints }) => [
      property,
      Object.keys(constraints ?? {}),
    ]);
    expect(Object.fromEntries(broken)).toEqual({
      promptText: ['minLength'],
      promptImage: [],
      duration: ['max'],
      seed: ['notNull'],
    });
    expect(JSON.stringify(error)).toContain('mediaKind');
    expect(JSON.stringify(error)).not.toContain('AAAA');
  });
});

describe('mappings', () => {
  const ajv = new Ajv({ discriminator: true, allErrors: true, strict: false });

  it('inject the model and leave out what is absent', () => {
    const gen4_5 = make(textToVideo.CreateTextToVideoGen4_5Input, {
      promptText: 'A cat',
      ratio: textToVideo.CreateTextToVideoGen4_5Ratio.RATIO_1280_720,
      duration: 5,
    });
    const input = make(textToVideo.CreateTextToVideoInput, { gen4_5 });
    const { pathIds, body } = requestInputs.createTextToVideo.toRequest(input);
    expect(pathIds).toEqual([]);
    expect(body).toStrictEqual({
      model: 'gen4.5',
      promptText: 'A cat',
      ratio: '1280:720',
      duration: 5,
    });
    expect(ajv.validate(REQUEST_SCHEMAS['textToVideo.create'] ?? false, body)).toBe(true);
  });

  it('keep a reference image apart from a first frame', () => {
    const { FIRST } = imageToVideo.CreateImageToVideoHailuo3PromptImagePosition;
    const image = imageToVideo.CreateImageToVideoHailuo3PromptImageInput;
    const request = (promptImage: InstanceType<typeof image>): unknown =>
      requestInputs.createImageToVideo.toRequest(
        make(imageToVideo.CreateImageToVideoInput, {
          hailuo3: make(imageToVideo.CreateImageToVideoHailuo3Input, {
            promptText: 'A cat',
            promptImage: [promptImage],
          }),
        }),
      ).body['promptImage'];
    expect(request(make(image, { uri: URL }))).toStrictEqual([{ uri: URL }]);
    expect(request(make(image, { uri: URL, position: FIRST }))).toStrictEqual([
      { uri: URL, position: 'first' },
    ]);
  });

  it('fill in the one position that a model has', () => {
    const gen4Turbo = make(imageToVideo.CreateImageToVideoGen4TurboInput, {
      promptImage: [make(imageToVideo.CreateImageToVideoGen4TurboPromptImageInput, { uri: URL })],
      ratio: '1280:720',
    });
    const input = make(imageToVideo.CreateImageToVideoInput, { gen4Turbo });
    expect(requestInputs.createImageToVideo.toRequest(input).body).toStrictEqual({
      model: 'gen4_turbo',
      promptImage: [{ uri: URL, position: 'first' }],
      ratio: '1280:720',
    });
  });

  it("tell keyframes apart and restore Runway's names", () => {
    const aleph2 = make(videoToVideo.CreateVideoToVideoAleph2Input, {
      videoUri: 'runway://video',
      keyframes: [
        make(videoToVideo.CreateVideoToVideoAleph2KeyframesInput, {
          atSeconds: make(videoToVideo.CreateVideoToVideoAleph2KeyframesAtSecondsInput, {
            seconds: 2,
            uri: URL,
            range: make(videoToVideo.CreateVideoToVideoAleph2KeyframesAtSecondsRangeInput, {
              startSeconds: 1,
              endSeconds: 3,
            }),
          }),
        }),
      ],
    });
    const input = make(videoToVideo.CreateVideoToVideoInput, { aleph2 });
    expect(requestInputs.createVideoToVideo.toRequest(input).body).toStrictEqual({
      model: 'aleph2',
      videoUri: 'runway://video',
      keyframes: [{ seconds: 2, uri: URL, range: { end_seconds: 3, start_seconds: 1 } }],
    });
  });

  it("take a workflow's id into the path and its entries into maps", () => {
    const value = (
      fields: Partial<workflow.RunWorkflowNodeOutputsOutputsValueInput>,
    ): workflow.RunWorkflowNodeOutputsOutputsValueInput =>
      make(workflow.RunWorkflowNodeOutputsOutputsValueInput, fields);
    const input = make(workflow.RunWorkflowInput, {
      workflowId: 'w-1',
      nodeOutputs: [
        make(workflow.RunWorkflowNodeOutputsInput, {
          nodeId: '__proto__',
          outputs: [
            make(workflow.RunWorkflowNodeOutputsOutputsInput, {
              key: 'seed',
              value: value({
                primitive: make(workflow.RunWorkflowNodeOutputsOutputsValuePrimitiveInput, {
                  value: make(workflow.RunWorkflowNodeOutputsOutputsValuePrimitiveValueInput, {
                    number: 0,
                  }),
                }),
              }),
            }),
            make(workflow.RunWorkflowNodeOutputsOutputsInput, {
              key: 'face',
              value: value({
                image: make(workflow.RunWorkflowNodeOutputsOutputsValueImageInput, { uri: URL }),
              }),
            }),
          ],
        }),
      ],
    });
    const { pathIds, body } = requestInputs.runWorkflow.toRequest(input);
    expect(pathIds).toEqual(['w-1']);
    expect(JSON.stringify(body)).toBe(
      `{"nodeOutputs":{"__proto__":{"seed":{"type":"primitive","value":0},"face":{"type":"image","uri":"${URL}"}}}}`,
    );
  });

  it('refuse what is no instance of their class, and an input without a member', () => {
    const { toRequest } = requestInputs.createTextToVideo;
    expect(() => toRequest({ gen4_5: {} })).toThrow(TypeError);
    expect(() => toRequest(new textToVideo.CreateTextToVideoInput())).toThrow('no member set');
  });
});
