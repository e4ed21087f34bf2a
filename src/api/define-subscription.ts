import type { GraphQLSchema } from 'graphql';
import { Arg, Root, Subscription } from 'type-graphql';
import type { SizeBounds } from '../domain/input/size-bounds.js';
import { GatewayError } from '../errors.js';
import type { Operation } from '../operations/operation.js';
import type { Context } from '../ports/context.js';
import { addMethod, type ResolverClass } from './add-method.js';
import type { ArgumentDecorator } from './define-field.js';

export interface SubscriptionDefinition<Self, Args extends object, Event> {
  readonly name: string;
  /** The field's row in operations/. */
  readonly row: Pick<Operation, 'description'>;
  readonly type: () => object;
  /** By name; `argument` makes one. */
  readonly args: { readonly [Name in keyof Args]: ArgumentDecorator };
  /** Of lists and texts, for the document check: nothing else looks at the arguments of a subscription. */
  readonly bounds?: { readonly [Name in keyof Args]?: SizeBounds };
  readonly subscribe: (self: Self, args: Args, context: Context) => Promise<AsyncIterable<Event>>;
  /** An event as a client sees it. */
  readonly show: (event: Event) => object;
}

interface Stream {
  readonly Resolver: ResolverClass<object>;
  readonly subscribe: (self: object, args: object, context: Context) => unknown;
  readonly bounds: Readonly<Record<string, SizeBounds | undefined>>;
}

/** What opens the stream of each subscription, by its field. */
const streams = new Map<string, Stream>();

/** Adds a root field of Subscription to a resolver class, which holds the services. */
export function defineSubscription<Self extends object, Args extends object, Event>(
  Resolver: ResolverClass<Self>,
  {
    name,
    row,
    type,
    args,
    bounds = {},
    subscribe,
    show,
  }: SubscriptionDefinition<Self, Args, Event>,
): void {
  const { prototype, descriptor } = addMethod(Resolver, name, (event: Event) =>
    Promise.resolve(show(event)),
  );
  const decorators: readonly ArgumentDecorator[] = Object.values(args);
  [Root(), ...decorators].forEach((decorate, at) => {
    decorate(prototype, name, at);
  });
  const { description } = row;
  Subscription(type, { description, subscribe: notJoined })(prototype, name, descriptor);
  streams.set(name, { Resolver, bounds, subscribe: subscribe as Stream['subscribe'] });
}

/** `after` of a subscription to `things`. */
export function afterArgument(things: string): ArgumentDecorator {
  return Arg('after', () => String, {
    nullable: true,
    description: `Only ${things} after this one. CURSOR_EXPIRED when the gateway no longer keeps it.`,
  });
}

/**
 * Gives each subscription of a graph its resolver's instance. type-graphql gives `subscribe` none, and
 * a class made for each graph would stay in its storage for ever, and the services with it.
 */
export function joinStreams(
  schema: GraphQLSchema,
  instanceOf: (Resolver: ResolverClass<object>) => object | undefined,
): void {
  const fields = schema.getSubscriptionType()?.getFields() ?? {};
  for (const [name, { Resolver, subscribe, bounds }] of streams) {
    const field = fields[name];
    const self = instanceOf(Resolver);
    if (field === undefined || self === undefined) continue;
    for (const arg of field.args) Object.assign(arg.extensions, bounds[arg.name]);
    field.subscribe = (_root: unknown, args: object, context: Context) =>
      subscribe(self, args, context);
  }
}

function notJoined(): never {
  throw new GatewayError('INTERNAL', { detail: 'a subscription has no resolver instance' });
}
