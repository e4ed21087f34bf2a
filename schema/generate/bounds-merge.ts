import { readFileSync } from 'node:fs';
import type { CommentBounds } from './bounds-comments.js';
import { boundsInComment } from './bounds-comments.js';
import type { Bounds, BoundsDocument } from './bounds-document.js';
import { callOf, NO_MODEL } from './bounds-document.js';
import type { SdkMethodFacts } from './sdk.js';
import type { Property, SdkRequest } from './shape.js';
import { propertiesOf, splitPath } from './shape.js';

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

export interface MergedBounds {
  /** By SDK method. */
  readonly byMethod: ReadonlyMap<string, BoundsByPath>;
  /** Lines on comments that look like bounds and were understood by no rule. */
  readonly leftovers: readonly string[];
}

/** Overrides win over the document, the document wins over comments; bound by bound. */
export function mergeBounds(
  requests: readonly SdkRequest[],
  methods: readonly Pick<SdkMethodFacts, 'name' | 'verb' | 'path'>[],
  document: BoundsDocument,
  overrides: readonly BoundsOverride[],
): MergedBounds {
  const used = new Set<string>();
  const leftovers = new Map<string, number>();
  const byMethod = new Map<string, BoundsByPath>();
  for (const request of requests) {
    const method = methods.find(({ name }) => name === request.method);
    const known = method === undefined ? undefined : document[callOf(method)];
    const bounds = new Map<string, Bounds>();
    for (const { path, comment } of placesIn(request)) {
      const { model, within } = placeOf(request, path);
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
  refuseUnused(overrides, used);
  const lines = [...leftovers].map(([text, count]) => `"${text}" (${String(count)}×)`).sort();
  return { byMethod, leftovers: lines };
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
      if (property.shape.kind !== 'list' || property.shape.item.kind !== 'string') return [own];
      const item = { path: `${property.path}[]`, comment: { bounds: {}, leftovers: [] } };
      return [own, item];
    });
}

/** Reads schema/runway/bounds.json and bounds.overrides.json. */
export function readBoundsFiles(): { document: BoundsDocument; overrides: BoundsOverride[] } {
  return {
    document: JSON.parse(readFileSync('schema/runway/bounds.json', 'utf8')) as BoundsDocument,
    overrides: JSON.parse(
      readFileSync('schema/runway/bounds.overrides.json', 'utf8'),
    ) as BoundsOverride[],
  };
}

/** The document's names of a place: a body with one model still says which. */
function placeOf(request: SdkRequest, path: string): { model: string; within: string } {
  const { model, within } = splitPath(path);
  if (model !== '') return { model, within };
  const only =
    request.shape.kind === 'object'
      ? request.shape.properties.find(({ name }) => name === 'model')?.shape
      : undefined;
  return { model: only?.kind === 'literal' ? String(only.value) : NO_MODEL, within };
}

/** The document may or may not spell out a body's only model. */
function inDocument(
  models: BoundsDocument[string] | undefined,
  model: string,
  within: string,
): Bounds | undefined {
  return (models?.[model] ?? models?.[NO_MODEL])?.[within];
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

/** Every name in an override must match somewhere: a stale entry is a mistake, not a wish. */
function refuseUnused(overrides: readonly BoundsOverride[], used: ReadonlySet<string>): void {
  overrides.forEach((override, index) => {
    const names = [...override.methods, ...override.models, ...override.paths];
    for (const name of names) {
      if (used.has(`${String(index)} ${name}`)) continue;
      throw new Error(`bounds.overrides.json: nothing matches ${name} (${override.source})`);
    }
  });
}
