declare module 'spdx-satisfies' {
  /** Whether an SPDX expression can be fulfilled by licences of a list. Throws where it is no expression. */
  function satisfies(expression: string, approved: readonly string[]): boolean;
  export = satisfies;
}
