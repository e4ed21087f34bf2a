import type { GraphQLInputType } from 'graphql';
import { GatewayError } from '../../errors.js';
import type { RunwayRefused } from '../../services/upstream/runway-refused.js';
import { graphqlPath } from './graphql-path.js';

/** Runway's refusal in the shape of our own: its issues under the paths of the GraphQL input. */
export function refusalError(
  refused: RunwayRefused,
  type: GraphQLInputType,
  input: object,
): GatewayError {
  const { code, runway, runwayPaths } = refused;
  const issues = refused.issues.map((issue, index) => ({
    ...issue,
    path: ['input', graphqlPath(type, input, runwayPaths[index] ?? [])]
      .filter((part) => part !== '')
      .join('.'),
  }));
  return new GatewayError(code, { issues, ...(runway && { runway }), cause: refused });
}
