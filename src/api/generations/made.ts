import { Resolver } from 'type-graphql';
import { defineMember } from '../define-field.js';
import type { ResourceLoaders } from '../resources/resource-loaders.js';
import { creationPayloads, type CreationPayload } from '../resources/creation-payloads.js';
import type { TaskPayload } from '../tasks/task-payloads.js';

type MadeResolverClass = new (loaders: ResourceLoaders) => object;

/** The field of a creation's payload that shows what it made. */
function madeResolver({ graph, Payload }: CreationPayload): MadeResolverClass {
  const { kind, thing, Type } = graph;
  @Resolver(() => Payload)
  class MadeResolver {
    constructor(readonly loaders: ResourceLoaders) {}
  }
  defineMember<MadeResolver, TaskPayload>(MadeResolver, {
    name: kind,
    description: `The ${thing}; null until Runway has answered, and when it is gone.`,
    type: () => Type,
    resolve: async ({ loaders }, payload, context) => {
      const id = payload.task.runwayTaskId;
      const held = id === null ? undefined : await loaders.load(context, kind, id);
      return held === undefined ? null : graph.toType(held);
    },
  });
  return MadeResolver;
}

/** One for each payload of a creation. */
export const madeResolvers: readonly MadeResolverClass[] = creationPayloads.map(madeResolver);
