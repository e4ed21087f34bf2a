// Guarantee: shield decides scopes, graphql-depth-limit the depth, and class-validator the bounds. Each
// refusal here is a request that passes as soon as its one rule is taken out: no other rule stands in.
import { getMetadataStorage } from 'class-validator';
import { isInputObjectType } from 'graphql';
import { getMetadataStorage as graphMetadata } from 'type-graphql';
import * as imageToVideo from '../../src/generated/graph/create-image-to-video.js';
import * as soundEffect from '../../src/generated/graph/create-sound-effect.js';
import * as textToImage from '../../src/generated/graph/create-text-to-image.js';
import * as textToVideo from '../../src/generated/graph/create-text-to-video.js';
import * as workflow from '../../src/generated/graph/run-workflow.js';
import type { Operation } from '../../src/operations/operation.js';
import { operations } from '../../src/operations/operations.js';
import type { RuleContext } from '../../src/scalars/rules/rule.js';
import { DOCUMENT_LIMITS } from '../../src/policy/document/document-limits.js';
import { graph, leastAround, valueOf } from '../support/client/least-input.js';
import { startGateway, type TestGateway } from '../support/gateway/start-gateway.js';
import { jsonHeaders, post, type WireAnswer } from '../support/client/wire.js';
import { WAV_DATA_URI } from '../api/fixtures/media.js';

const PNG_URL = 'https://assets.example.com/a.png';
const NODE_ID = '3f2f0f3e-6c1d-4a3b-9a57-0f8a52e8f0c1';

async function send(
  gateway: TestGateway,
  body: { readonly query: string; readonly variables?: object },
  key = gateway.operatorKey,
): Promise<WireAnswer> {
  return await post(gateway.url, JSON.stringify(body), jsonHeaders(key));
}

function codesIn({ errors }: WireAnswer): string[] {
  return errors.map(({ extensions }) => extensions.code);
}

afterEach(() => jest.restoreAllMocks());

describe('a scope', () => {
  let gateway: TestGateway;
  let key: string;

  beforeAll(async () => {
    gateway = await startGateway();
    key = await gateway.keyOf('acme', ['ROUTER_READ']);
  });

  afterAll(() => gateway.stop());

  it.each([
    ['tasks', '{ tasks(first: 1) { pageInfo { hasNextPage } } }'],
    ['voices', '{ voices(first: 1) { totalCount } }'],
    ['createUpload', 'mutation { createUpload(input: { filename: "a.png" }) { runwayUri } }'],
  ] as const)('is what refuses %s, by the rule of its row', async (field, query) => {
    expect(codesIn(await send(gateway, { query }, key))).toEqual(['FORBIDDEN']);
    const row: Operation = operations[field];
    jest.replaceProperty(row, 'scope', 'viewer');
    expect(codesIn(await send(gateway, { query }, key))).toEqual([]);
  });
});

describe('a document', () => {
  const query = '{ tasks(first: 1) { edges { node { id } } } }';

  it.each([
    ['is refused for one level more than the limit', 2, ['DOCUMENT_TOO_LARGE']],
    ['passes where the limit allows its levels', 3, []],
  ] as const)('%s', async (_name, depthMax, codes) => {
    jest.replaceProperty(DOCUMENT_LIMITS, 'depthMax', depthMax);
    const gateway = await startGateway();
    try {
      expect(codesIn(await send(gateway, { query }))).toEqual(codes);
    } finally {
      await gateway.stop();
    }
  });
});

interface Bound {
  /** As class-validator names the rule. */
  readonly constraint: string;
  /** As a client reads it. */
  readonly rule: string;
  readonly Input: new () => object;
  readonly property: string | readonly string[];
  readonly field: string;
  /** Breaks this rule of class-validator and no other. */
  readonly input: object;
  /** The rule that refuses it without this one. Default: none, the request passes. */
  readonly next?: string;
}

const gen45 = { promptText: 'A fox', ratio: 'RATIO_1280_720', duration: 5 };
const image = (uri: string): object => ({ uri, position: 'FIRST' });

const ofTextToVideo = (property: string, value: unknown) => ({
  Input: textToVideo.CreateTextToVideoGen4_5Input,
  property,
  field: 'createTextToVideo',
  input: { gen4_5: { ...gen45, [property]: value } },
});

const BOUNDS: readonly Bound[] = [
  { constraint: 'min', rule: 'min', ...ofTextToVideo('duration', 1) },
  { constraint: 'max', rule: 'max', ...ofTextToVideo('duration', 11) },
  { constraint: 'minLength', rule: 'minLength', ...ofTextToVideo('promptText', '') },
  {
    constraint: 'onlyOne',
    rule: 'onlyOne',
    Input: imageToVideo.CreateImageToVideoSeedance2Input,
    // Each of the two refuses the other.
    property: ['duration', 'durationAuto'],
    field: 'createImageToVideo',
    input: {
      seedance2: {
        promptText: 'A fox',
        promptImage: [image(PNG_URL)],
        duration: 5,
        durationAuto: true,
      },
    },
  },
  {
    constraint: 'isIn',
    rule: 'allowedValues',
    Input: soundEffect.CreateSoundEffectSeedAudioInput,
    property: 'sampleRate',
    field: 'createSoundEffect',
    input: { seedAudio: { promptText: 'Rain', sampleRate: 12_345 } },
  },
  {
    constraint: 'matches',
    rule: 'pattern',
    Input: textToImage.CreateTextToImageGen4ImageReferenceImagesInput,
    property: 'tag',
    field: 'createTextToImage',
    input: {
      gen4Image: {
        promptText: 'A fox',
        ratio: 'RATIO_1280_720',
        referenceImages: [{ uri: PNG_URL, tag: 'a-b-c' }],
      },
    },
  },
  {
    constraint: 'arrayMinSize',
    rule: 'minItems',
    Input: imageToVideo.CreateImageToVideoGen4_5Input,
    property: 'promptImage',
    field: 'createImageToVideo',
    input: { gen4_5: { ...gen45, promptImage: [] } },
  },
  {
    constraint: 'mediaKind',
    rule: 'mediaKind',
    Input: imageToVideo.CreateImageToVideoGen4_5PromptImageInput,
    property: 'uri',
    field: 'createImageToVideo',
    input: { gen4_5: { ...gen45, promptImage: [image(WAV_DATA_URI)] } },
  },
  {
    constraint: 'unique',
    rule: 'unique',
    Input: workflow.RunWorkflowInput,
    property: 'nodeOutputs',
    field: 'runWorkflow',
    input: { workflowId: 'w', nodeOutputs: [1, 2].map(() => ({ nodeId: NODE_ID, outputs: [] })) },
    // No such workflow, which is found out behind the bounds.
    next: 'reference',
  },
];

/** Rules that are not tried above, each with its reason. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  isDefined: 'GraphQL refuses first: the fields are not null',
  notNull: 'Optional lets absence through and refuses null: test/api/input-checks',
  maxLength: 'the document check refuses first: test/security/input-bounds',
  maxItems: 'the document check refuses first: test/security/input-bounds',
  eachLength: 'the document check refuses first: test/security/input-bounds',
  eachMediaKind: 'as mediaKind: test/api/input-checks',
  eachAddress: 'not of a generated input: test/api/create-api-key',
  isLength: 'not of a generated input: test/api/set-runway-credential',
  eachPattern: 'as matches: test/unit/scalars/rules',
};

function rulesOf(Input: new () => object) {
  return getMetadataStorage().getTargetValidationMetadatas(Input, '', false, false);
}

type Family = Bound & { readonly name: string };

/** Each family of fields of which at most one may be given, from the rules, with two of them given. */
const FAMILIES: readonly Family[] = graphMetadata().inputTypes.flatMap(({ target, name: type }) => {
  const Input = target as new () => object;
  const rules = rulesOf(Input).filter(({ name }) => name === 'onlyOne');
  const families = rules.map(({ propertyName, context }) => {
    const [told = ''] = (context as RuleContext).allowed;
    return [propertyName, ...[...told.matchAll(/`(\w+)`/g)].map(([, other = '']) => other)].sort();
  });
  const different = new Map(families.map((family) => [family.join(' and '), family]));
  return [...different].flatMap(([names, property]) => {
    const given = leastRequest(type, property.slice(0, 2));
    const name = `${names} of ${type}`;
    return { name, constraint: 'onlyOne', rule: 'onlyOne', Input, property, ...given };
  });
});

/** The least input of a mutation in which an object of the type has these fields. */
function leastRequest(type: string, names: readonly string[]): Pick<Bound, 'field' | 'input'> {
  const within = graph.getType(type);
  const members = graph.getType('EstimateInput');
  if (!isInputObjectType(within) || !isInputObjectType(members)) throw new Error(`no ${type}`);
  const fields = Object.values(within.getFields()).filter(({ name }) => names.includes(name));
  const values = Object.fromEntries(fields.map((field) => [field.name, valueOf(field)]));
  for (const member of Object.values(members.getFields())) {
    const input = leastAround(member.type, type, values);
    if (input !== undefined) return { field: member.name, input: input as object };
  }
  throw new Error(`No mutation takes a ${type}`);
}

/** From now on the decorator checks nothing; what is returned puts it back. */
function takeOut({ Input, property, constraint }: Bound): () => void {
  const properties = [property].flat();
  const found = rulesOf(Input).filter(
    ({ propertyName, name }) => properties.includes(propertyName) && name === constraint,
  );
  if (found.length !== properties.length) throw new Error(`Not one ${constraint} each`);
  const before = found.map(({ validateIf }) => validateIf);
  for (const rule of found) rule.validateIf = () => false;
  return () => {
    for (const [index, rule] of found.entries()) {
      const condition = before[index];
      if (condition === undefined) delete rule.validateIf;
      else rule.validateIf = condition;
    }
  };
}

describe('a bound of an input', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startGateway();
  });

  afterAll(() => gateway.stop());

  /** The rules that refuse the input; nothing is sent to Runway and nothing is kept. */
  async function refusingRules({ field, input }: Bound): Promise<string[]> {
    const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
    const query = `query ($input: ${type}!) {
      estimate(request: { ${field}: $input }) { credits }
    }`;
    const answer = await send(gateway, { query, variables: { input } });
    const rules = answer.errors.flatMap(({ extensions: { code, issues = [] } }) =>
      issues.length === 0 ? [code] : issues.map(({ rule }) => rule),
    );
    return [...new Set(rules)];
  }

  it('are tried of every family of fields that stand for one property', () => {
    expect(FAMILIES.length).toBeGreaterThanOrEqual(16);
  });

  it.each(FAMILIES.map((family) => [family.name, family] as const))(
    'refuses two of %s, and nothing else does',
    async (_name, family) => {
      expect(await refusingRules(family)).toEqual(['onlyOne']);
      const putBack = takeOut(family);
      try {
        expect(await refusingRules(family)).toEqual([]);
      } finally {
        putBack();
      }
    },
  );

  it.each(BOUNDS.map((bound) => [bound.constraint, bound] as const))(
    'is what refuses: %s',
    async (_name, bound) => {
      expect(await refusingRules(bound)).toEqual([bound.rule]);
      const putBack = takeOut(bound);
      try {
        expect(await refusingRules(bound)).toEqual(bound.next === undefined ? [] : [bound.next]);
      } finally {
        putBack();
      }
    },
  );

  it('is tried here, or has its reason', () => {
    const used = graphMetadata().inputTypes.flatMap(({ target }) =>
      rulesOf(target as new () => object)
        .filter(({ type }) => type === 'customValidation' || type === 'isDefined')
        .map(({ name }) => name),
    );
    const known = [...BOUNDS.map(({ constraint }) => constraint), ...Object.keys(ELSEWHERE)];
    expect([...new Set(used)].sort()).toEqual(known.sort());
  });
});
