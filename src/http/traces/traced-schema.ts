import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { toGatewayError } from '../../api/errors/format-error.js';
import type { Context } from '../../ports/context.js';
import type { Span, Tracer } from '../../ports/telemetry/tracer.js';
import { tracedLog } from '../../ports/telemetry/traced-log.js';

type Field = GraphQLField<unknown, Context>;
type Execute = NonNullable<Field['resolve']>;

/**
 * The same schema, whose root fields leave spans: queries and mutations for as long as they are
 * resolved, subscriptions until they are open. Unchanged while tracing is off.
 */
export function traceSchema(schema: GraphQLSchema, tracer: Tracer): GraphQLSchema {
  if (!tracer.isOn) return schema;
  for (const field of fieldsOf(schema.getQueryType())) {
    field.resolve = traced(field, field.resolve, tracer, (context) => context);
  }
  for (const field of fieldsOf(schema.getMutationType())) {
    field.resolve = traced(field, field.resolve, tracer, mutationContext);
  }
  for (const field of fieldsOf(schema.getSubscriptionType())) {
    field.subscribe = traced(field, field.subscribe, tracer, (context) => context);
  }
  return schema;
}

function fieldsOf(type: GraphQLObjectType | null | undefined): readonly Field[] {
  return Object.values(type?.getFields() ?? {});
}

/**
 * With the span that the tasks of the mutation follow from. A query keeps its context, because
 * loaders are shared by context.
 */
function mutationContext(context: Context, { traceparent }: Span): Context {
  if (traceparent === null) return context;
  const { viewer, log } = context;
  return { ...context, viewer: { ...viewer, traceparent }, log: tracedLog(log, traceparent) };
}

function traced(
  { name }: Field,
  execute: Execute | undefined,
  tracer: Tracer,
  contextOf: (context: Context, span: Span) => Context,
): Execute {
  return async (root, args, context, info): Promise<unknown> => {
    const parent = context.traceparent ?? null;
    const attributes = { 'gateway.field': name };
    const span = tracer.begin('field', name, { parent, attributes });
    try {
      const result: unknown = await execute?.(root, args, contextOf(context, span), info);
      span.end(result instanceof Error ? toGatewayError(result).code : undefined);
      return result;
    } catch (error) {
      span.end(toGatewayError(error).code);
      throw error;
    }
  };
}
