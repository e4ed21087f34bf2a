import { generationOperations } from '../../../src/operations/generation-operations.js';
import { SUMMARIES } from '../../runway/summaries.js';
import type { Bounds } from '../bounds-document.js';
import type { BoundsByPath } from '../bounds-merge.js';
import { enumValueName, memberName, namedValues } from '../names.js';
import type { InputRow, ObjectShape, Property, Variant } from '../shape.js';
import { formOf, variantsOf } from '../shape.js';
import type { GeneratedFiles, GeneratorContext } from '../step.js';
import { HEADER } from '../step.js';
import { literal } from './facts-source.js';

/** src/generated/facts/models.ts: what each model of each generation accepts. */
export function emitModels({ inputs, bounds }: GeneratorContext): GeneratedFiles {
  const rows = inputs
    .filter(({ field }) => field in generationOperations)
    .flatMap((row) =>
      variantsOf(row.shape).map((variant) =>
        factsOf(row, variant, bounds.get(row.method) ?? new Map<string, Bounds>()),
      ),
    );
  return new Map([['src/generated/facts/models.ts', `${TYPES}${literal(rows)};\n`]]);
}

const TYPES = `${HEADER}
/** One value of an enum: its GraphQL name and Runway's. */
export interface ModelValue {
  readonly name: string;
  readonly value: string;
}

/** What one model of one create accepts. A null bound is unknown, a null group is not offered. */
export interface ModelFacts {
  /** Root field. */
  readonly operation: string;
  /** Runway's name; null where a router or a recipe chooses. */
  readonly model: string | null;
  /** Field of the \`@oneOf\` input; null where the input has no members. */
  readonly member: string | null;
  /** What it is good at; null where schema/runway/summaries.ts has no line. */
  readonly summary: string | null;
  readonly ratios: readonly ModelValue[];
  readonly resolutions: readonly ModelValue[];
  readonly outputFormats: readonly ModelValue[];
  /** Seconds. \`values\` lists the only ones allowed, where there are such. */
  readonly durations: {
    readonly min: number | null;
    readonly max: number | null;
    readonly values: readonly number[] | null;
    readonly auto: boolean;
    readonly required: boolean;
  } | null;
  /** Characters (UTF-16 units). */
  readonly promptText: {
    readonly min: number | null;
    readonly max: number | null;
    readonly required: boolean;
  } | null;
  /** Sound can be switched on and off. */
  readonly audio: boolean;
  /** First and last frames, and references where a position may be left out. */
  readonly promptImages: {
    readonly max: number | null;
    readonly positions: readonly ModelValue[];
    readonly positionRequired: boolean;
  } | null;
  /** Most entries; 0 = not offered, null = no maximum is known. */
  readonly references: {
    readonly images: number | null;
    readonly videos: number | null;
    readonly audio: number | null;
  };
  readonly seed: boolean;
  /** How many outputs one task can make. */
  readonly outputs: {
    readonly min: number | null;
    readonly max: number | null;
    readonly values: readonly number[] | null;
  } | null;
}

/** Every model of every create, in the order of the operations table. */
export const MODELS: readonly ModelFacts[] = `;

function factsOf(row: InputRow, variant: Variant, bounds: BoundsByPath): object {
  const inner = find(variant.shape, 'input')?.shape;
  const shape = inner?.kind === 'object' ? inner : variant.shape;
  const of = (property: Property): Bounds => bounds.get(property.path) ?? {};
  const isUnion = row.shape.kind === 'union';
  return {
    operation: row.field,
    model: modelOf(variant.shape),
    member: isUnion ? memberName(variant.name) : null,
    summary: SUMMARIES[modelOf(variant.shape) ?? row.field] ?? null,
    ratios: values(find(shape, 'ratio', 'aspectRatio')),
    resolutions: values(find(shape, 'resolution')),
    outputFormats: values(find(shape, 'outputFormat')),
    durations: durationFacts(find(shape, 'duration'), of),
    promptText: textFacts(find(shape, 'promptText', 'prompt'), of),
    audio: find(shape, 'audio')?.shape.kind === 'boolean',
    promptImages: imageFacts(find(shape, 'promptImage'), of),
    references: {
      images: most(find(shape, 'references', 'referenceImages'), of),
      videos: most(find(shape, 'referenceVideos'), of),
      audio: most(find(shape, 'referenceAudio', 'referenceAudios'), of),
    },
    seed: find(shape, 'seed') !== undefined,
    outputs: countFacts(find(shape, 'outputCount'), of),
  };
}

type BoundsOf = (property: Property) => Bounds;

function find(shape: ObjectShape, ...names: readonly string[]): Property | undefined {
  return shape.properties.find(({ name, deprecated }) => names.includes(name) && !deprecated);
}

function modelOf(shape: ObjectShape): string | null {
  const model = find(shape, 'model')?.shape;
  return model?.kind === 'literal' ? String(model.value) : null;
}

function values(property: Property | undefined): object[] {
  if (property?.shape.kind === 'literal') {
    const value = String(property.shape.value);
    return [{ name: enumValueName(property.name, value), value }];
  }
  const form = property === undefined ? undefined : formOf(property.shape, 'enum');
  if (property === undefined || form === undefined) return [];
  return [...namedValues(property.name, form.values, property.comment).kept];
}

function countFacts(property: Property | undefined, of: BoundsOf): object | null {
  if (property === undefined) return null;
  const numbers = formOf(property.shape, 'numbers');
  if (numbers !== undefined) {
    const { values: allowed } = numbers;
    return { min: Math.min(...allowed), max: Math.max(...allowed), values: allowed };
  }
  const { minimum = null, maximum = null } = of(property);
  return { min: minimum, max: maximum, values: null };
}

function durationFacts(property: Property | undefined, of: BoundsOf): object | null {
  const count = countFacts(property, of);
  if (property === undefined || count === null) return null;
  const auto = formOf(property.shape, 'enum') ?? formOf(property.shape, 'literal');
  return { ...count, auto: auto !== undefined, required: !property.optional };
}

function textFacts(property: Property | undefined, of: BoundsOf): object | null {
  if (property === undefined) return null;
  const { minLength = null, maxLength = null } = of(property);
  return { min: minLength, max: maxLength, required: !property.optional };
}

function imageFacts(property: Property | undefined, of: BoundsOf): object | null {
  const list = property === undefined ? undefined : formOf(property.shape, 'list');
  if (property === undefined || list?.item.kind !== 'object') return null;
  const position = find(list.item, 'position');
  return {
    max: of(property).maxItems ?? null,
    positions: values(position),
    positionRequired: position?.optional === false && position.shape.kind !== 'literal',
  };
}

function most(property: Property | undefined, of: BoundsOf): number | null {
  return property === undefined ? 0 : (of(property).maxItems ?? null);
}
