import { readFileSync } from 'node:fs';
import { boundsInComment } from './bounds-comments.js';
import type { Bounds, BoundsDocument } from './bounds-document.js';
import { NO_MODEL } from './bounds-document.js';
import type { SdkMethodFacts } from './sdk.js';
import type { Create } from './shape.js';
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

/** The bounds of one create by path (see shape.ts). */
export type BoundsByPath = ReadonlyMap<string, Bounds>;

export interface MergedBounds {
  /** By root field. */
  readonly byField: ReadonlyMap<string, BoundsByPath>;
  /** Lines on comments that look like bounds and were understood by no rule. */
  readonly leftovers: readonly string[];
}

/** Overrides win over the document, the document wins over comments; bound by bound. */
export function mergeBounds(
  creates: readonly Create[],
  methods: readonly SdkMethodFacts[],
  document: BoundsDocument,
  overrides: readonly BoundsOverride[],
): MergedBounds {
  const used = new Set<string>();
  const leftovers = new Map<string, number>();
  const byField = new Map<string, BoundsByPath>();
  for (const create of creates) {
    const url = methods.find(({ name }) => name === create.method)?.path ?? '';
    const bounds = new Map<string, Bounds>();
    for (const property of propertiesOf(create.body)) {
      if (property.shape.kind === 'media' || property.shape.kind === 'literal') continue;
      const { model, within } = placeOf(create, property.path);
      const comment = boundsInComment(property);
      for (const text of comment.leftovers) leftovers.set(text, (leftovers.get(text) ?? 0) + 1);
      let merged: Bounds = { ...comment.bounds, ...inDocument(document[url], model, within) };
      overrides.forEach((override, index) => {
        if (!matches(override, create.method, model, within)) return;
        for (const key of keysOf(index, create.method, model, within)) used.add(key);
        merged = { ...merged, ...override.bounds };
      });
      if (Object.keys(merged).length > 0) bounds.set(property.path, merged);
    }
    byField.set(create.field, bounds);
  }
  refuseUnused(overrides, used);
  const lines = [...leftovers].map(([text, count]) => `"${text}" (${String(count)}×)`).sort();
  return { byField, leftovers: lines };
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
function placeOf(create: Create, path: string): { model: string; within: string } {
  const { model, within } = splitPath(path);
  if (model !== '') return { model, within };
  const only =
    create.body.kind === 'object'
      ? create.body.properties.find(({ name }) => name === 'model')?.shape
      : undefined;
  return { model: only?.kind === 'literal' ? only.value : NO_MODEL, within };
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
