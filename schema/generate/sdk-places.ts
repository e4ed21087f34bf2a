import { propertiesOf, type Shape } from './shape.js';

/** Every place of a request with the texts that it takes there. */
export function placesIn(shape: Shape): [string, readonly string[]][] {
  const members = membersIn(shape, '');
  const properties = propertiesOf(shape).map((property): [string, readonly string[]] => [
    property.path,
    textsOf(property.shape),
  ]);
  return [['', []], ...members, ...properties];
}

/** Members of unions, as places: `<gen4.5>`, `avatar<custom>`. */
function membersIn(shape: Shape, path: string): [string, readonly string[]][] {
  switch (shape.kind) {
    case 'object':
      return shape.properties.flatMap((property) => membersIn(property.shape, property.path));
    case 'union':
      return shape.variants.flatMap((variant) => [
        [`${path}<${variant.name}>`, []] as [string, readonly string[]],
        ...membersIn(variant.shape, ''),
      ]);
    case 'list':
      return membersIn(shape.item, `${path}[]`);
    case 'map':
      return [[`${path}{}`, []], ...membersIn(shape.value, `${path}{}`)];
    case 'mixed':
      return shape.forms.flatMap((form) => membersIn(form, path));
    default:
      return [];
  }
}

function textsOf(shape: Shape): readonly string[] {
  switch (shape.kind) {
    case 'enum':
      return shape.values;
    case 'literal':
      return [String(shape.value)];
    case 'list':
      return textsOf(shape.item);
    case 'mixed':
      return shape.forms.flatMap(textsOf);
    default:
      return [];
  }
}
