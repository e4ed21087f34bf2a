import { PROPERTY_DESCRIPTIONS, VALUE_DESCRIPTIONS } from '../runway/descriptions.js';
import { MEMBER_DESCRIPTIONS, PLACE_DESCRIPTIONS } from '../runway/place-descriptions.js';
import type { Bounds } from './bounds-document.js';
import { LIST_ENTRIES_MAX, type PropertyBounds } from './field-rules.js';
import { enumValueName } from './names.js';
import type { Report } from './report.js';
import type { MediaKind, Property, Shape } from './shape.js';
import { splitPath } from './shape.js';

/** How Runway's document writes the form of a UUID; the rest is not read. */
const UUID_START = '[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4';

/** By URL. Source: Runway's page on inputs. */
const MEGABYTES_BY_URL: Readonly<Record<MediaKind, number>> = { image: 16, video: 32, audio: 32 };

/** Finds our own words for every place, and remembers which of them were needed. */
export class Descriptions {
  readonly #used = new Set<string>();
  readonly #report: Report;

  constructor(report: Report) {
    this.#report = report;
  }

  /** A property's description with kinds, bounds and default appended; neutral without words of ours. */
  property(field: string, property: Property, bounds: PropertyBounds): string {
    this.#used.add(property.name);
    const words =
      this.place(field, property.path) ??
      PROPERTY_DESCRIPTIONS[property.name] ??
      this.#neutral(field, property.path, 'descriptions.ts', `Runway's \`${property.name}\`.`);
    const facts = [
      ...boundsFacts(property.shape, bounds),
      ...defaultFacts(property.name, property.shape, bounds.own),
      ...(property.nullable ? ['Null: none.'] : []),
    ];
    return [words, ...facts].join(' ');
  }

  /**
   * The words for one place: by its exact path, without the model, or without any member's name.
   */
  place(field: string, path: string): string | undefined {
    const { within } = splitPath(path);
    const paths = [path, within, within.replace(/<[^>]+>/g, '')];
    for (const key of paths.map((each) => `${field} ${each}`)) {
      const words = PLACE_DESCRIPTIONS[key];
      if (words === undefined) continue;
      this.#used.add(key);
      return words;
    }
    return undefined;
  }

  /** A union's member, by its place or by its last step; neutral without words of ours. */
  member(field: string, path: string, tag: string): string {
    const step = path.slice(path.lastIndexOf('.') + 1);
    this.#used.add(step);
    return (
      this.place(field, path) ??
      MEMBER_DESCRIPTIONS[step] ??
      this.#neutral(field, path, 'place-descriptions.ts', `Of the kind \`${tag}\`.`)
    );
  }

  /** The Boolean that stands for one of Runway's texts beside a field of another form. */
  flag(property: string, value: string, main: string): string {
    const key = `${property} ${value}`;
    this.#used.add(key);
    const words = VALUE_DESCRIPTIONS[key];
    return [`Runway's \`${value}\` in place of \`${main}\`.`, ...(words ? [words] : [])].join(' ');
  }

  value(property: string, value: string): string {
    const key = `${property} ${value}`;
    const words = VALUE_DESCRIPTIONS[key] ?? mechanical(value);
    this.#used.add(key);
    return `${words} Runway's \`${value}\`.`.trim();
  }

  #neutral(field: string, path: string, file: string, words: string): string {
    this.#report.add(
      'words',
      `${field} ${path}`,
      'neutral words.',
      `Add words to schema/runway/${file}.`,
    );
    return words;
  }

  /** Entries that nothing asked for: left over from an older SDK. */
  unused(): string[] {
    const keys = [
      ...Object.keys(PLACE_DESCRIPTIONS),
      ...Object.keys(MEMBER_DESCRIPTIONS),
      ...Object.keys(PROPERTY_DESCRIPTIONS),
      ...Object.keys(VALUE_DESCRIPTIONS),
    ];
    return keys.filter((key) => !this.#used.has(key));
  }
}

/** Which media a uri may be, and how large. */
export function mediaFacts(media: MediaKind): string {
  const kind = `${media.charAt(0).toUpperCase()}${media.slice(1)}`;
  return `${kind} only: an https URL (up to ${String(MEGABYTES_BY_URL[media])} MB), a runway:// uri (up to 200 MB) or a data URI (up to 5 MB).`;
}

/** `1280:720` is a size, `16:9` a shape; for the rest the value is its own name. */
function mechanical(value: string): string {
  const [, width, height] = /^(\d+):(\d+)$/.exec(value) ?? [];
  if (width === undefined || height === undefined) return '';
  return Number(width) >= 100 ? `${width} × ${height} pixels.` : `${width} to ${height}.`;
}

export function boundsFacts(shape: Shape, { own: bounds, entries }: PropertyBounds): string[] {
  switch (shape.kind) {
    case 'media':
      return [mediaFacts(shape.media)];
    case 'string':
      return textFacts(bounds);
    case 'numbers':
      return [`One of ${shape.values.join(', ')}.`];
    case 'number':
      return spanFacts(bounds.minimum, bounds.maximum, () =>
        bounds.integer === true ? ', whole' : '',
      );
    case 'map':
      return entryFacts(bounds);
    case 'list':
      return [
        ...entryFacts(bounds),
        ...(shape.item.kind === 'media' ? [mediaFacts(shape.item.media)] : []),
        ...(shape.item.kind === 'string' ? textFacts(entries).map(ofEachEntry) : []),
      ];
    default:
      return [];
  }
}

function entryFacts({ minItems, maxItems = LIST_ENTRIES_MAX }: Bounds): string[] {
  return spanFacts(minItems, maxItems, (count) => (count === 1 ? ' entry' : ' entries'));
}

function ofEachEntry(fact: string): string {
  return `Each entry: ${fact.charAt(0).toLowerCase()}${fact.slice(1)}`;
}

function textFacts(bounds: Bounds): string[] {
  const length = spanFacts(bounds.minLength, bounds.maxLength, (count) =>
    count === 1 ? ' character (UTF-16 unit)' : ' characters (UTF-16 units)',
  );
  if (bounds.pattern === undefined) return length;
  return [
    ...length,
    bounds.pattern.includes(UUID_START) ? 'A UUID.' : `Form: \`${bounds.pattern}\`.`,
  ];
}

function spanFacts(
  low: number | undefined,
  high: number | undefined,
  unit: (count: number) => string,
): string[] {
  if (high === undefined) return low === undefined ? [] : [`At least ${String(low)}${unit(low)}.`];
  if (low === undefined) return [`At most ${String(high)}${unit(high)}.`];
  if (low === high) return [`Exactly ${String(high)}${unit(high)}.`];
  return [`${String(low)} to ${String(high)}${unit(high)}.`];
}

function defaultFacts(name: string, shape: Shape, bounds: Bounds): string[] {
  const value = bounds.default;
  if (value === undefined || value === '') return [];
  const text =
    shape.kind === 'enum' && typeof value === 'string' ? enumValueName(name, value) : String(value);
  return [`Default: ${text}.`];
}
