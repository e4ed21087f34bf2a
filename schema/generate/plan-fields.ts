import { presenceRules, type Family } from './field-rules.js';
import type { FieldType, InputField, ScalarName } from './plan.js';
import type { MediaKind, Shape } from './shape.js';

/** Small makers of planned fields. */

const NO_OTHERS: Family = { values: [], flags: [] };

export function scalar(
  name: ScalarName,
  facts: { media?: MediaKind | null; numbers?: readonly number[] } = {},
): FieldType {
  const { media = null, numbers = null } = facts;
  return { kind: 'scalar', name, list: false, media, numbers };
}

type FieldFacts = Pick<InputField, 'name' | 'path' | 'description' | 'type'>;

/** A field of a choice. */
export function memberField(facts: FieldFacts): InputField {
  const presence = { required: false, nonNull: false, nullable: false, others: NO_OTHERS };
  return {
    ...facts,
    property: facts.name,
    required: false,
    nonNull: false,
    nullable: false,
    rules: [...presenceRules(presence), 'ValidateNested()'],
    fallback: null,
    flag: null,
    single: false,
    cast: false,
    tags: [],
  };
}

/** A field of a choice of plain values. */
export function scalarMember(kind: Shape['kind'], path: string, type: FieldType): InputField {
  const words: Readonly<Record<string, string>> = {
    string: 'A text.',
    number: 'A number.',
    boolean: 'Yes or no.',
  };
  return memberField({ name: kind, path, description: words[kind] ?? 'A value.', type });
}

export function pathIdField(id: {
  name: string;
  description: string;
  pattern: string;
}): InputField {
  const presence = { required: true, nonNull: true, nullable: false, others: NO_OTHERS };
  return {
    ...memberField({
      name: id.name,
      path: '',
      description: `${id.description} Form: \`${id.pattern}\`.`,
      type: scalar('String'),
    }),
    required: true,
    nonNull: true,
    rules: [...presenceRules(presence), `Matches(/${id.pattern}/)`],
  };
}

/** The fields of an object, and those that are left out because a field before them has their name. */
export function withoutTwins(fields: readonly InputField[]): {
  readonly kept: readonly InputField[];
  readonly left: readonly InputField[];
} {
  const names = fields.map(({ name }) => name);
  const isFirst = (field: InputField, index: number): boolean =>
    names.indexOf(field.name) === index;
  return {
    kept: fields.filter(isFirst),
    left: fields.filter((field, index) => !isFirst(field, index)),
  };
}
