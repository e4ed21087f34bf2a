import { GraphQLError } from 'graphql';

/**
 * What a scalar throws. `extensions` carry the rule and what it allows, so that an issue can be told
 * as data; neither they nor the message ever hold the value.
 */
export function refusal(rule: string, message: string, allowed: readonly string[]): GraphQLError {
  return new GraphQLError(message, { extensions: { rule, allowed } });
}
