import type { Bounds } from './bounds-document.js';
import type { FieldType } from './plan.js';
import type { Property, Shape } from './shape.js';

/** GraphQL's Int ends here. */
const INT_MAX = 2_147_483_647;

/** The decorators that check one property, as source text. */
export function rulesOf(
  property: Property,
  required: boolean,
  bounds: Bounds,
  type: FieldType,
): string[] {
  return [
    presenceRule(required, property.nullable),
    ...(type.kind === 'map' ? [`UniqueBy('${type.entry.fields[0]?.name ?? ''}')`] : []),
    ...shapeRules(property.shape, bounds),
  ];
}

export function presenceRule(required: boolean, nullable: boolean): string {
  if (required) return 'Required()';
  return nullable ? 'OptionalOrNull()' : 'Optional()';
}

function shapeRules(shape: Shape, bounds: Bounds): string[] {
  switch (shape.kind) {
    case 'string':
      return textRules(bounds);
    case 'enum':
      return shape.open ? textRules(bounds) : [];
    case 'numbers':
      return [`AllowedNumbers(${shape.values.join(', ')})`];
    case 'number':
      return numberRules(bounds, shape.auto);
    case 'media':
      return [`IsMediaKind('${shape.media}')`];
    case 'list':
      return [...listRules(bounds), ...elementRules(shape.item)];
    case 'map':
    case 'object':
    case 'union':
      return [shape.kind === 'map' ? 'ValidateNested({ each: true })' : 'ValidateNested()'];
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
  return [
    ...(integer === true && auto ? ['Integer()'] : []),
    ...(minimum === undefined ? [] : [`Min(${String(minimum)})`]),
    ...(maximum === undefined ? [] : [`Max(${String(maximum)})`]),
  ];
}

function listRules({ minItems, maxItems }: Bounds): string[] {
  return [
    ...(minItems === undefined ? [] : [`MinItems(${String(minItems)})`]),
    ...(maxItems === undefined ? [] : [`MaxItems(${String(maxItems)})`]),
  ];
}

function elementRules(item: Shape): string[] {
  if (item.kind === 'media') return [`EachMediaKind('${item.media}')`];
  return item.kind === 'object' || item.kind === 'union' ? ['ValidateNested({ each: true })'] : [];
}
