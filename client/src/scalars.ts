/**
 * The TypeScript types of the gateway's scalars, for the `scalars` of a graphql-codegen configuration.
 * MediaUri and Seed occur in inputs alone.
 */
export const scalars = {
  Date: 'string',
  DateTime: 'string',
  JSON: 'unknown',
  MediaUri: { input: 'string', output: 'never' },
  Seed: { input: 'number', output: 'never' },
} as const;
