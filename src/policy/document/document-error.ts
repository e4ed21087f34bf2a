import { GraphQLError, type ASTNode, type Source } from 'graphql';
import { GatewayError, type InputIssue } from '../../errors.js';
import { ERRORS, type ErrorCode } from '../../error-registry.js';

/** A refusal that says where in the document it stands. */
export function refusal(
  code: ErrorCode,
  options: {
    /** Default: the registry's. */
    readonly message?: string;
    readonly nodes?: ASTNode | readonly ASTNode[];
    /** Where no node is: a text that could not be parsed, and the place in it. */
    readonly source?: Source;
    readonly position?: number;
    readonly issues?: readonly InputIssue[];
  } = {},
): GraphQLError {
  const { message = ERRORS[code].message, nodes, source, position, issues = [] } = options;
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: position === undefined ? null : [position],
    originalError: new GatewayError(code, { message, issues }),
  });
}
