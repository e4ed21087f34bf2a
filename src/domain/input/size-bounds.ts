/** A greatest size, with the words of the rule that sets it. */
export interface SizeBound {
  /** Entries of a list, or UTF-16 code units of a text. */
  readonly max: number;
  readonly rule: string;
  readonly message: string;
  readonly allowed: readonly string[];
}

/**
 * Bounds of an input field, as extensions of the graph's schema: the document check reads them there
 * before a value is coerced.
 */
export interface SizeBounds {
  readonly maxItems?: SizeBound;
  /** Of the text, or of every text of a list. */
  readonly maxLength?: SizeBound;
}
