import type { GraphQLInputField, GraphQLInputType, GraphQLSchema } from 'graphql';
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

/** The form in which a field of an input is published. */
export interface PublishedField {
  readonly kind: 'text' | 'enum' | 'number' | 'boolean' | 'object' | 'choice';
  /** Name of the type, without list and non-null marks. */
  readonly type: string;
  readonly list: boolean;
  readonly nonNull: boolean;
  /** The description says that Runway requires it, although the schema lets it out. */
  readonly saysRequired: boolean;
  /** Name of the enum's value that stands in when the field is left out. */
  readonly fallback: string | undefined;
}

/** Stands in the description of a required property that the last release lets clients leave out. */
export const RUNWAY_REQUIRES_IT = 'Runway requires it.';

/** Also of a property that is spread over several fields, see plan-property.ts. */
const REQUIRED = new RegExp(`${RUNWAY_REQUIRES_IT}|\\bExactly one of \``);

const KINDS: Readonly<Record<string, PublishedField['kind']>> = {
  Int: 'number',
  Float: 'number',
  Seed: 'number',
  Boolean: 'boolean',
};

/**
 * What the last release promises to clients (schema/released.graphql): what it has keeps its kind and
 * its name.
 */
export class Published {
  readonly #schema: GraphQLSchema | undefined;

  constructor(sdl: string | undefined) {
    this.#schema = sdl === undefined ? undefined : buildSchema(sdl);
  }

  /** Whether a type of this name is published. */
  has(type: string): boolean {
    return this.#schema?.getType(type) !== undefined;
  }

  /** Whether an input is published as a choice of exactly one field; undefined when it is not published. */
  isChoice(input: string): boolean | undefined {
    const type = this.#schema?.getType(input);
    return isInputObjectType(type) ? type.isOneOf : undefined;
  }

  /** Names of the fields of an input; empty when it is not published. */
  fieldsOf(input: string): readonly string[] {
    const type = this.#schema?.getType(input);
    return isInputObjectType(type) ? Object.keys(type.getFields()) : [];
  }

  field(input: string, name: string): PublishedField | undefined {
    const type = this.#schema?.getType(input);
    const field: GraphQLInputField | undefined = isInputObjectType(type)
      ? type.getFields()[name]
      : undefined;
    if (field === undefined) return undefined;
    const fallback = /\bDefault: (\w+)\./.exec(field.description ?? '')?.[1];
    const saysRequired = REQUIRED.test(field.description ?? '');
    return { ...formOfType(field.type), fallback, saysRequired };
  }

  /** Runway's values of an enum by their names; the descriptions hold the originals. */
  valuesOf(name: string): ReadonlyMap<string, string> {
    const type = this.#schema?.getType(name);
    const values = isEnumType(type) ? type.getValues() : [];
    return new Map(
      values.flatMap((value): [string, string][] => {
        const original = /Runway's `(.+)`\.$/.exec(value.description ?? '')?.[1];
        return original === undefined ? [] : [[value.name, original]];
      }),
    );
  }
}

function formOfType(type: GraphQLInputType): Omit<PublishedField, 'fallback' | 'saysRequired'> {
  const nonNull = isNonNullType(type);
  const inner = isNonNullType(type) ? type.ofType : type;
  const named = getNamedType(inner);
  const kind = isEnumType(named)
    ? 'enum'
    : isInputObjectType(named)
      ? named.isOneOf
        ? 'choice'
        : 'object'
      : (KINDS[named.name] ?? 'text');
  return { kind, type: named.name, list: isListType(inner), nonNull };
}
