/** Names of suites, from the project's folder, without `.test.ts`. */
export const LONGEST: readonly string[];
