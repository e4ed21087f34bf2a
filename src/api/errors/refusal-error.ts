import { isObjectType, type GraphQLInputType, type GraphQLSchema } from 'graphql';
import { GatewayError } from '../../errors.js';
import { RunwayRefused } from '../../services/upstream/runway-refused.js';
import { graphqlPath } from './graphql-path.js';

/** Runway's refusal in the shape of our own: its issues under the paths of the GraphQL input. */
export function refusalError(
  refused: RunwayRefused,
  type: GraphQLInputType,
  input: unknown,
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

/**
 * What is wrong with the stored input of the task that an argument names: the paths of its issues go
 * on from that argument, into `Task.input`.
 */
export function storedInputError(argument: string, error: unknown, schema: GraphQLSchema): Error {
  if (!(error instanceof GatewayError)) {
    return error instanceof Error ? error : new GatewayError('INTERNAL', { cause: error });
  }
  const told = error instanceof RunwayRefused ? refusedAgain(error, schema) : error;
  if (told.issues.length === 0) return told;
  const issues = told.issues.map((issue) => ({
    ...issue,
    path: issue.path.replace(/^input\b/, `${argument}.input`),
  }));
  const { code, runway } = told;
  return new GatewayError(code, { issues, ...(runway && { runway }), cause: told });
}

function refusedAgain(refused: RunwayRefused, schema: GraphQLSchema): GatewayError {
  const { operation, input } = refused.request;
  const mutations = schema.getMutationType();
  const field = isObjectType(mutations) ? mutations.getFields()[operation] : undefined;
  const type = field?.args.find(({ name }) => name === 'input')?.type;
  return type === undefined ? refused : refusalError(refused, type, input);
}
