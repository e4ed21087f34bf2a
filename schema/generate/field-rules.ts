import type { Bounds } from './bounds-document.js';
import type { FieldType } from './plan.js';
import type { Shape } from './shape.js';

/** Entries of a list or map for which Runway states no bound: no list may be without one. */
export const LIST_ENTRIES_MAX = 100;

/** The known bounds of a property: its own, and for a list those of its entries. */
export interface PropertyBounds {
  readonly own: Bounds;
  readonly entries: Bounds;
}

/** The fields that one property of Runway's is spread over. */
export interface Family {
  /** Fields that hold a value. */
  readonly values: readonly string[];
  /** Booleans that stand for one text. False counts as absent. */
  readonly flags: readonly string[];
}

/** Whether and when a field must be given. */
export interface Presence {
  readonly required: boolean;
  readonly nonNull: boolean;
  readonly nullable: boolean;
  /** The other fields of the same property. */
  readonly others: Family;
}

/** The decorators that say when a field is given. The first field of a family stands for all. */
export function presenceRules(presence: Presence, isFirst = true): string[] {
  const { required, nonNull, nullable, others } = presence;
  const isAlone = others.values.length + others.flags.length === 0;
  const alone = isAlone ? [] : [`Unless(${familySource(others)})`];
  if (required && nonNull) return ['IsDefined()'];
  if (required && isFirst && !nullable)
    return [`RequiredUnless(${familySource(others)})`, ...alone];
  return [nullable ? 'IsOptional()' : 'Optional()', ...alone];
}

function familySource({ values, flags }: Family): string {
  if (values.length + flags.length === 0) return '';
  return [values, flags]
    .map((names) => `[${names.map((name) => `'${name}'`).join(', ')}]`)
    .join(', ');
}

/** The decorators that check a value of one form, as source text. */
export function valueRules(
  shape: Shape,
  { own, entries }: PropertyBounds,
  type: FieldType,
): string[] {
  switch (shape.kind) {
    case 'string':
      return textRules(own);
    case 'numbers':
      return [`IsIn([${shape.values.join(', ')}])`];
    case 'number':
      return numberRules(own, type);
    case 'media':
      return [`IsMediaKind('${shape.media}')`];
    case 'list':
      return [...listRules(own), ...entryRules(shape.item, entries)];
    case 'map':
      return [
        ...(type.kind === 'map' ? [`UniqueBy('${type.entry.fields[0]?.name ?? ''}')`] : []),
        ...listRules(own),
        'ValidateNested({ each: true })',
      ];
    case 'object':
    case 'union':
    case 'mixed':
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

/** The seed's range is its scalar's. A whole number that is published as a Float is checked here. */
function numberRules({ integer, minimum, maximum }: Bounds, type: FieldType): string[] {
  if (type.kind === 'scalar' && type.name === 'SeedScalar') return [];
  return [
    ...(integer === true && type.kind === 'scalar' && type.name === 'Float' ? ['IsInt()'] : []),
    ...(minimum === undefined ? [] : [`Min(${String(minimum)})`]),
    ...(maximum === undefined ? [] : [`Max(${String(maximum)})`]),
  ];
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
  return ['object', 'union', 'mixed'].includes(item.kind) ? ['ValidateNested({ each: true })'] : [];
}

function eachTextRules({ minLength, maxLength, pattern }: Bounds): string[] {
  const hasLength = minLength !== undefined || maxLength !== undefined;
  const length = `${String(minLength ?? 0)}, ${maxLength === undefined ? 'Infinity' : String(maxLength)}`;
  return [
    ...(hasLength ? [`EachLength(${length})`] : []),
    ...(pattern === undefined ? [] : [`EachMatches(${String(new RegExp(pattern))})`]),
  ];
}
