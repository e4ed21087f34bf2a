import type { DocumentNode, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { costCheck, type DocumentUsage } from './document/cost.js';
import { checkDepth } from './document/depth.js';
import { DOCUMENT_LIMITS, type DocumentLimits } from './document/limits.js';
import { checkLiterals } from './document/literals.js';
import { checkMeasure } from './document/measure.js';
import { parseDocument } from './document/parse-document.js';
import { checkTransport, pickOperation, type Transport } from './document/pick-operation.js';
import { documentBytes, RememberedDocuments } from './document/remembered-documents.js';
import { checkRules } from './document/rules.js';
import { checkSpending } from './document/spending.js';
import {
  checkVariables,
  findVariables,
  type Variable,
  type VariableValues,
} from './document/variables.js';

/** What a client sent, whatever carried it. */
export interface GraphQLRequest {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: VariableValues;
}

/** A request that may be executed. */
export interface CheckedRequest {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: VariableValues;
  /** Of the heap that the document holds, as remembered-documents.ts estimates it. */
  readonly bytes: number;
  /** What limits count of it; see limits/operation-limits.ts. */
  readonly usage: DocumentUsage;
}

/** Each error is a GraphQLError around a GatewayError: nothing was executed. */
export type Verdict =
  | { readonly isRefused: false; readonly request: CheckedRequest }
  | { readonly isRefused: true; readonly errors: readonly GraphQLError[] };

/** `tenantId`: for whom the document is remembered; the verdict does not depend on it. */
export type DocumentCheck = (
  request: GraphQLRequest,
  transport: Transport,
  tenantId: string,
) => Verdict;

export interface DocumentCheckOptions {
  readonly schema: GraphQLSchema;
  readonly introspection: boolean;
  readonly limits?: Partial<DocumentLimits>;
  /** Default: an own one, empty. */
  readonly remembered?: RememberedDocuments<PassedDocument>;
}

/** What is true of a document whatever its variables are. */
export interface PassedDocument {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: readonly Variable[];
  /** Of the heap, as remembered-documents.ts estimates it. */
  readonly bytes: number;
}

/**
 * THE check: it alone decides whether a document is executed, on HTTP, WebSocket and server-sent
 * events alike. Each step may rely on those before it; in particular, what expands fragments stands
 * behind the measure that bounds the expansion.
 */
export function documentCheck(options: DocumentCheckOptions): DocumentCheck {
  const { schema, introspection } = options;
  const limits: DocumentLimits = { ...DOCUMENT_LIMITS, ...options.limits };
  const checkCost = costCheck(schema, limits);
  const remembered = options.remembered ?? new RememberedDocuments<PassedDocument>();

  const checkText = (
    { query, operationName }: GraphQLRequest,
    transport: Transport,
  ): PassedDocument | readonly GraphQLError[] => {
    const parsed = parseDocument(query, limits);
    if ('errors' in parsed) return parsed.errors;
    const { document, tokens } = parsed;
    const oversize = checkMeasure(document, limits);
    if (oversize.length > 0) return oversize;
    const picked = pickOperation(document, operationName);
    if ('errors' in picked) return picked.errors;
    const { operation } = picked;

    const broken = checkRules(schema, document, { introspection });
    if (broken.length > 0) return broken;
    const oversizeLiterals = checkLiterals(schema, document, limits);
    if (oversizeLiterals.length > 0) return oversizeLiterals;
    const tooDeep = checkDepth(schema, document, limits);
    if (tooDeep.length > 0) return tooDeep;
    const greedy = checkSpending(document, operation);
    if (greedy.length > 0) return greedy;
    // Last, so that everything else is told alike on every transport.
    const misplaced = checkTransport(operation, transport);
    if (misplaced.length > 0) return misplaced;
    const variables = findVariables(schema, document, operation);
    return {
      document,
      operation,
      variables,
      bytes: documentBytes({ length: query.length, tokens }),
    };
  };

  const passText = (
    request: GraphQLRequest,
    transport: Transport,
    tenantId: string,
  ): PassedDocument | readonly GraphQLError[] => {
    // Refused for its length, before another copy of it is made.
    const longest = Math.max(request.query.length, request.operationName?.length ?? 0);
    if (longest > limits.lengthMax) return checkText(request, transport);
    const key = JSON.stringify([transport, request.operationName, request.query]);
    const known = remembered.find(key);
    if (known !== undefined) return known;
    const passed = checkText(request, transport);
    if ('document' in passed) {
      remembered.remember(key, passed, { holder: tenantId, bytes: passed.bytes });
    }
    return passed;
  };

  return (request, transport, tenantId) => {
    const passed = passText(request, transport, tenantId);
    if (!('document' in passed)) return { isRefused: true, errors: passed };
    const { document, operation, bytes } = passed;
    const { variables } = request;
    const issues = checkVariables(passed.variables, variables, limits);
    if (issues.length > 0) return { isRefused: true, errors: issues };
    const usage = checkCost(document, operation, variables);
    if (!('points' in usage)) return { isRefused: true, errors: usage };
    return { isRefused: false, request: { document, operation, variables, bytes, usage } };
  };
}
