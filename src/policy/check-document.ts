import type { DocumentNode, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Viewer } from '../domain/tenant/viewer.js';
import { costCheck } from './document/cost.js';
import type { DocumentUsage } from './document/document-usage.js';
import { checkDepth } from './document/depth.js';
import { DOCUMENT_LIMITS, type DocumentLimits } from './document/document-limits.js';
import { checkLiterals } from './document/literals.js';
import { checkMeasure, countSelections } from './document/measure.js';
import { parseDocument } from './document/parse-document.js';
import { checkTransport, pickOperation, type Transport } from './document/pick-operation.js';
import { documentBytes, RememberedDocuments } from './document/remembered-documents.js';
import { checkRules } from './document/rules.js';
import { checkSpending } from './document/spending.js';
import { TrustedDocuments } from './document/trusted-document-list.js';
import {
  checkVariables,
  findVariables,
  type Variable,
  type VariableValues,
  variablesOfOthers,
} from './document/variables.js';

/** What a client sent, whatever carried it: a document, or the id of one. */
export interface GraphQLRequest {
  readonly query: string | null;
  readonly documentId?: string | undefined;
  readonly operationName: string | null;
  readonly variables: VariableValues;
}

/** A request that may be executed. */
export interface CheckedRequest {
  /** The document's text. */
  readonly query: string;
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

/** Of the viewer, the verdict depends only on whether it may introspect. */
export type DocumentCheck = (
  request: GraphQLRequest,
  transport: Transport,
  viewer: Pick<Viewer, 'tenantId' | 'scopes'>,
) => Verdict;

export interface DocumentCheckOptions {
  readonly schema: GraphQLSchema;
  /** For every viewer, also without the scope `schema:read`. */
  readonly introspection: boolean;
  /** Default: none, and clients send documents themselves. */
  readonly trusted?: TrustedDocuments;
  readonly limits?: Partial<DocumentLimits>;
  /** Default: an own one, empty. */
  readonly remembered?: RememberedDocuments<PassedDocument>;
}

/** A document's text, with what its verdict depends on beside it. */
interface TextToCheck {
  readonly query: string;
  readonly operationName: string | null;
  readonly transport: Transport;
  readonly introspection: boolean;
}

/** The facts of a document that do not depend on its variables. */
export interface PassedDocument {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: readonly Variable[];
  readonly variablesOfOthers: ReadonlySet<string>;
  /** Of the heap, as remembered-documents.ts estimates it. */
  readonly bytes: number;
}

/**
 * THE check: it alone decides whether a document is executed, on HTTP, WebSocket and server-sent
 * events alike. Each step may rely on those before it; in particular, what expands fragments stands
 * behind the measure that bounds the expansion.
 */
export function documentCheck(options: DocumentCheckOptions): DocumentCheck {
  const { schema, trusted = new TrustedDocuments('off') } = options;
  const limits: DocumentLimits = { ...DOCUMENT_LIMITS, ...options.limits };
  const checkCost = costCheck(schema, limits);
  const remembered = options.remembered ?? new RememberedDocuments<PassedDocument>();

  const passText = (
    text: TextToCheck,
    tenantId: string,
  ): PassedDocument | readonly GraphQLError[] => {
    const { query, operationName, transport, introspection } = text;
    // Refused for its length, before another copy of it is made.
    const longest = Math.max(query.length, operationName?.length ?? 0);
    if (longest > limits.lengthMax) return checkText(text, schema, limits);
    const key = JSON.stringify([transport, introspection, operationName, query]);
    const known = remembered.find(key);
    if (known !== undefined) return known;
    const passed = checkText(text, schema, limits);
    if ('document' in passed) {
      remembered.remember(key, passed, { holder: tenantId, bytes: passed.bytes });
    }
    return passed;
  };

  return (request, transport, viewer) => {
    const query = trusted.textOf(request);
    if (typeof query !== 'string') return { isRefused: true, errors: query };
    const { operationName } = request;
    const introspection = options.introspection || mayReadSchema(viewer);
    const text = { query, operationName, transport, introspection };
    const passed = passText(text, viewer.tenantId);
    if (!('document' in passed)) return { isRefused: true, errors: passed };
    const { document, operation, bytes } = passed;
    const { variables } = request;
    const issues = checkVariables(passed.variables, variables, limits, passed.variablesOfOthers);
    if (issues.length > 0) return { isRefused: true, errors: issues };
    const usage = checkCost(document, operation, variables);
    if (!('points' in usage)) return { isRefused: true, errors: usage };
    return { isRefused: false, request: { query, document, operation, variables, bytes, usage } };
  };
}

/** The steps that depend on the text alone, in the order in which they rely on each other. */
function checkText(
  { query, operationName, transport, introspection }: TextToCheck,
  schema: GraphQLSchema,
  limits: DocumentLimits,
): PassedDocument | readonly GraphQLError[] {
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
    variablesOfOthers: variablesOfOthers(document, operation),
    bytes: documentBytes({
      length: query.length,
      tokens,
      selections: countSelections(document),
    }),
  };
}

/** Whether a viewer may introspect, and read the SDL, where that is not open to all. */
export function mayReadSchema({ scopes }: Pick<Viewer, 'scopes'>): boolean {
  return scopes.has('schema:read');
}
