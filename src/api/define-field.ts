import type { GraphQLResolveInfo } from 'graphql';
import { type Arg, Ctx, FieldResolver, Info, Mutation, Query, Root } from 'type-graphql';
import type { Operation } from '../operations/operation.js';
import type { Context } from '../ports/context.js';
import { addMethod, type ResolverClass } from './add-method.js';

/** Declares one argument, as `Arg` and `First` do. */
export type ArgumentDecorator = ReturnType<typeof Arg>;

type Arguments = Readonly<Record<string, unknown>>;

export interface FieldDefinition<Self, Args extends object> {
  readonly name: string;
  /** The field's row in operations/. */
  readonly row: Pick<Operation, 'root' | 'description'>;
  readonly type: () => object;
  /** By name; `argument` makes one. */
  readonly args: { readonly [Name in keyof Args]: ArgumentDecorator };
  readonly resolve: (
    self: Self,
    args: Args,
    context: Context,
    info: GraphQLResolveInfo,
  ) => Promise<unknown>;
}

/**
 * Adds a root field to a resolver class, for fields that many rows share a pattern of: the class
 * holds the services, the row the words and the permissions.
 */
export function defineField<Self extends object, Args extends object>(
  Resolver: ResolverClass<Self>,
  { name, row, type, args, resolve }: FieldDefinition<Self, Args>,
): void {
  const names = Object.keys(args);
  const decorators: readonly ArgumentDecorator[] = Object.values(args);
  const value = function (this: Self, ...given: readonly unknown[]): Promise<unknown> {
    const byName: Arguments = Object.fromEntries(names.map((each, at) => [each, given[at]]));
    const [context, info] = given.slice(names.length) as [Context, GraphQLResolveInfo];
    return resolve(this, byName as Args, context, info);
  };
  const { prototype, descriptor } = addMethod(Resolver, name, value);
  [...decorators, Ctx(), Info()].forEach((decorate, at) => {
    decorate(prototype, name, at);
  });
  const Root = row.root === 'Mutation' ? Mutation : Query;
  Root(type, { description: row.description })(prototype, name, descriptor);
}

export interface MemberDefinition<Self, Parent> {
  readonly name: string;
  readonly description: string;
  readonly type: () => object;
  readonly resolve: (self: Self, parent: Parent, context: Context) => Promise<unknown>;
}

/** Adds a nullable field to the type that a resolver class is for. */
export function defineMember<Self extends object, Parent>(
  Resolver: ResolverClass<Self>,
  { name, description, type, resolve }: MemberDefinition<Self, Parent>,
): void {
  const value = function (this: Self, parent: Parent, context: Context): Promise<unknown> {
    return resolve(this, parent, context);
  };
  const { prototype, descriptor } = addMethod(Resolver, name, value);
  Root()(prototype, name, 0);
  Ctx()(prototype, name, 1);
  FieldResolver(type, { nullable: true, description })(prototype, name, descriptor);
}
