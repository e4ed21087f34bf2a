import type { GraphQLSchema } from 'graphql';
import type { JsonValue } from '../../../src/domain/input/json.js';
import { sample } from '../../support/load/sample.js';
import { callAs } from '../isolation/calls.js';
import type { RootField } from '../isolation/graph-slots.js';
import { placeOf } from '../isolation/matrix.js';
import { ownCalls } from '../isolation/own-calls.js';
import { mapTexts, pathsOf, withText, wordedLike, type Variables } from '../isolation/variables.js';
import type { Holder } from '../isolation/world.js';
import type { PlantedWords } from './planted-words.js';
import { placesIn, type PlaceKind } from './text-places.js';

const MEDIA = [
  ['image', 'png'],
  ['video', 'mp4'],
  ['audio', 'mp3'],
] as const;
const MISFITS_MAX = 20;

/** Of so many names of a field, a sample tries one: each takes a request. */
const NAMES_A_SAMPLE = 4;

/** Calls of one root field with words in them. */
export class PlantedCalls {
  readonly #kinds: ReadonlyMap<string, PlaceKind>;
  #mediaCount = 0;

  constructor(
    schema: GraphQLSchema,
    private readonly field: RootField,
    private readonly holder: Holder,
    private readonly words: PlantedWords,
  ) {
    this.#kinds = new Map(placesIn(schema, field).map(({ path, kind }) => [path, kind]));
  }

  /** The paths at which a name can stand: all with SAMPLES=all, and a sample in `npm test`. */
  get names(): readonly string[] {
    return sample(this.#pathsOf('name'), NAMES_A_SAMPLE, this.field.name);
  }

  /** The other ones, which the sample does not try. */
  get namesLeftOut(): readonly string[] {
    return this.#pathsOf('name').filter((path) => !this.names.includes(path));
  }

  /** Calls that are to succeed, with a word in all text of the client's own, in media and secrets. */
  accepted(): Variables[] {
    return this.#calls().map((call) => this.#plant(call));
  }

  /** The paths of text, media and secrets that a call has. */
  plantedIn(call: Variables): string[] {
    return pathsOf(call)
      .map(({ path }) => path)
      .filter((path) => ['words', 'media', 'secret'].includes(this.#kinds.get(path) ?? ''));
  }

  /** The secrets that a call gives. */
  secretsIn(call: Variables): string[] {
    return pathsOf(call).flatMap(({ path, text }) =>
      this.#kinds.get(path) === 'secret' ? [text] : [],
    );
  }

  /** A call with a word in the place of a name, which most of them do not survive. */
  misnamedAt(path: string): Variables {
    const calls = this.#calls();
    const shown = calls.find((call) => pathsOf(call).some((one) => one.path === path));
    const planted = this.#plant(shown ?? calls[0] ?? {});
    return withText(planted, path, this.words.word(`${this.field.name} ${path}`));
  }

  /** Calls that are refused: a word at every place together at which no text fits. */
  misfits(): { readonly call: Variables; readonly paths: readonly string[] }[] {
    const paths = this.#pathsOf('value');
    const [first = {}] = this.#calls();
    return chunksOf(paths).map((some) => ({
      paths: some,
      call: some.reduce(
        (call, path) => withText(call, path, this.words.word(`${this.field.name} ${path}`)),
        first,
      ),
    }));
  }

  #pathsOf(kind: PlaceKind): string[] {
    return [...this.#kinds].flatMap(([path, one]) => (one === kind ? [path] : []));
  }

  #calls(): Variables[] {
    const place = placeOf(this.field.name) ?? {};
    const { names = {}, calls = [] } = place;
    const namesNothing = Object.keys(names).length === 0 || names['idempotencyKey'] === 'ownKey';
    if (!namesNothing) return ownCalls(this.field, place, this.holder);
    return (calls.length === 0 ? [{}] : calls).flatMap((call: Variables) => {
      const made = callAs(this.field, place, call, this.holder.things);
      return made === undefined ? [] : [made];
    });
  }

  #plant(call: Variables): Variables {
    const { name } = this.field;
    const planted = mapTexts(call, (text, path) => {
      const kind = this.#kinds.get(path);
      if (kind === 'words') return wordedLike(text, this.words.word(`${name} ${path}`));
      if (kind === 'secret') return `key_${this.words.word(`${name} ${path}`)}`;
      return kind === 'media' ? this.#medium(text, path) : text;
    });
    const beside: Record<string, JsonValue> = {};
    for (const path of ['label', 'idempotencyKey']) {
      if (this.#kinds.get(path) === 'words') beside[path] = this.words.word(`${name} ${path}`);
    }
    return { ...planted, ...beside };
  }

  /** In turn an address of the same kind of medium, and bytes where those may stand. */
  #medium(text: string, path: string): string {
    const { things } = this.holder;
    const word = this.words.word(`${this.field.name} ${path}`);
    this.#mediaCount += 1;
    for (const [kind, ending] of MEDIA) {
      if (text !== things[kind] && !text.endsWith(`.${ending}`)) continue;
      if (kind === 'image' && this.#mediaCount % 2 === 0) return dataUri(word);
      return `https://assets.example.com/${word}.${ending}`;
    }
    return `https://assets.example.com/${word}`;
  }
}

/** Errors of a request are told up to 50 of them. */
function chunksOf(paths: readonly string[]): (readonly string[])[] {
  const chunks: (readonly string[])[] = [];
  for (let at = 0; at < paths.length; at += MISFITS_MAX)
    chunks.push(paths.slice(at, at + MISFITS_MAX));
  return chunks;
}

/** Looks like a picture to every check, with the word in its bytes. */
function dataUri(word: string): string {
  return `data:image/png;base64,${Buffer.from(`${word} ${word} ${word}`).toString('base64')}`;
}
