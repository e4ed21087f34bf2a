import type { BoundsByPath } from './bounds-merge.js';
import { presenceRules, valueRules } from './field-rules.js';
import { fieldName } from './names.js';
import { MAPS, type MapNames } from './overrides.js';
import { memberField, scalar } from './plan-fields.js';
import type { FieldType, InputField } from './plan.js';
import type { Property, Shape } from './shape.js';

/** Characters of a map's key for which Runway states no bound. */
const KEY_LENGTH_MAX = 256;

/** What the key and the value of a map's entries are called. */
export function mapNames(key: string, property: Property): MapNames {
  return (
    MAPS[key] ?? {
      key: 'key',
      value: 'value',
      description: `One entry of \`${fieldName(property.name)}\`.`,
      keyDescription: 'The key. Each once.',
      valueDescription: 'The value.',
    }
  );
}

/** The two fields of a map's entry. `path` is that of the map's values. */
export function entryFields(
  names: MapNames,
  path: string,
  value: { readonly shape: Shape; readonly type: FieldType },
  bounds: BoundsByPath,
): readonly InputField[] {
  const keyBounds = { minLength: 1, maxLength: KEY_LENGTH_MAX, ...bounds.get(`${path}#`) };
  const valueBounds = { own: bounds.get(path) ?? {}, entries: bounds.get(`${path}[]`) ?? {} };
  const text = scalar('String');
  const keyRules = valueRules({ kind: 'string' }, { own: keyBounds, entries: {} }, text);
  const key = { name: names.key, path: `${path}#`, description: names.keyDescription, type: text };
  const content = {
    name: names.value,
    path,
    description: names.valueDescription,
    type: value.type,
  };
  return [
    required(memberField(key), keyRules),
    required(memberField(content), valueRules(value.shape, valueBounds, value.type)),
  ];
}

function required(field: InputField, rules: readonly string[]): InputField {
  const presence = { required: true, nonNull: true, nullable: false };
  const others = { values: [], flags: [] };
  return { ...field, ...presence, rules: [...presenceRules({ ...presence, others }), ...rules] };
}
