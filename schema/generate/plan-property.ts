import type { Bounds } from './bounds-document.js';
import type { BoundsByPath } from './bounds-merge.js';
import { boundsFacts, type Descriptions } from './describe.js';
import type { Family, Presence, PropertyBounds } from './field-rules.js';
import { presenceRules, valueRules } from './field-rules.js';
import { fieldName, pascalCase } from './names.js';
import { partsOf, type Part } from './parts.js';
import type { FieldType, InputField } from './plan.js';
import type { Place } from './place.js';
import type { Published, PublishedField } from './published.js';
import { RUNWAY_REQUIRES_IT } from './published.js';
import type { Report } from './report.js';
import type { InputRow, Property, Shape } from './shape.js';
import { formsOf } from './shape.js';

/** What the fields of a property are made with. */
export interface PropertyTools {
  readonly row: InputRow;
  readonly bounds: BoundsByPath;
  readonly descriptions: Descriptions;
  readonly published: Published;
  readonly report: Report;
  typeOf(part: Part, property: Property, place: Place): FieldType | undefined;
}

/**
 * The fields of one property of Runway's: one, or a family of which at most one is given. None when
 * the property's type is not known.
 */
export function planProperty(
  property: Property,
  parent: Place,
  tools: PropertyTools,
): InputField[] {
  const name = fieldName(property.name);
  const release = {
    field: tools.published.field(`${parent.base}Input`, name),
    published: tools.published,
  };
  const fallback = fallbackOf(property, release.field, tools.published);
  const shape: Shape =
    property.shape.kind === 'literal'
      ? { kind: 'enum', values: [String(property.shape.value)], open: false }
      : property.shape;
  const parts = partsOf(shape, release).filter((part) => part.shape.kind !== 'unknown');
  const family = familyOf(name, parts);
  return parts.flatMap((part) => {
    const field = planPart(part, { property, name, parent, family, fallback, tools });
    return field === undefined ? [] : [field];
  });
}

interface PartContext {
  readonly property: Property;
  /** Name of the main field. */
  readonly name: string;
  readonly parent: Place;
  readonly family: Family;
  readonly fallback: string | null;
  readonly tools: PropertyTools;
}

function planPart(part: Part, context: PartContext): InputField | undefined {
  const { property, name, parent, fallback, tools } = context;
  const isMain = part.suffix === '';
  const own = `${name}${part.suffix}`;
  const bounds = boundsOf(part, property, fallback, tools.bounds);
  const published = tools.published.field(`${parent.base}Input`, own);
  const presence = presenceOf(own, published, context);
  const words = descriptionOf(part, bounds, context);
  const description = presence.isNewlyRequired ? `${words} ${RUNWAY_REQUIRES_IT}` : words;
  const sdkType = sdkTypeOf(part, property, parent);
  const base = `${parent.base}${pascalCase(own)}`;
  const place: Place = { path: property.path, base, sdkType, description, published };
  const type = tools.typeOf(part, property, place);
  if (type === undefined) return undefined;
  const { required, nonNull } = presence;
  return {
    name: own,
    property: property.name,
    path: property.path,
    type,
    required,
    nonNull,
    nullable: property.nullable && isMain,
    description,
    rules: [
      ...presenceRules({ ...presence, nullable: property.nullable && isMain }, isMain),
      ...(part.only === undefined ? [] : [`IsIn([${part.only.map(quote).join(', ')}])`]),
      ...(part.flag === undefined ? valueRules(part.shape, bounds, type) : []),
    ],
    fallback: isMain ? fallback : null,
    flag: part.flag ?? null,
    single: part.single === true,
    cast: part.only !== undefined,
    tags: [],
  };
}

/**
 * A property that Runway requires, and that the last release lets clients leave out, stays nullable in
 * the schema. That is reported until a release says it in the field's description.
 */
function presenceOf(
  own: string,
  published: PublishedField | undefined,
  { property, name, parent, family, fallback, tools }: PartContext,
): Presence & { readonly isNewlyRequired: boolean } {
  const { nullable } = property;
  const required = !property.optional && fallback === null;
  const isReleased =
    published === undefined ? tools.published.has(`${parent.base}Input`) : !published.nonNull;
  const isAlone = family.values.length + family.flags.length === 1;
  const isStrict = required && isAlone && !nullable;
  const isNewlyRequired = isStrict && isReleased;
  const isMain = own === name;
  if (required && !nullable && isReleased && isMain && published?.saysRequired !== true) {
    tools.report.add(
      'withdrawn',
      `${tools.row.field} ${property.path}`,
      'Runway requires it now; requests without it are refused.',
      '`npm run schema:release` tells it to clients in the description.',
    );
  }
  const others = without(family, own);
  return { required, nonNull: isStrict && !isReleased, nullable, others, isNewlyRequired };
}

function quote(text: string): string {
  return `'${text}'`;
}

function familyOf(name: string, parts: readonly Part[]): Family {
  const named = parts.map((part) => ({ ...part, name: `${name}${part.suffix}` }));
  return {
    values: named.filter(({ flag }) => flag === undefined).map((part) => part.name),
    flags: named.filter(({ flag }) => flag !== undefined).map((part) => part.name),
  };
}

function without({ values, flags }: Family, name: string): Family {
  return {
    values: values.filter((each) => each !== name),
    flags: flags.filter((each) => each !== name),
  };
}

/** The literal of a property that has no other, or the published default of one that had a default. */
function fallbackOf(
  { shape, optional }: Property,
  field: PublishedField | undefined,
  published: Published,
): string | null {
  if (shape.kind === 'literal') return String(shape.value);
  if (optional || shape.kind !== 'enum' || field === undefined || field.nonNull) return null;
  const value = published.valuesOf(field.type).get(field.fallback ?? '');
  return value !== undefined && shape.values.includes(value) ? value : null;
}

function boundsOf(
  part: Part,
  { path, shape }: Property,
  fallback: string | null,
  bounds: BoundsByPath,
): PropertyBounds {
  const known: Bounds = bounds.get(path) ?? {};
  const entries = bounds.get(`${path}[]`) ?? {};
  if (part.single === true) return { own: entries, entries: {} };
  const hasList = formsOf(shape).some((form) => form.kind === 'list');
  if (part.shape.kind !== 'list' && hasList) return { own: {}, entries: {} };
  return { own: { ...known, ...(fallback === null ? {} : { default: fallback }) }, entries };
}

function descriptionOf(part: Part, bounds: PropertyBounds, context: PartContext): string {
  const { property, name, family, tools } = context;
  const { row, descriptions } = tools;
  return [ownWords(), ...togetherWith()].join(' ');

  function ownWords(): string {
    if (part.flag !== undefined) return descriptions.flag(property.name, part.flag, name);
    if (part.suffix === 'Other') {
      const facts = boundsFacts(part.shape, bounds);
      return [`A value that \`${name}\` does not list, in Runway's spelling.`, ...facts].join(' ');
    }
    return descriptions.property(row.field, { ...property, shape: part.shape }, bounds);
  }

  function togetherWith(): string[] {
    const names = [...family.values, ...family.flags].map((each) => `\`${each}\``);
    if (names.length === 1) return [];
    const count = property.optional ? 'At most one' : 'Exactly one';
    return [`${count} of ${names.slice(0, -1).join(', ')} and ${String(names.at(-1))}.`];
  }
}

/** The SDK's type of the part, as a TypeScript expression. */
function sdkTypeOf(
  { shape, single }: Part,
  { name, shape: whole }: Property,
  parent: Place,
): string {
  const all = `NonNullable<${parent.base}Body['${name}']>`;
  if (single === true) return `${all}[number]`;
  if (whole.kind !== 'mixed' || shape.kind === 'mixed') return all;
  if (shape.kind === 'list') return `Extract<${all}, readonly unknown[]>`;
  return `Exclude<Extract<${all}, object>, readonly unknown[]>`;
}
