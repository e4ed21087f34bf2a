import {
  execute,
  getVariableValues,
  GraphQLError,
  Kind,
  OperationTypeNode,
  visit,
  BREAK,
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { executeFields, executeSerially, isPromise, type Result } from './execute-fields.js';
import { FieldErrors } from './field-errors.js';
import type { Run } from './field-plan.js';
import { SelectionPlan, type PlanSource } from './selection-plan.js';

/** An operation that policy/check-document has passed. */
export interface ExecutableOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What one execution is given beside the operation. */
export interface ExecutionValues {
  readonly contextValue: unknown;
  /** Of a subscription: the event. */
  readonly rootValue?: unknown;
}

interface Prepared extends PlanSource {
  readonly selection: SelectionPlan;
}

/**
 * Executes operations as graphql-js does, with the same results, errors and order. What depends on the
 * document alone is worked out once, and kept for as long as the document is.
 */
export class PreparedOperations {
  readonly #known = new WeakMap<OperationDefinitionNode, Prepared | 'by graphql-js'>();

  constructor(private readonly schema: GraphQLSchema) {}

  async execute(
    { document, operation, variables }: ExecutableOperation,
    values: ExecutionValues,
  ): Promise<ExecutionResult> {
    const prepared = this.#prepared(document, operation);
    if (prepared === 'by graphql-js') {
      return await execute({
        ...{ schema: this.schema, document, ...values, variableValues: variables },
        operationName: operation.name?.value,
      });
    }
    const { schema } = this;
    const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
      maxErrors: VARIABLE_ERRORS_MAX,
    });
    if (coerced.errors !== undefined) return { errors: coerced.errors };
    const { contextValue, rootValue } = values;
    return await executed(prepared, {
      ...{ schema, fragments: prepared.fragments, operation, rootValue, contextValue },
      ...{ variableValues: coerced.coerced, errors: new FieldErrors() },
    });
  }

  #prepared(
    document: DocumentNode,
    operation: OperationDefinitionNode,
  ): Prepared | 'by graphql-js' {
    const known = this.#known.get(operation);
    if (known !== undefined) return known;
    const prepared = isConditional(document) ? 'by graphql-js' : this.#prepare(document, operation);
    this.#known.set(operation, prepared);
    return prepared;
  }

  #prepare({ definitions }: DocumentNode, { selectionSet }: OperationDefinitionNode): Prepared {
    const fragments: Record<string, FragmentDefinitionNode> = {};
    for (const definition of definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION)
        fragments[definition.name.value] = definition;
    }
    const source = { schema: this.schema, fragments };
    return { ...source, selection: new SelectionPlan(source, [selectionSet]) };
  }
}

/** As many as graphql-js tells of. */
const VARIABLE_ERRORS_MAX = 50;

/** Whether its fields depend on variables (`@skip`, `@include`), or bear a name that misleads objects. */
function isConditional(document: DocumentNode): boolean {
  let isFound = false;
  visit(document, {
    Directive: () => {
      isFound = true;
      return BREAK;
    },
    Field: ({ alias, name }) => {
      if ((alias ?? name).value !== '__proto__') return undefined;
      isFound = true;
      return BREAK;
    },
  });
  return isFound;
}

async function executed({ selection }: Prepared, run: Run): Promise<ExecutionResult> {
  const { schema, operation, rootValue, errors } = run;
  let data: Result | null;
  try {
    const type = schema.getRootType(operation.operation);
    if (type == null)
      throw new GraphQLError('The schema has no such operations.', { nodes: operation });
    const fields = selection.fieldsOf(type);
    const result =
      operation.operation === OperationTypeNode.MUTATION
        ? executeSerially(run, fields, rootValue)
        : executeFields(run, fields, rootValue, undefined);
    data = isPromise(result) ? await result : result;
  } catch (error) {
    errors.add(error as GraphQLError, undefined);
    data = null;
  }
  return errors.all.length === 0 ? { data } : { errors: errors.all, data };
}
