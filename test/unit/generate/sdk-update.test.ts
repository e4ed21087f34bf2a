import { contextOf, type GeneratorSources } from '../../../schema/generate/context.js';
import { replayVersion } from '../../../schema/generate/replay.js';
import { Report } from '../../../schema/generate/report.js';
import { addedBetween } from '../../../schema/generate/sdk-changes.js';
import { updatePage } from '../../../schema/generate/update-page.js';
import { typedRequestsIn } from '../../../schema/generate/typed-requests.js';
import type { GeneratorContext } from '../../../schema/generate/step.js';
import { methodsIn, TINY_SDK } from './declarations/tiny-sdk.js';

function sourcesOf(source: string): Omit<GeneratorSources, 'released'> {
  return {
    methods: methodsIn(source),
    rows: { createFilm: { sdk: ['films.create'] }, createScale: { sdk: ['scales.create'] } },
    bounds: { document: {}, overrides: [] },
  };
}

function contextFor(source: string): GeneratorContext {
  return contextOf({ ...sourcesOf(source), released: undefined });
}

const newer = TINY_SDK.replace("'16:9' | '9:16'", "'16:9' | '4:3'")
  .replace("style?: 'warm' | 'cold';", "mood?: 'calm' | 'wild';")
  .replace("model: 'beta'", "model: 'beta_2'");

describe('an update of the SDK', () => {
  it('is listed without what follows from something that is listed', () => {
    const [before, after] = [contextFor(TINY_SDK), contextFor(newer)];
    expect(addedBetween(before, after)).toEqual({
      methods: [],
      models: ['films.create <beta_2>'],
      properties: ['films.create <alpha_1>.mood'],
      values: ['films.create <alpha_1>.ratio 4:3'],
    });
    expect(addedBetween(after, before)).toEqual({
      methods: [],
      models: ['films.create <beta>'],
      properties: ['films.create <alpha_1>.style'],
      values: ['films.create <alpha_1>.ratio 9:16'],
    });
  });

  it('tells what the version before it did not have already', () => {
    const [earlier, later] = [new Report(), new Report()];
    const old = ['words', 'createFilm mood', 'neutral words.'] as const;
    const fresh = ['words', 'createFilm loud', 'neutral words.'] as const;
    earlier.add(...old);
    later.add(...old);
    later.add(...fresh);
    expect(later.since(earlier).map(({ place }) => place)).toEqual(['createFilm loud']);
  });

  it('is written down for the pull request', () => {
    const nothing = { methods: [], models: [], properties: [], values: [] };
    const page = updatePage({
      from: '1.0.0',
      to: '1.1.0',
      added: { ...nothing, models: ['films.create <beta_2>'] },
      withdrawn: nothing,
      unpriced: ['createFilm beta_2'],
      breaks: [],
      findings: [
        { section: 'words', place: 'createFilm mood', did: 'neutral words.', improve: '' },
        { section: 'added', place: 'films.retrieve mood', did: 'shown as Film.mood.', improve: '' },
      ],
      checks: [{ name: 'check:types', passed: false }],
    });
    expect(page).toContain("# Runway's SDK: 1.0.0 to 1.1.0");
    expect(page).toContain('## New models\n\n- `films.create <beta_2>`');
    expect(page).toContain('## Prices unknown\n\n- `createFilm beta_2`');
    expect(page).toContain('- `check:types: failed`');
    expect(page).toContain('createFilm mood: neutral words.');
    expect(page).toContain('films.retrieve mood: shown as Film.mood.');
    expect(page).not.toContain('Breaks clients');
  });

  it('is replayed with Runway’s withdrawals told from breaks of our own', () => {
    const first = replayVersion(sourcesOf(TINY_SDK), undefined, typedRequestsIn(TINY_SDK));
    const second = replayVersion(sourcesOf(newer), first, typedRequestsIn(newer));
    expect(second.unexplained).toEqual([]);
    expect(second.withdrawn.length).toBeGreaterThan(3);
    expect(second.added).toBeGreaterThan(3);
    const renamed = first.sdl.replaceAll('promptText', 'promptWords');
    const third = replayVersion(
      sourcesOf(newer),
      { ...second, sdl: renamed },
      typedRequestsIn(newer),
    );
    expect(third.unexplained).not.toEqual([]);
  });

  // Guarantee: a place that the generator overlooks is no withdrawal of Runway's.
  it('is judged by what the SDK declares, not by what the generator has read of it', () => {
    const first = replayVersion(sourcesOf(TINY_SDK), undefined, typedRequestsIn(TINY_SDK));
    const overlooked = TINY_SDK.replace("style?: 'warm' | 'cold';", '').replace(" | '9:16'", '');
    const second = replayVersion(sourcesOf(overlooked), first, typedRequestsIn(TINY_SDK));
    expect(second.withdrawn).toEqual([]);
    expect(second.unexplained).toEqual([
      'CreateFilmAlpha1Style was removed.',
      'CreateFilmAlpha1Input.style was removed.',
      'RATIO_9_16 was removed from enum type CreateFilmAlpha1Ratio.',
    ]);
  });
});

describe('the types of requests', () => {
  const typed = typedRequestsIn(`
    interface Params {
      list: Array<{ a: 1 } | { b: 'x' }>; map: { [key: string]: { c: 'y' | (string & {}) } };
      either: { type: 'one'; d: string } | { type: 'two'; e: number | 'auto' }; open: unknown;
    }
    class Things { make(body: Params): void {} find(id: string, query: { f?: string | null }): void {} }
    export class RunwayML { things: Things = new Things(); }
  `);

  it.each<[place: string, isThere: boolean]>([
    ['', true],
    ['list[].a', true],
    ['list[]<b>.b', true],
    ['list[]<b>.a', false],
    ['list.a', false],
    ['map{}', true],
    ['map{}#', true],
    ['map{}.c', true],
    ['map.c', false],
    ['either<one>.d', true],
    ['either<two>.d', false],
    ['either<three>', false],
    ['open[].anything', true],
    ['gone', false],
  ])('have, or have not, the place %s', (place, isThere) => {
    expect(typed.has('things.make', place)).toBe(isThere);
  });

  it('take the texts of a set, and any text of an open one', () => {
    const takes = (place: string, text: string) => typed.takes('things.make', place, text);
    expect([takes('either<two>.e', 'auto'), takes('either<two>.e', 'none')]).toEqual([true, false]);
    expect([takes('map{}.c', 'y'), takes('map{}.c', 'anything')]).toEqual([true, true]);
    expect(typed.has('things.find', 'f')).toBe(true);
    expect(typed.has('things.lose', '')).toBe(false);
  });
});
