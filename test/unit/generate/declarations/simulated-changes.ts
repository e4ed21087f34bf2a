import { TINY_SDK } from './tiny-sdk.js';

/** One change of the tiny SDK's declarations that Runway could make. */
export interface SimulatedChange {
  readonly what: string;
  /** The whole source after the change. */
  readonly source: string;
  /** What the SDL has because of it. */
  readonly expected: readonly string[];
}

/** The tiny SDK with one text replaced; throws when it does not have it. */
export function changedSdk(from: string, to: string): string {
  if (!TINY_SDK.includes(from)) throw new Error(`The tiny SDK does not say ${from}`);
  return TINY_SDK.replace(from, to);
}

/** A property of the first model, after which others are added. */
export const STYLE = "style?: 'warm' | 'cold';";

type Row = readonly [what: string, from: string, to: string, expected: readonly string[]];

const ROWS: readonly Row[] = [
  [
    'a new model',
    '  export interface Beta {',
    "  export interface Gamma { model: 'gamma'; promptText: string; loud?: boolean }\n  export interface Beta {",
    [],
  ],
  ['a new value', "'16:9' | '9:16'", "'16:9' | '9:16' | '4:3'", ['RATIO_4_3']],
  ['an enum', STYLE, `${STYLE} mood?: 'calm' | 'wild';`, ['mood: CreateFilmAlpha1Mood', 'WILD']],
  [
    'a union of objects',
    STYLE,
    `${STYLE} voice?: { type: 'preset'; presetId: 'ann' } | { type: 'custom'; id: string };`,
    ['input CreateFilmAlpha1VoiceInput @oneOf {', 'preset: CreateFilmAlpha1VoicePresetInput'],
  ],
  [
    'a map',
    STYLE,
    `${STYLE} weights?: Record<string, number>;`,
    ['weights: [CreateFilmAlpha1WeightsInput!]', 'key: String!', 'value: Float!'],
  ],
  [
    'an index signature',
    STYLE,
    `${STYLE} labels?: { [key: string]: 'a' | 'b' };`,
    ['labels: [CreateFilmAlpha1LabelsInput!]'],
  ],
  [
    'a number or a literal',
    STYLE,
    `${STYLE} fps?: number | 'auto';`,
    ['fps: Float', 'fpsAuto: Boolean'],
  ],
  [
    'a set of numbers with a literal',
    STYLE,
    `${STYLE} fps?: 24 | 30 | 'auto';`,
    ['fps: Int', 'fpsAuto: Boolean'],
  ],
  [
    'an object without a name',
    STYLE,
    `${STYLE} crop?: { left: number; top?: number | null };`,
    ['crop: CreateFilmAlpha1CropInput', 'left: Float!'],
  ],
  [
    'a union of plain values',
    STYLE,
    `${STYLE} extra?: string | number | boolean;`,
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
    STYLE,
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
    'a second shape that nothing required tells apart',
    'contentModeration?: ContentModeration;',
    'contentModeration?: ContentModeration | { strictness?: number };',
    [
      'contentModeration: CreateFilmAlpha1ContentModerationInput',
      'contentModerationStrictness: CreateFilmAlpha1ContentModerationStrictnessInput',
    ],
  ],
  [
    'a second shape of entries',
    'cuts?: Array<Cut>;',
    'cuts?: Array<Cut | { fraction: number }>;',
    ['cuts: [CreateFilmAlpha1CutsInput!]', 'cutsFraction: [CreateFilmAlpha1CutsFractionInput!]'],
  ],
  [
    'a second shape of entries that has all of the first',
    'cuts?: Array<Cut>;',
    "cuts?: Array<Cut | { type: 'fade'; at: number; seconds?: number }>;",
    ['cuts: [CreateFilmAlpha1CutsInput!]', 'cutsType: [CreateFilmAlpha1CutsTypeInput!]'],
  ],
  [
    'an object beside the texts of a list',
    'words?: Array<string>;',
    'words?: Array<string | { text: string; weight?: number }>;',
    ['words: [String!]', 'wordsObject: [CreateFilmAlpha1WordsObjectInput!]'],
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
];

/** Changes by which Runway only adds. */
export const ADDITIONS: readonly SimulatedChange[] = ROWS.map(([what, from, to, expected]) => ({
  what,
  source: to.includes('Gamma') ? withGamma(changedSdk(from, to)) : changedSdk(from, to),
  expected,
}));

/** Changes by which Runway takes something away. */
export const WITHDRAWALS: readonly SimulatedChange[] = [
  { what: 'a property', source: changedSdk(STYLE, ''), expected: [] },
  { what: 'a model', source: changedSdk("model: 'beta'", "model: 'beta_2'"), expected: [] },
  { what: 'a value', source: changedSdk("'16:9' | '9:16'", "'16:9'"), expected: [] },
  { what: 'a choice', source: changedSdk('seed?: number', 'seed: number'), expected: [] },
];

function withGamma(source: string): string {
  const two = 'FilmCreateParams.Alpha1 | FilmCreateParams.Beta';
  return source.replace(two, `${two} | FilmCreateParams.Gamma`);
}
