import { presenceRule } from './field-rules.js';
import { EXPOSED_LITERALS, UNTAGGED_MEMBERS } from './overrides.js';
import type { FieldType, InputField, ScalarName } from './plan.js';
import type { MediaKind, Property } from './shape.js';

/** `generate.video.create` → `RunwayML['generate']['video']['create']`. */
export function clientMember(method: string): string {
  return `RunwayML${method
    .split('.')
    .map((name) => `['${name}']`)
    .join('')}`;
}

export function isHiddenTag(property: Property): boolean {
  return property.shape.kind === 'literal' && !(property.name in EXPOSED_LITERALS);
}

export function untaggedMember(property: string): string {
  const name = UNTAGGED_MEMBERS[property];
  if (name === undefined) throw new Error(`UNTAGGED_MEMBERS has no name for ${property}`);
  return name;
}

export function scalar(
  name: ScalarName,
  facts: { media?: MediaKind | null; numbers?: readonly number[] } = {},
): FieldType {
  const { media = null, numbers = null } = facts;
  return { kind: 'scalar', name, list: false, media, numbers };
}

export function pathIdField(id: {
  name: string;
  description: string;
  pattern: string;
}): InputField {
  return {
    name: id.name,
    property: id.name,
    path: '',
    type: scalar('String'),
    required: true,
    nullable: false,
    description: `${id.description} Form: \`${id.pattern}\`.`,
    rules: [presenceRule(true, false), `Matches(/${id.pattern}/)`],
    fallback: null,
    tags: [],
  };
}

export function refuseTwins(names: readonly string[]): void {
  const twin = names.find((name, index) => names.indexOf(name) !== index);
  if (twin !== undefined) throw new Error(`Two things would be called ${twin}`);
}
