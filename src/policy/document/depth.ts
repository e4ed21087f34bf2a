import { validate, type DocumentNode, type GraphQLError, type GraphQLSchema } from 'graphql';
import depthLimit from 'graphql-depth-limit';
import { refusal } from './document-error.js';
import type { DocumentLimits } from './document-limits.js';

/**
 * Levels of fields. graphql-depth-limit expands fragments without end and fails on unknown ones: it
 * may see only what measure.ts and the rules have passed.
 */
export function checkDepth(
  schema: GraphQLSchema,
  document: DocumentNode,
  { depthMax }: DocumentLimits,
): readonly GraphQLError[] {
  const [tooDeep] = validate(schema, document, [depthLimit(depthMax)], { maxErrors: 1 });
  if (tooDeep === undefined) return [];
  return [
    refusal('DOCUMENT_TOO_LARGE', {
      message: `The document has more than ${String(depthMax)} levels of fields.`,
      ...(tooDeep.nodes === undefined ? {} : { nodes: tooDeep.nodes }),
    }),
  ];
}
