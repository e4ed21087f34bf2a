import type { Bounds } from './bounds-document.js';
import type { FieldType } from './plan.js';
import type { Property, Shape } from './shape.js';

/** GraphQL's Int ends here. */
const INT_MAX = 2_147_483_647;

/** Entries of a list or map for which Runway states no bound: no list may be without one. */
export const LIST_ENTRIES_MAX = 100;

/** The known bounds of a property: its own, and for a list those of its entries. */
export interface PropertyBounds {
  readonly own: Bounds;
  readonly entries: Bounds;
}

/** The decorators that check one property, as source text: class-validator's own where they say it. */
export function rulesOf(
  property: Property,
  required: boolean,
  bounds: PropertyBounds,
  type: FieldType,
): string[] {
  return [
    presenceRule(required, property.nullable),
    ...(type.kind === 'map' ? [`UniqueBy('${type.entry.fields[0]?.name ?? ''}')`] : []),
    ...shapeRules(property.shape, bounds),
  ];
}

export function presenceRule(required: boolean, nullable: boolean): string {
  if (required) return 'IsDefined()';
  return nullable ? 'IsOptional()' : 'Optional()';
}

function shapeRules(shape: Shape, { own, entries }: PropertyBounds): string[] {
  switch (shape.kind) {
    case 'string':
      return textRules(own);
    case 'enum':
      return shape.open ? textRules(own) : [];
    case 'numbers':
      return [`IsIn([${shape.values.join(', ')}])`];
    case 'number':
      return numberRules(own, shape.auto);
    case 'media':
      return [`IsMediaKind('${shape.media}')`];
    case 'list':
      return [...listRules(own), ...entryRules(shape.item, entries)];
    case 'map':
      return [...listRules(own), 'ValidateNested({ each: true })'];
    case 'object':
    case 'union':
      return ['ValidateNested()'];
    default:
      return [];
  }
}

function textRules({ minLength, maxLength, pattern }: Bounds): string[] {
  return [
    ...(minLength === undefined ? [] : [`MinLength(${String(minLength)})`]),
    ...(maxLength === undefined ? [] : [`MaxLength(${String(maxLength)})`]),
    ...(pattern === undefined ? [] : [`Matches(${String(new RegExp(pattern))})`]),
  ];
}

/** The seed's range is its scalar's; a whole number is an Int unless `auto` may stand for it. */
function numberRules({ integer, minimum, maximum }: Bounds, auto: boolean): string[] {
  if ((maximum ?? 0) > INT_MAX) return [];
  const bounds = [
    ...(integer === true && auto ? ['IsInt()'] : []),
    ...(minimum === undefined ? [] : [`Min(${String(minimum)})`]),
    ...(maximum === undefined ? [] : [`Max(${String(maximum)})`]),
  ];
  return auto && bounds.length > 0 ? ['UnlessAuto()', ...bounds] : bounds;
}

function listRules({ minItems, maxItems = LIST_ENTRIES_MAX }: Bounds): string[] {
  return [
    ...(minItems === undefined ? [] : [`ArrayMinSize(${String(minItems)})`]),
    `MaxItems(${String(maxItems)})`,
  ];
}

function entryRules(item: Shape, bounds: Bounds): string[] {
  if (item.kind === 'media') return [`EachMediaKind('${item.media}')`];
  if (item.kind === 'string') return eachTextRules(bounds);
  return item.kind === 'object' || item.kind === 'union' ? ['ValidateNested({ each: true })'] : [];
}

function eachTextRules({ minLength = 0, maxLength, pattern }: Bounds): string[] {
  if (maxLength === undefined && minLength > 0) {
    throw new Error('No rule says that each text of a list has a least length and no greatest');
  }
  return [
    ...(maxLength === undefined ? [] : [`EachLength(${String(minLength)}, ${String(maxLength)})`]),
    ...(pattern === undefined ? [] : [`EachMatches(${String(new RegExp(pattern))})`]),
  ];
}
