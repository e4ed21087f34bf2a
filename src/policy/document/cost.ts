import {
  Kind,
  getNamedType,
  isLeafType,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { getComplexity, type ComplexityEstimatorArgs } from 'graphql-query-complexity';
import { PAGE_SIZE, PAGE_SIZE_MAX } from '../../domain/page-size.js';
import { chosenOperation } from '../../operations/chosen-operation.js';
import { findOperation } from '../../operations/operations.js';
import { classOfField, type OperationClass } from '../limits/operation-class.js';
import type { ClassUsage, DocumentUsage } from './document-usage.js';
import { refusal } from './document-error.js';
import { introspectionCost, isIntrospection } from './introspection-cost.js';
import type { DocumentLimits } from './document-limits.js';
import { RememberedUsage } from './remembered-usage.js';
import { countValues } from './values.js';

const ROOTS: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);

/** A root field costs its row's points, an object one, a scalar nothing; what a page holds, as often as it may come. */
function points({ type, field, args, childComplexity }: ComplexityEstimatorArgs): number {
  const own = ROOTS.has(type.name) ? rootPoints(field.name, args) : undefined;
  return (
    (own ?? (isLeafType(getNamedType(field.type)) ? 0 : 1)) +
    entries(field.args, args['first']) * childComplexity
  );
}

/** Those of the chosen operation; the field's own where none is chosen, which its resolver refuses. */
function rootPoints(field: string, args: Readonly<Record<string, unknown>>): number | undefined {
  return (chosenOperation(field, args)?.row ?? findOperation(field))?.cost;
}

/** What is out of bounds counts as the nearest bound: to refuse it is the resolver's. */
function entries(declared: readonly { readonly name: string }[], first: unknown): number {
  if (!declared.some(({ name }) => name === 'first')) return 1;
  return typeof first === 'number' ? Math.min(Math.max(first, 1), PAGE_SIZE_MAX) : PAGE_SIZE;
}

/** What a document uses, or why it costs too much. The variables must have been coerced without issues. */
export type CostCheck = (
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
) => DocumentUsage | readonly GraphQLError[];

export function costCheck(schema: GraphQLSchema, limits: DocumentLimits): CostCheck {
  let introspection: ReturnType<typeof introspectionCost> | undefined;
  const pointsOf = (field: ComplexityEstimatorArgs): number => {
    if (!isIntrospection(field)) return points(field);
    // Made when it is needed first: most gateways serve no introspection.
    introspection ??= introspectionCost(schema);
    return introspection(field);
  };
  const remembered = new RememberedUsage();
  return (document, operation, variables) =>
    remembered.of(operation, variables, () =>
      checkCost({ schema, limits, pointsOf, document, operation, variables }),
    );
}

function checkCost({
  schema,
  limits: { costMax, selectionsMax, valuesMax },
  pointsOf,
  document,
  operation,
  variables,
}: {
  readonly schema: GraphQLSchema;
  readonly limits: DocumentLimits;
  readonly pointsOf: (field: ComplexityEstimatorArgs) => number;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}): DocumentUsage | readonly GraphQLError[] {
  const executed: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      operation,
      ...document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION),
    ],
  };
  let values = 0;
  const byClass = new Map<OperationClass, ClassUsage>();
  const cost = getComplexity({
    schema,
    query: executed,
    variables: { ...variables },
    estimators: [
      (field) => {
        // A variable counts as often as a field is given it: each makes its own objects of it.
        if (values <= valuesMax) values += countValues(field.args, valuesMax);
        const points = pointsOf(field);
        // Called once for each appearance of a field, with its children's points included.
        if (ROOTS.has(field.type.name)) addRoot(byClass, field.field.name, points);
        return points;
      },
    ],
    // Fragments count as nodes here, so this never ends before the limit on selections.
    maxQueryNodes: selectionsMax * 10,
  });
  if (values > valuesMax) {
    const message = `The fields of the document are given more than ${String(valuesMax)} values.`;
    return [refusal('DOCUMENT_TOO_LARGE', { message, nodes: operation })];
  }
  if (cost <= costMax) return { points: cost, byClass };
  return [
    refusal('DOCUMENT_TOO_LARGE', {
      message: `The document costs ${String(cost)} points; ${String(costMax)} are allowed. Ask for fewer entries or fields.`,
      nodes: operation,
    }),
  ];
}

function addRoot(
  byClass: Map<OperationClass, ClassUsage>,
  field: string,
  fieldPoints: number,
): void {
  const name = classOfField(field);
  const { operations, points } = byClass.get(name) ?? { operations: 0, points: 0 };
  byClass.set(name, { operations: operations + 1, points: points + fieldPoints });
}
