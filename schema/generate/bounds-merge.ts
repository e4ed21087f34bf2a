import { readFileSync } from 'node:fs';
import type { CommentBounds } from './bounds-comments.js';
import { boundsInComment } from './bounds-comments.js';
import type { Bounds, BoundsDocument } from './bounds-document.js';
import { callOf, NO_MODEL } from './bounds-document.js';
import type { SdkMethodFacts } from './sdk.js';
import type { Property, SdkRequest, Shape } from './shape.js';
import type { Report } from './report.js';
import { formOf, propertiesOf, splitPath } from './shape.js';

/** A bound set by hand: newer than Runway's document, or more exact. */
export interface BoundsOverride {
  readonly methods: readonly string[];
  /** Members of the body; `*` for a body without models. */
  readonly models: readonly string[];
  readonly paths: readonly string[];
  readonly bounds: Bounds;
  /** Where the figures are from. */
  readonly source: string;
  /** ISO date of the source. */
  readonly date: string;
}

/** The bounds of one request by path (see shape.ts). */
export type BoundsByPath = ReadonlyMap<string, Bounds>;

/**
 * Bounds by SDK method. Overrides win over the document, the document wins over comments; bound by
 * bound. Comments that no rule understands and overrides that match nothing are reported.
 */
export function mergeBounds(
  requests: readonly SdkRequest[],
  methods: readonly Pick<SdkMethodFacts, 'name' | 'verb' | 'path'>[],
  { document, overrides }: BoundsFiles,
  report: Report,
): ReadonlyMap<string, BoundsByPath> {
  const used = new Set<string>();
  const leftovers = new Map<string, number>();
  const byMethod = new Map<string, BoundsByPath>();
  for (const request of requests) {
    const method = methods.find(({ name }) => name === request.method);
    const known = method === undefined ? undefined : document[callOf(method)];
    const bounds = new Map<string, Bounds>();
    for (const { path, comment } of placesIn(request)) {
      const { model, within } = placeOf(path);
      for (const text of comment.leftovers) leftovers.set(text, (leftovers.get(text) ?? 0) + 1);
      let merged: Bounds = { ...comment.bounds, ...inDocument(known, model, within) };
      overrides.forEach((override, index) => {
        if (!matches(override, request.method, model, within)) return;
        for (const key of keysOf(index, request.method, model, within)) used.add(key);
        merged = { ...merged, ...override.bounds };
      });
      if (Object.keys(merged).length > 0) bounds.set(path, merged);
    }
    byMethod.set(request.method, bounds);
  }
  reportUnused(overrides, used, report);
  for (const [text, count] of [...leftovers].sort()) {
    report.add('bounds', `"${text}"`, `left to Runway (${String(count)}×).`);
  }
  return byMethod;
}

interface BoundedPlace {
  readonly path: string;
  readonly comment: CommentBounds;
}

/** Properties, and the texts of lists, which have bounds of their own and no comment. */
function placesIn({ shape }: SdkRequest): BoundedPlace[] {
  return propertiesOf(shape)
    .filter(({ shape: { kind } }) => kind !== 'media' && kind !== 'literal')
    .flatMap((property: Property) => {
      const own = { path: property.path, comment: boundsInComment(property) };
      if (formOf(property.shape, 'list')?.item.kind !== 'string') return [own];
      const item = { path: `${property.path}[]`, comment: NO_COMMENT };
      return [own, item];
    })
    .concat(mapPlacesIn(shape, '').map((path) => ({ path, comment: NO_COMMENT })));
}

const NO_COMMENT: CommentBounds = { bounds: {}, leftovers: [] };

/** The keys of the maps in a shape, which have bounds of their own (see shape.ts for paths). */
function mapPlacesIn(shape: Shape, path: string): string[] {
  const properties = shape.kind === 'object' ? shape.properties : [];
  switch (shape.kind) {
    case 'map':
      return [`${path}{}#`, ...mapPlacesIn(shape.value, `${path}{}`)];
    case 'list':
      return mapPlacesIn(shape.item, `${path}[]`);
    case 'union':
      return shape.variants.flatMap((variant) => mapPlacesIn(variant.shape, ''));
    case 'mixed':
      return shape.forms.flatMap((form) => mapPlacesIn(form, path));
    default:
      return properties.flatMap((property) => mapPlacesIn(property.shape, property.path));
  }
}

export interface BoundsFiles {
  readonly document: BoundsDocument;
  readonly overrides: readonly BoundsOverride[];
}

/** Reads schema/runway/bounds.json and bounds.overrides.json. */
export function readBoundsFiles(): BoundsFiles {
  return {
    document: JSON.parse(readFileSync('schema/runway/bounds.json', 'utf8')) as BoundsDocument,
    overrides: JSON.parse(
      readFileSync('schema/runway/bounds.overrides.json', 'utf8'),
    ) as BoundsOverride[],
  };
}

/** The document's names of a place. */
function placeOf(path: string): { model: string; within: string } {
  const { model, within } = splitPath(path);
  return { model: model === '' ? NO_MODEL : model, within };
}

/** The document may or may not spell out a body's only model, and the tag of a shape that stands alone. */
function inDocument(
  models: BoundsDocument[string] | undefined,
  model: string,
  within: string,
): Bounds | undefined {
  const found = models?.[model] ?? models?.[NO_MODEL];
  return found?.[within] ?? found?.[within.replace(/<[^>]+>/g, '')];
}

function matches(override: BoundsOverride, method: string, model: string, path: string): boolean {
  return (
    override.methods.includes(method) &&
    override.models.includes(model) &&
    override.paths.includes(path)
  );
}

function keysOf(index: number, method: string, model: string, path: string): string[] {
  return [method, model, path].map((name) => `${String(index)} ${name}`);
}

/** A name in an override that matches nothing is left over from an older SDK. */
function reportUnused(
  overrides: readonly BoundsOverride[],
  used: ReadonlySet<string>,
  report: Report,
): void {
  overrides.forEach((override, index) => {
    const names = [...override.methods, ...override.models, ...override.paths];
    for (const name of names.filter((each) => !used.has(`${String(index)} ${each}`))) {
      report.add(
        'stale',
        'schema/runway/bounds.overrides.json',
        `nothing matches ${name} (${override.source}).`,
      );
    }
  });
}
