import type { MediaKind } from './media-kind.js';

/**
 * What a mutation takes, as a form shows it. Generated from the same facts as the schema, because a
 * server may keep its schema to itself.
 */
export interface OperationForm {
  /** The mutation. */
  readonly operation: string;
  readonly description: string;
  /** A choice by model, or one object. */
  readonly type: ObjectType | ChoiceType;
}

export interface FormField {
  readonly name: string;
  readonly description: string;
  readonly required?: boolean;
  /** Fields of which none may be given beside this one. */
  readonly excludes?: readonly string[];
  /** What Runway takes when nothing is given. */
  readonly initial?: string | number | boolean;
  readonly type: FieldType;
}

export interface EnumValue {
  /** Its name in the graph. */
  readonly name: string;
  /** Runway's own value. */
  readonly value: string;
  readonly words?: string;
}

export interface TextType {
  readonly kind: 'text';
  /** UTF-16 units. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly pattern?: string | undefined;
}

export interface NumberType {
  readonly kind: 'number';
  readonly whole: boolean;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** The only ones allowed. */
  readonly values?: readonly number[] | null;
}

export interface ObjectType {
  readonly kind: 'object';
  readonly fields: readonly FormField[];
}

/** Exactly one of the fields. */
export interface ChoiceType {
  readonly kind: 'choice';
  readonly fields: readonly FormField[];
}

export interface ListType {
  readonly kind: 'list';
  readonly min?: number | undefined;
  readonly max: number;
  readonly item: FieldType;
}

export type FieldType =
  | TextType
  | NumberType
  | ObjectType
  | ChoiceType
  | ListType
  | { readonly kind: 'boolean' }
  /** A member of a choice that says all by being chosen: true. */
  | { readonly kind: 'mark' }
  | { readonly kind: 'enum'; readonly values: readonly EnumValue[] }
  /** Null: any kind. */
  | { readonly kind: 'media'; readonly media: MediaKind | null };
