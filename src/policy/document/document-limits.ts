/** What one document may ask for. Each is far above what a client's own documents need. */
export interface DocumentLimits {
  /** UTF-16 code units of the text. */
  readonly lengthMax: number;
  readonly tokensMax: number;
  /** Brackets open at once: a parser recurses once or more for each. */
  readonly nestingMax: number;
  /** Fields, after fragments are expanded. */
  readonly selectionsMax: number;
  /** Aliased fields, after fragments are expanded. */
  readonly aliasesMax: number;
  readonly directivesMax: number;
  /** The same field, under the same name, in one selection set as written. */
  readonly duplicatesMax: number;
  /** Levels of fields; introspection is bounded by a rule of its own. */
  readonly depthMax: number;
  /** Points; see operations/ and document/cost.ts. */
  readonly costMax: number;
  /** Entries of lists and members of objects in variables, and in what all fields are given. */
  readonly valuesMax: number;
  /** Lists and objects in one another in variables: a walk over coerced values recurses for each. */
  readonly valueLevelsMax: number;
  /** UTF-16 code units of a String, and of an ID, whose field states no bound. */
  readonly textLengthMax: number;
  readonly idLengthMax: number;
}

export const DOCUMENT_LIMITS: DocumentLimits = {
  lengthMax: 100_000,
  tokensMax: 2_000,
  nestingMax: 100,
  selectionsMax: 1_000,
  aliasesMax: 30,
  directivesMax: 20,
  duplicatesMax: 5,
  depthMax: 10,
  costMax: 2_000,
  valuesMax: 10_000,
  valueLevelsMax: 32,
  textLengthMax: 1_000_000,
  idLengthMax: 1_000,
};
