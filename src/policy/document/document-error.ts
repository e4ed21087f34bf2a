import { GraphQLError, type ASTNode } from 'graphql';
import { ERRORS, GatewayError, type ErrorCode, type InputIssue } from '../../errors.js';

/** A refused document. Its message is ours: made of rules, limits and type names, never of values. */
class DocumentError extends GatewayError {
  constructor(code: ErrorCode, message: string, issues: readonly InputIssue[]) {
    super(code, { issues });
    this.message = message;
  }
}

/** A refusal that says where in the document it stands. */
export function refusal(
  code: ErrorCode,
  options: {
    /** Default: the registry's. */
    readonly message?: string;
    readonly nodes?: ASTNode | readonly ASTNode[];
    readonly issues?: readonly InputIssue[];
  } = {},
): GraphQLError {
  const message = options.message ?? ERRORS[code].message;
  return new GraphQLError(message, {
    nodes: options.nodes ?? null,
    originalError: new DocumentError(code, message, options.issues ?? []),
  });
}
