import {
  defaultTypeResolver,
  getNullableType,
  GraphQLError,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import { executeFields, isPromise, nullOf } from './execute-fields.js';
import type { Path } from './field-errors.js';
import type { Completion, LeafCompletion, Selection } from './field-plan.js';

/** The field whose values are completed. */
export interface CompletedField {
  /** For messages, e.g. `Task.id`. */
  readonly place: string;
  readonly nodes: readonly FieldNode[];
  readonly selection: Selection;
}

/** How values of this type are completed: what graphql-js works out for each value anew. */
export function completionOf(type: GraphQLOutputType, field: CompletedField): Completion {
  const ofLeaf = leafCompletionOf(type, field);
  if (ofLeaf !== undefined) return (_run, value) => ofLeaf(value);
  if (isNonNullType(type)) return notNull(completionOf(type.ofType, field), field);
  const complete = nullableCompletionOf(type, field);
  return (run, value, path, info) => {
    if (value instanceof Error) throw value;
    return value === null || value === undefined ? null : complete(run, value, path, info);
  };
}

/** Undefined where the type is no leaf, which may be non-null. */
export function leafCompletionOf(
  type: GraphQLOutputType,
  { place }: Pick<CompletedField, 'place'>,
): LeafCompletion | undefined {
  const nullable = getNullableType(type);
  if (!isLeafType(nullable)) return undefined;
  const isRequired = isNonNullType(type);
  return (value) => {
    if (value instanceof Error) throw value;
    if (value !== null && value !== undefined) return serialized(nullable, value);
    if (isRequired) throw new Error(`Cannot return null for non-nullable field ${place}.`);
    return null;
  };
}

function serialized(type: GraphQLLeafType, value: unknown): unknown {
  const result: unknown = type.serialize(value);
  if (result === null || result === undefined) {
    throw new Error(`${type.name} serializes a value as null.`);
  }
  return result;
}

function nullableCompletionOf(
  type: Exclude<GraphQLOutputType, { readonly ofType: never }>,
  field: CompletedField,
): Completion {
  if (isListType(type)) return list(type.ofType, field);
  if (isAbstractType(type)) return abstract(type, field);
  if (isObjectType(type)) return object(type, field);
  throw new TypeError(`${field.place} has no output type`);
}

function notNull(complete: Completion, { place }: CompletedField): Completion {
  return (run, value, path, info) => {
    const completed = complete(run, value, path, info);
    if (completed === null) {
      throw new Error(`Cannot return null for non-nullable field ${place}.`);
    }
    return completed;
  };
}

function list(itemType: GraphQLOutputType, field: CompletedField): Completion {
  const { place, nodes } = field;
  const completeItem = completionOf(itemType, field);
  return (run, value, path, info) => {
    if (!isIterable(value)) {
      throw new GraphQLError(`Expected Iterable, but did not find one for field "${place}".`);
    }
    let isOpen = false;
    const results: unknown[] = [];
    let key = 0;
    for (const item of value) {
      const itemPath: Path = { prev: path, key, typename: undefined };
      key += 1;
      const failed = (error: unknown): null =>
        nullOf(run, error, { nodes, path: itemPath, type: itemType });
      try {
        const result: unknown = isPromise(item)
          ? item.then((resolved) => completeItem(run, resolved, itemPath, info))
          : completeItem(run, item, itemPath, info);
        isOpen ||= isPromise(result);
        results.push(isPromise(result) ? result.then(undefined, failed) : result);
      } catch (error) {
        // The list may end here: nothing else handles what fails of the entries before.
        if (isOpen) Promise.all(results).catch(ignore);
        results.push(failed(error));
      }
    }
    return isOpen ? Promise.all(results) : results;
  };
}

function ignore(): void {
  return;
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

function object(type: GraphQLObjectType, { nodes, selection }: CompletedField): Completion {
  const fields = lazily(() => selection.fieldsOf(type));
  const { isTypeOf } = type;
  if (isTypeOf === undefined || isTypeOf === null) {
    return (run, value, path) => executeFields(run, fields(), value, path);
  }
  return (run, value, path, info) => {
    const proceed = (isOfType: boolean): unknown => {
      if (!isOfType) {
        throw new GraphQLError(`Expected a value of type "${type.name}".`, { nodes });
      }
      return executeFields(run, fields(), value, path);
    };
    const isOfType = isTypeOf(value, run.contextValue, info());
    return typeof isOfType === 'boolean' ? proceed(isOfType) : isOfType.then(proceed);
  };
}

function abstract(type: GraphQLAbstractType, field: CompletedField): Completion {
  const resolveType = type.resolveType ?? defaultTypeResolver;
  const byType = new Map<GraphQLObjectType, Completion>();
  return (run, value, path, info) => {
    const proceed = (name: string | undefined): unknown => {
      const found = name === undefined ? undefined : run.schema.getType(name);
      if (!isObjectType(found)) {
        const message = `A value of "${type.name}" names no object type of the schema.`;
        throw new GraphQLError(message, { nodes: field.nodes });
      }
      if (!run.schema.isSubType(type, found)) {
        const message = `Runtime Object type "${found.name}" is not a possible type for "${type.name}".`;
        throw new GraphQLError(message, { nodes: field.nodes });
      }
      const complete = byType.get(found) ?? object(found, field);
      byType.set(found, complete);
      return complete(run, value, path, info);
    };
    const name = resolveType(value, run.contextValue, info(), type);
    return isPromise(name) ? name.then(proceed) : proceed(name);
  };
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
