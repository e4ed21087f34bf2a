// Guarantee: what the generator makes of a change of Runway's compiles against that change.
import { contextOf } from '../../../schema/generate/context.js';
import { emitGraph } from '../../../schema/generate/emit/graph.js';
import { inputSdl } from '../../../schema/generate/input-sdl.js';
import type { GeneratorContext } from '../../../schema/generate/step.js';
import { compileGraphs, type GeneratedGraph } from './declarations/compile-graph.js';
import { ADDITIONS, WITHDRAWALS } from './declarations/simulated-changes.js';
import { methodsIn, TINY_SDK } from './declarations/tiny-sdk.js';

function contextFor(source: string, released?: string): GeneratorContext {
  return contextOf({
    methods: methodsIn(source),
    rows: { createFilm: { sdk: ['films.create'] }, createScale: { sdk: ['scales.create'] } },
    bounds: { document: {}, overrides: [] },
    released,
  });
}

const released = inputSdl(contextFor(TINY_SDK).plans);

function graphOf(what: string, source: string, before?: string): GeneratedGraph {
  return { name: what, sdk: source, files: emitGraph(contextFor(source, before)) };
}

describe('the mappings of all simulated changes', () => {
  it('compile, over what was released before and afresh', () => {
    const graphs = [...ADDITIONS, ...WITHDRAWALS].flatMap(({ what, source }) => [
      graphOf(`${what} (released)`, source, released),
      graphOf(`${what} (afresh)`, source),
    ]);
    expect(compileGraphs(graphs)).toEqual([]);
  });

  it('do not compile over another SDK than theirs', () => {
    const { files } = graphOf('tiny', TINY_SDK);
    const sdk = TINY_SDK.replace('promptText: string;', 'promptWords: string;');
    expect(compileGraphs([{ name: 'tiny', sdk, files }])).toEqual([
      expect.stringContaining("'promptText'") as string,
    ]);
  });
});
