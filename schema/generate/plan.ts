import type { MediaKind } from './shape.js';

/**
 * The graph's side of a request: input classes with their fields, rules and mappings, ready to be
 * written down. Made from shapes by planner.ts.
 */
export interface InputPlan {
  readonly field: string;
  readonly method: string;
  readonly root: InputClass;
  /** All classes, children before parents. */
  readonly classes: readonly InputClass[];
  readonly enums: readonly EnumPlan[];
  /** Fields of the root that go into the path, in order. */
  readonly pathIds: readonly string[];
}

export interface InputClass {
  /** e.g. `CreateTextToVideoGen4_5Input`. */
  readonly name: string;
  readonly description: string;
  /** The SDK's type of what the mapping makes, as a TypeScript expression. */
  readonly sdkType: string;
  /**
   * object: fields become properties. choice: exactly one field, its own mapping decides.
   * entry: a key and a value of a map; has no mapping of its own.
   */
  readonly kind: 'object' | 'choice' | 'entry';
  readonly fields: readonly InputField[];
  /** Literals that the mapping writes. */
  readonly tags: readonly Tag[];
  /** A required property is left out, so that the SDK's type is not reached. */
  readonly partial: boolean;
}

export interface Tag {
  readonly name: string;
  readonly value: string | number;
}

export interface InputField {
  readonly name: string;
  /** The property of Runway's object; for a path id and a choice's member the field's own name. */
  readonly property: string;
  /** Where the value goes in Runway's body (see shape.ts); '' for a path id. */
  readonly path: string;
  readonly type: FieldType;
  /** Runway requires the property. */
  readonly required: boolean;
  /** The schema requires the field; a required property may be spread over several fields. */
  readonly nonNull: boolean;
  /** Null may be given, and Runway is told so. */
  readonly nullable: boolean;
  readonly description: string;
  /** Decorators, e.g. `MaxLength(1000)`. */
  readonly rules: readonly string[];
  /** The literal that stands in when the field is left out. */
  readonly fallback: string | null;
  /** The text that `true` stands for. */
  readonly flag: string | null;
  /** Runway takes a list, of which the field is the one entry. */
  readonly single: boolean;
  /** The SDK's type is narrower than the field's. */
  readonly cast: boolean;
  /** A member that is nothing but these: the field is `true`. */
  readonly tags: readonly Tag[];
}

export type ScalarName = 'String' | 'Int' | 'Float' | 'Boolean' | 'MediaUriScalar' | 'SeedScalar';

export type FieldType =
  | {
      readonly kind: 'scalar';
      readonly name: ScalarName;
      readonly list: boolean;
      readonly media: MediaKind | null;
      /** The only numbers allowed, where there are such. */
      readonly numbers: readonly number[] | null;
    }
  | { readonly kind: 'enum'; readonly name: string; readonly list: boolean }
  | { readonly kind: 'input'; readonly class: InputClass; readonly list: boolean }
  /** A map, as a list of entries. */
  | { readonly kind: 'map'; readonly entry: InputClass };

export interface EnumPlan {
  readonly name: string;
  readonly description: string;
  readonly values: readonly {
    readonly name: string;
    readonly value: string;
    readonly description: string;
  }[];
}

/** `CreateTextToVideoGen4_5Input` → `CreateTextToVideoGen4_5Body`. */
export function bodyName({ name }: InputClass): string {
  return `${name.slice(0, -'Input'.length)}Body`;
}
