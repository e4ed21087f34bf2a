/** The data of an answer without errors: every root field has its value. */
export type AnsweredData<Data> = { readonly [Field in keyof Data]: NonNullable<Data[Field]> };

/** Throws the errors of an answer that has any: a root field that failed is null beside its siblings. */
export function answered<Data>(answer: {
  readonly data?: Data | null | undefined;
  readonly errors?: readonly unknown[] | undefined;
}): AnsweredData<Data> {
  const { data, errors = [] } = answer;
  if (errors.length > 0 || !data) throw new Error(JSON.stringify(errors));
  return data as AnsweredData<Data>;
}
