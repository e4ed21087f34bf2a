import { contextOf, type GeneratorSources } from '../../../schema/generate/context.js';
import { replayVersion } from '../../../schema/generate/replay.js';
import { Report } from '../../../schema/generate/report.js';
import { addedBetween } from '../../../schema/generate/sdk-changes.js';
import { updatePage } from '../../../schema/generate/update-page.js';
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
      ],
      checks: [{ name: 'check:types', passed: false }],
    });
    expect(page).toContain("# Runway's SDK: 1.0.0 to 1.1.0");
    expect(page).toContain('## New models\n\n- `films.create <beta_2>`');
    expect(page).toContain('## Prices unknown\n\n- `createFilm beta_2`');
    expect(page).toContain('- `check:types: failed`');
    expect(page).toContain('createFilm mood: neutral words.');
    expect(page).not.toContain('Breaks clients');
  });

  it('is replayed with Runway’s withdrawals told from breaks of our own', () => {
    const first = replayVersion(sourcesOf(TINY_SDK), undefined);
    const second = replayVersion(sourcesOf(newer), first);
    expect(second.unexplained).toEqual([]);
    expect(second.withdrawn.length).toBeGreaterThan(3);
    expect(second.added).toBeGreaterThan(3);
    const renamed = first.sdl.replaceAll('promptText', 'promptWords');
    const third = replayVersion(sourcesOf(newer), { ...second, sdl: renamed });
    expect(third.unexplained).not.toEqual([]);
  });
});
