// Guarantee: what Runway adds is an addition here, and needs no edit by hand.
import { buildSchema, findBreakingChanges } from 'graphql';
import { contextOf } from '../../../schema/generate/context.js';
import { proposeRows } from '../../../schema/generate/emit/proposals.js';
import { inputSdl } from '../../../schema/generate/input-sdl.js';
import type { Finding } from '../../../schema/generate/report.js';
import { ADDITIONS, changedSdk, STYLE } from './declarations/simulated-changes.js';
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

function breaksOf(sdl: string): string[] {
  return findBreakingChanges(buildSchema(before), buildSchema(sdl)).map(
    ({ description }) => description,
  );
}

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
    const twice = changedSdk(
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
  it.each(ADDITIONS.map((change) => [change.what, change] as const))(
    'is an addition: %s',
    (_what, { source, expected }) => {
      const { sdl } = generated(source, before);
      expect(breaksOf(sdl)).toEqual([]);
      for (const text of expected) expect(sdl).toContain(text);
      expect(generated(source, sdl).sdl).toBe(sdl);
    },
  );

  it('keeps its bounds: a model beside which another one stands', () => {
    const source = changedSdk("model: 'grow';", "model: 'grow' | 'grow_2';\n  note: string;");
    const { plans } = contextOf({
      methods: methodsIn(source),
      rows: ROWS,
      bounds: {
        document: { 'POST /v1/scales': { grow: { note: { maxLength: 10 } } } },
        overrides: [],
      },
      released: before,
    });
    const rulesOf = (input: string): readonly string[] | undefined =>
      plans
        .flatMap(({ classes }) => classes)
        .find(({ name }) => name === input)
        ?.fields.find(({ name }) => name === 'note')?.rules;
    expect(rulesOf('CreateScaleGrowInput')).toContain('MaxLength(10)');
    expect(rulesOf('CreateScaleGrow2Input')).toBeDefined();
  });

  it('is proposed as a row: a new method', () => {
    const source = changedSdk(
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
    const { sdl } = generated(changedSdk(STYLE, ''), before);
    expect(breaksOf(sdl)).toEqual([
      'CreateFilmAlpha1Style was removed.',
      'CreateFilmAlpha1Input.style was removed.',
    ]);
  });

  it('breaks clients of that alone: a model that has another name', () => {
    const { sdl } = generated(changedSdk("model: 'beta'", "model: 'beta_2'"), before);
    expect(breaksOf(sdl)).toEqual([
      'CreateFilmBetaInput was removed.',
      'CreateFilmInput.beta was removed.',
    ]);
    expect(sdl).toContain('beta2: CreateFilmBeta2Input');
  });

  it('breaks no document, and is reported: a property that must be given now', () => {
    const { sdl, findings } = generated(changedSdk('seed?: number', 'seed: number'), before);
    expect(breaksOf(sdl)).toEqual([]);
    expect(findings.filter(({ section }) => section === 'withdrawn')).toEqual([
      expect.objectContaining({ place: 'createFilm <beta>.seed' }),
    ]);
    const again = generated(changedSdk('seed?: number', 'seed: number'), sdl);
    expect(again.sdl).toBe(sdl);
    expect(again.findings.filter(({ section }) => section === 'withdrawn')).toEqual([]);
  });
});

describe('a property of two forms', () => {
  it('is reported once as withdrawn when it must be given now', () => {
    const source = changedSdk('duration?: number;', "duration: number | 'auto';");
    const { sdl, findings } = generated(source, before);
    const withdrawn = (list: readonly Finding[]) =>
      list.filter(({ section }) => section === 'withdrawn').map(({ place }) => place);
    expect(breaksOf(sdl)).toEqual([]);
    expect(withdrawn(findings)).toEqual(['createFilm <alpha_1>.duration']);
    expect(withdrawn(generated(source, sdl).findings)).toEqual([]);
  });
});

describe('what the generator does not know', () => {
  it('is left out with its place, and the rest is generated', () => {
    const { sdl, findings } = generated(
      changedSdk(STYLE, `${STYLE} odd?: [number, number]; mood?: 'calm' | 'wild';`),
      before,
    );
    expect(sdl).toContain('mood: CreateFilmAlpha1Mood');
    expect(findings.filter(({ section }) => section === 'shapes')).toEqual([
      expect.objectContaining({ place: 'films.create <alpha_1>.odd' }),
    ]);
  });
});
