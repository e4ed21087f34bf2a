import {
  defaultFieldResolver,
  getArgumentValues,
  isNonNullType,
  locatedError,
  responsePathAsArray,
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
} from 'graphql';
import type { Path } from './field-errors.js';
import type { FieldPlan, Run } from './field-plan.js';

export type Result = Record<string, unknown>;

/** The results of an object's fields by their names in the document, in its order. */
export function executeFields(
  run: Run,
  fields: readonly FieldPlan[],
  source: unknown,
  path: Path | undefined,
): Result | Promise<Result> {
  const results: Result = {};
  // Most objects have none.
  let open: Map<string, Promise<unknown>> | undefined;
  try {
    for (const field of fields) {
      const result = executeField(run, field, source, path);
      // Now, so that the order is that of the document.
      results[field.responseName] = result;
      if (isPromise(result)) (open ??= new Map()).set(field.responseName, result);
    }
  } catch (error) {
    if (open === undefined) throw error;
    // The others may fail too.
    return settled(results, open).finally(() => {
      throw error;
    });
  }
  return open === undefined ? results : settled(results, open);
}

async function settled(
  results: Result,
  open: ReadonlyMap<string, Promise<unknown>>,
): Promise<Result> {
  const values = await Promise.all(open.values());
  let at = 0;
  for (const name of open.keys()) {
    results[name] = values[at];
    at += 1;
  }
  return results;
}

/** As executeFields, one after another. */
export async function executeSerially(
  run: Run,
  fields: readonly FieldPlan[],
  source: unknown,
): Promise<Result> {
  const results: Result = {};
  for (const field of fields) {
    results[field.responseName] = await executeField(run, field, source, undefined);
  }
  return results;
}

function executeField(
  run: Run,
  field: FieldPlan,
  source: unknown,
  parentPath: Path | undefined,
): unknown {
  if (field.leaf === undefined || !isObject(source)) {
    return executeResolved(run, field, parentPath, (info) => valueOf(run, field, source, info));
  }
  let value: unknown;
  try {
    value = source[field.definition.name];
    if (typeof value !== 'function' && !isPromise(value)) return field.leaf(value);
  } catch (error) {
    return failedField(run, field, pathOf(field, parentPath), error);
  }
  const isMethod = typeof value === 'function';
  return executeResolved(run, field, parentPath, (info) =>
    isMethod ? valueOf(run, field, source, info) : value,
  );
}

function pathOf({ responseName, parentType }: FieldPlan, prev: Path | undefined): Path {
  return { prev, key: responseName, typename: parentType.name };
}

function failedField(run: Run, field: FieldPlan, path: Path, error: unknown): null {
  return nullOf(run, error, { nodes: field.nodes, path, type: field.definition.type });
}

/** A field whose value is found by a resolver, or may wait, or is no leaf. */
function executeResolved(
  run: Run,
  field: FieldPlan,
  parentPath: Path | undefined,
  find: (info: () => GraphQLResolveInfo) => unknown,
): unknown {
  const { complete } = field;
  const path = pathOf(field, parentPath);
  const info = (): GraphQLResolveInfo => infoOf(run, field, path);
  const failed = (error: unknown): null => failedField(run, field, path, error);
  try {
    const value = find(info);
    const result: unknown = isPromise(value)
      ? value.then((resolved) => complete(run, resolved, path, info))
      : complete(run, value, path, info);
    return isPromise(result) ? result.then(undefined, failed) : result;
  } catch (error) {
    return failed(error);
  }
}

function valueOf(
  run: Run,
  { definition, nodes, resolve = defaultFieldResolver }: FieldPlan,
  source: unknown,
  info: () => GraphQLResolveInfo,
): unknown {
  if (resolve === defaultFieldResolver && isObject(source)) {
    const property = source[definition.name];
    if (typeof property !== 'function') return property;
  }
  const [node] = nodes;
  const args =
    definition.args.length === 0 || node === undefined
      ? {}
      : getArgumentValues(definition, node, run.variableValues);
  return resolve(source, args, run.contextValue, info());
}

/** What a resolver may ask of its field's place. */
function infoOf(run: Run, field: FieldPlan, path: Path): GraphQLResolveInfo {
  const { definition } = field;
  return {
    fieldName: definition.name,
    fieldNodes: field.nodes,
    returnType: definition.type,
    parentType: field.parentType,
    path,
    schema: run.schema,
    fragments: run.fragments,
    rootValue: run.rootValue,
    operation: run.operation,
    variableValues: run.variableValues,
  };
}

/** Null where the type allows it; else the error goes on to the value's parent. */
export function nullOf(
  run: Run,
  error: unknown,
  {
    nodes,
    path,
    type,
  }: {
    readonly nodes: readonly FieldNode[];
    readonly path: Path;
    readonly type: GraphQLOutputType;
  },
): null {
  const located = locatedError(error, nodes, responsePathAsArray(path));
  if (isNonNullType(type)) throw located;
  run.errors.add(located, path);
  return null;
}

export function isPromise(value: unknown): value is Promise<unknown> {
  return isObject(value) && typeof value['then'] === 'function';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
