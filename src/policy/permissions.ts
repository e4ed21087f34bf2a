import { createRequire } from 'node:module';
import { defaultFieldResolver, isObjectType, type GraphQLSchema } from 'graphql';
import type { IMiddlewareFieldMap } from 'graphql-middleware';
import type * as GraphqlShield from 'graphql-shield';
import type { IRule } from 'graphql-shield';
import type { Scope } from '../domain/tenant/scope.js';
import type { Viewer } from '../domain/tenant/viewer.js';
import { GatewayError } from '../errors.js';
import { chosenOperation } from '../operations/chosen-operation.js';
import { links } from '../operations/links.js';
import { findOperation } from '../operations/operations.js';
import type { Operation } from '../operations/operation.js';
import type { Context } from '../ports/context.js';

/**
 * The CommonJS build. The ES module of graphql-shield 7.6.5 imports `isUndefined` from `util`, which
 * Node 23 removed; never use `chain` or `race`, which call it in this build too.
 */
const require = createRequire(import.meta.url);
const { deny, rule, shield } = require('graphql-shield') as typeof GraphqlShield;

const ROOTS = ['Query', 'Mutation', 'Subscription'] as const;

/** Told of each scope that a viewer has needed and had. */
export type OnScopeUse = (viewer: Viewer, scope: Scope) => void;

type Args = Readonly<Record<string, unknown>>;

/** True, or the error with which the field is refused. */
function check(
  field: string,
  row: Operation,
  { viewer }: Partial<Pick<Context, 'viewer'>>,
  onUse: OnScopeUse,
): true | GatewayError {
  if (viewer === undefined) return new GatewayError('UNAUTHENTICATED');
  const { scope } = row;
  if (scope !== 'viewer' && !viewer.scopes.has(scope)) {
    return new GatewayError('FORBIDDEN', { detail: `lacks ${scope}`, missingScope: scope });
  }
  if (!isWithinLimits(field, row, viewer.limits)) return new GatewayError('FORBIDDEN', NARROWED);
  if (scope !== 'viewer') onUse(viewer, scope);
  return true;
}

const NARROWED = {
  message: 'The token is narrowed to other fields, or to tasks that this field does not keep to.',
  detail: 'the token is narrowed',
} as const;

/**
 * A token that is narrowed to tasks may use the fields that keep to them and no others: what it made
 * would be a task that it may not see.
 */
function isWithinLimits(field: string, row: Operation, limits: Viewer['limits']): boolean {
  const { operations, taskIds } = limits ?? {};
  if (operations !== undefined && !operations.includes(field)) return false;
  return taskIds === undefined || row.keepsToTasks === true;
}

/** The row of a root field, where it stands under the root that the row names. */
function rowOf(root: (typeof ROOTS)[number], field: string): Operation | undefined {
  const row = findOperation(field);
  return row?.root === root ? row : undefined;
}

/**
 * The schema, with the scope of every root field enforced from the operations table. A root field without
 * a row is refused. Ownership is not decided here: the stores’ queries carry the tenant.
 */
export function guardSchema(
  schema: GraphQLSchema,
  onUse: OnScopeUse = () => undefined,
): GraphQLSchema {
  throwErrors(schema);
  guardFields(schema, guards(schema, onUse));
  guardSubscribe(schema, onUse);
  return schema;
}

/** shield returns what a resolver throws as its value: only an Error is then reported as one. */
function throwErrors(schema: GraphQLSchema): void {
  for (const type of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = async (root: unknown, args, context, info) => {
        try {
          return await resolve(root, args, context, info);
        } catch (error) {
          throw error instanceof Error ? error : new GatewayError('INTERNAL', { cause: error });
        }
      };
    }
  }
}

/**
 * In place: graphql-middleware would make a copy of the whole schema, which takes a tenth of a start and is kept
 * beside the first one.
 */
function guardFields(schema: GraphQLSchema, guards: FieldGuards): void {
  for (const [type, ofType] of Object.entries(guards)) {
    const object = schema.getType(type);
    const fields = isObjectType(object) ? object.getFields() : {};
    for (const [name, guard] of Object.entries(ofType)) {
      const field = fields[name];
      if (field === undefined) throw new Error(`${type}.${name} is not in the schema`);
      const { resolve = defaultFieldResolver } = field;
      field.resolve = (parent: unknown, args: Args, context: unknown, info): unknown =>
        guard(() => resolve(parent, args, context, info), parent, args, context, info);
    }
  }
}

/** Rules by type and field. */
type FieldRules = Record<string, Record<string, IRule>>;

type FieldGuard = Extract<IMiddlewareFieldMap[string], (...given: never[]) => unknown>;

/** shield's guards by type and field. */
type FieldGuards = Record<string, Record<string, FieldGuard>>;

/**
 * shield's guards of the fields that have a rule: all root fields, of which those without a row are
 * refused, and the links. What they return is open, so no guard stands before its fields: that of a
 * leaf would cost more than the leaf.
 */
function guards(schema: GraphQLSchema, onUse: OnScopeUse): FieldGuards {
  const rules: FieldRules = { ...linkRules(schema, onUse), ...rootRules(schema, onUse) };
  const all = shield(rules, {
    fallbackRule: deny,
    fallbackError: new GatewayError('FORBIDDEN', { detail: 'no rule permits the field' }),
    allowExternalErrors: true,
  }).generate(schema) as Record<string, IMiddlewareFieldMap>;
  return mapEntries(rules, (ofType, type) =>
    mapEntries(ofType, (_rule, field) => {
      const guard = all[type]?.[field];
      if (typeof guard !== 'function') throw new Error(`${type}.${field} has no guard`);
      return guard;
    }),
  );
}

function mapEntries<From, To>(
  entries: Readonly<Record<string, From>>,
  to: (value: From, name: string) => To,
): Record<string, To> {
  return Object.fromEntries(
    Object.entries(entries).map(([name, value]) => [name, to(value, name)]),
  );
}

function rootRules(schema: GraphQLSchema, onUse: OnScopeUse): FieldRules {
  const roots = ROOTS.flatMap((root) => {
    const type = schema.getType(root);
    if (!isObjectType(type)) return [];
    const rules = mapEntries(type.getFields(), (_field, field) => {
      const row = rowOf(root, field);
      return rule(`${root}.${field}`, { cache: 'no_cache' })(
        (_root, args: Args, context: Context) => {
          const chosen = row && chosenOperation(field, args);
          return chosen !== undefined && check(chosen.name, chosen.row, context, onUse);
        },
      );
    });
    return [[root, rules] as const];
  });
  return Object.fromEntries(roots);
}

/** A link into another object needs what the root field needs that reads it. */
function linkRules(schema: GraphQLSchema, onUse: OnScopeUse): FieldRules {
  const rules: FieldRules = {};
  for (const { type: name, field, rootField } of links) {
    const type = schema.getType(name);
    if (!isObjectType(type) || type.getFields()[field] === undefined) continue;
    (rules[name] ??= {})[field] = rule(`${name}.${field}`, { cache: 'no_cache' })(
      (parent: { readonly operation?: string }, _args, context: Context) => {
        const read = rootField(parent);
        const row = read === undefined ? undefined : findOperation(read);
        return read === undefined || row === undefined || check(read, row, context, onUse);
      },
    );
  }
  return rules;
}

/** shield guards `resolve`, which runs for each event: a stream is refused here, before it opens. */
function guardSubscribe(schema: GraphQLSchema, onUse: OnScopeUse): void {
  for (const field of Object.values(schema.getSubscriptionType()?.getFields() ?? {})) {
    const open = field.subscribe;
    const row = rowOf('Subscription', field.name);
    field.subscribe = (root: unknown, args, context: Context, info): unknown => {
      const verdict =
        row === undefined ? new GatewayError('FORBIDDEN') : check(field.name, row, context, onUse);
      if (verdict !== true) throw verdict;
      return open?.(root, args, context, info);
    };
  }
}
