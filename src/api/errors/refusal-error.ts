import type { GraphQLInputType } from 'graphql';
import { GatewayError } from '../../errors.js';
import { REFUSED_VALUE, type RunwayRefused } from '../../services/upstream/runway-refused.js';
import { graphqlPath } from './graphql-path.js';

/** Runway's refusal in the shape of our own: its issues under the paths of the GraphQL input. */
export function refusalError(
  refused: RunwayRefused,
  type: GraphQLInputType,
  input: object,
): GatewayError {
  const issues = refused.refusal.issues.map((issue) => ({
    path: ['input', graphqlPath(type, input, issue.path)].filter((part) => part !== '').join('.'),
    rule: `runway:${issue.code}`,
    message: REFUSED_VALUE,
    ...(issue.allowed === null ? {} : { allowed: issue.allowed }),
  }));
  return new GatewayError(refused.code, { issues, cause: refused });
}
