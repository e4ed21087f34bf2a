// Guarantee: what Runway adds is an addition here, and needs no edit by hand.
import { buildSchema, findBreakingChanges } from 'graphql';
import { contextOf } from '../../../schema/generate/context.js';
import { proposeRows } from '../../../schema/generate/emit/proposals.js';
import { inputSdl } from '../../../schema/generate/input-sdl.js';
import type { Finding } from '../../../schema/generate/report.js';
import { methodsIn, TINY_SDK } from './declarations/tiny-sdk.js';

const ROWS = {
  createFilm: { sdk: ['films.create'] },
  createScale: { sdk: ['scales.create'] },
} as const;

interface Generated {
  readonly sdl: string;
  readonly findings: readonly Finding[];
}

/** The inputs that a source text makes, over what was published before. */
function generated(source: string, released?: string): Generated {
  const { plans, report } = contextOf({
    methods: methodsIn(source),
    rows: ROWS,
    bounds: { document: {}, overrides: [] },
    released,
  });
  return { sdl: inputSdl(plans), findings: report.list() };
}

const before = generated(TINY_SDK).sdl;

/** The tiny SDK with one text replaced; throws when it does not have it. */
function changed(from: string, to: string): string {
  if (!TINY_SDK.includes(from)) throw new Error(`The tiny SDK does not say ${from}`);
  return TINY_SDK.replace(from, to);
}

function breaksOf(sdl: string): string[] {
  return findBreakingChanges(buildSchema(before), buildSchema(sdl)).map(
    ({ description }) => description,
  );
}

const ALPHA = "style?: 'warm' | 'cold';";

describe('the tiny SDK', () => {
  it('makes the forms of the mapping table', () => {
    expect(before).toContain('input CreateFilmInput @oneOf {');
    expect(before).toContain('input CreateScaleInput @oneOf {');
    expect(before).toContain('ratio: CreateFilmAlpha1Ratio!');
    expect(before).toContain('videoUri: MediaUri!');
  });
});

describe('an interface with two declarations', () => {
  it('has the properties of both, each once', () => {
    const twice = changed(
      '  export interface Beta {',
      "  export interface ContentModeration { publicFigureThreshold?: 'auto' | 'low'; level?: number }\n  export interface Beta {",
    );
    const { sdl } = generated(twice);
    const own = /input CreateFilmAlpha1ContentModerationInput \{[^}]*\}/.exec(sdl)?.[0] ?? '';
    expect(own.match(/^ {2}\w+(?=:)/gm)?.map((name) => name.trim())).toEqual([
      'level',
      'publicFigureThreshold',
    ]);
  });
});

describe('what Runway adds', () => {
  it.each<[what: string, from: string, to: string, expected: readonly string[]]>([
    [
      'a new model',
      '  export interface Beta {',
      "  export interface Gamma { model: 'gamma'; promptText: string; loud?: boolean }\n  export interface Beta {",
      [],
    ],
    ['a new value', "'16:9' | '9:16'", "'16:9' | '9:16' | '4:3'", ['RATIO_4_3']],
    ['an enum', ALPHA, `${ALPHA} mood?: 'calm' | 'wild';`, ['mood: CreateFilmAlpha1Mood', 'WILD']],
    [
      'a union of objects',
      ALPHA,
      `${ALPHA} voice?: { type: 'preset'; presetId: 'ann' } | { type: 'custom'; id: string };`,
      ['input CreateFilmAlpha1VoiceInput @oneOf {', 'preset: CreateFilmAlpha1VoicePresetInput'],
    ],
    [
      'a map',
      ALPHA,
      `${ALPHA} weights?: Record<string, number>;`,
      ['weights: [CreateFilmAlpha1WeightsInput!]', 'key: String!', 'value: Float!'],
    ],
    [
      'an index signature',
      ALPHA,
      `${ALPHA} labels?: { [key: string]: 'a' | 'b' };`,
      ['labels: [CreateFilmAlpha1LabelsInput!]'],
    ],
    [
      'a number or a literal',
      ALPHA,
      `${ALPHA} fps?: number | 'auto';`,
      ['fps: Float', 'fpsAuto: Boolean'],
    ],
    [
      'a set of numbers with a literal',
      ALPHA,
      `${ALPHA} fps?: 24 | 30 | 'auto';`,
      ['fps: Int', 'fpsAuto: Boolean'],
    ],
    [
      'an object without a name',
      ALPHA,
      `${ALPHA} crop?: { left: number; top?: number | null };`,
      ['crop: CreateFilmAlpha1CropInput', 'left: Float!'],
    ],
    [
      'a union of plain values',
      ALPHA,
      `${ALPHA} extra?: string | number | boolean;`,
      ['input CreateFilmAlpha1ExtraInput @oneOf {', 'boolean: Boolean', 'string: String'],
    ],
    [
      'a literal beside a number',
      'duration?: number;',
      "duration?: number | 'auto';",
      ['durationAuto: Boolean'],
    ],
    [
      'an opened set',
      "ratio: '16:9' | '9:16';",
      "ratio: '16:9' | '9:16' | (string & {});",
      ['ratioOther: String', 'ratio: CreateFilmAlpha1Ratio'],
    ],
    [
      'a set that became free text',
      ALPHA,
      'style?: string;',
      ['style: CreateFilmAlpha1Style', 'styleOther: String'],
    ],
    [
      'a second shape of an object',
      'contentModeration?: ContentModeration;',
      'contentModeration?: ContentModeration | { strictness: number };',
      [
        'contentModeration: CreateFilmAlpha1ContentModerationInput',
        'contentModerationStrictness: CreateFilmAlpha1ContentModerationStrictnessInput',
      ],
    ],
    [
      'a list of what stood alone',
      'contentModeration?: ContentModeration;',
      'contentModeration?: ContentModeration | Array<ContentModeration>;',
      ['contentModerationList: [CreateFilmAlpha1ContentModerationListInput!]'],
    ],
    ['a property that may be left out', 'promptText: string;', 'promptText?: string;', []],
    [
      'a second model of a body with one',
      'export interface ScaleCreateParams {',
      "export type ScaleCreateParams = ScaleGrow | ScaleSmooth;\nexport interface ScaleSmooth { model: 'smooth'; frames: number }\nexport interface ScaleGrow {",
      ['smooth: CreateScaleSmoothInput', 'grow: CreateScaleGrowInput'],
    ],
    [
      'a second model of the same shape',
      "model: 'grow';",
      "model: 'grow' | 'grow_2';",
      ['grow2: CreateScaleGrow2Input', 'grow: CreateScaleGrowInput'],
    ],
  ])('is an addition: %s', (_what, from, to, expected) => {
    const source = changed(from, to).replace(
      'FilmCreateParams.Alpha1 | FilmCreateParams.Beta',
      to.includes('Gamma')
        ? 'FilmCreateParams.Alpha1 | FilmCreateParams.Beta | FilmCreateParams.Gamma'
        : 'FilmCreateParams.Alpha1 | FilmCreateParams.Beta',
    );
    const { sdl } = generated(source, before);
    expect(breaksOf(sdl)).toEqual([]);
    for (const text of expected) expect(sdl).toContain(text);
    expect(generated(source, sdl).sdl).toBe(sdl);
  });

  it('is proposed as a row: a new method', () => {
    const source = changed(
      'export class RunwayML {',
      `export class Dubs extends APIResource {
        create(body: ScaleCreateParams): APIPromise<FilmCreateResponse> {
          return this._client.post('/v1/dubs', { body });
        }
      }
      export class RunwayML {
        videoDubs: Dubs = new Dubs();`,
    );
    const { report, methods } = contextOf({
      methods: methodsIn(source),
      rows: ROWS,
      bounds: { document: {}, overrides: [] },
      released: before,
    });
    const known = new Set(['films.create', 'scales.create']);
    expect([...proposeRows(methods, known, report)]).toEqual([
      [
        'videoDubs.create',
        {
          field: 'createVideoDub',
          root: 'Mutation',
          scope: 'generate:video',
          cost: 100,
          spends: true,
        },
      ],
    ]);
    expect(report.list('methods')[0]?.improve).toContain('src/operations/not-yet-exposed.ts');
  });
});

describe('what Runway withdraws', () => {
  it('breaks clients of that alone: a property', () => {
    const { sdl } = generated(changed(ALPHA, ''), before);
    expect(breaksOf(sdl)).toEqual([
      'CreateFilmAlpha1Style was removed.',
      'CreateFilmAlpha1Input.style was removed.',
    ]);
  });

  it('breaks clients of that alone: a model that has another name', () => {
    const { sdl } = generated(changed("model: 'beta'", "model: 'beta_2'"), before);
    expect(breaksOf(sdl)).toEqual([
      'CreateFilmBetaInput was removed.',
      'CreateFilmInput.beta was removed.',
    ]);
    expect(sdl).toContain('beta2: CreateFilmBeta2Input');
  });

  it('breaks no document, and is reported: a property that must be given now', () => {
    const { sdl, findings } = generated(changed('seed?: number', 'seed: number'), before);
    expect(breaksOf(sdl)).toEqual([]);
    expect(findings.filter(({ section }) => section === 'withdrawn')).toEqual([
      expect.objectContaining({ place: 'createFilm <beta>.seed' }),
    ]);
    const again = generated(changed('seed?: number', 'seed: number'), sdl);
    expect(again.sdl).toBe(sdl);
    expect(again.findings.filter(({ section }) => section === 'withdrawn')).toEqual([]);
  });
});

describe('what the generator does not know', () => {
  it('is left out with its place, and the rest is generated', () => {
    const { sdl, findings } = generated(
      changed(ALPHA, `${ALPHA} odd?: [number, number]; mood?: 'calm' | 'wild';`),
      before,
    );
    expect(sdl).toContain('mood: CreateFilmAlpha1Mood');
    expect(findings.filter(({ section }) => section === 'shapes')).toEqual([
      expect.objectContaining({ place: 'films.create <alpha_1>.odd' }),
    ]);
  });
});
