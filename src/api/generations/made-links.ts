import { createUnionType, Resolver } from 'type-graphql';
import type { CreatableKind } from '../../domain/resource/kinds.js';
import { GatewayError } from '../../errors.js';
import { MADE_KINDS, madeKind } from '../../operations/links.js';
import { defineMember } from '../define-field.js';
import type { ResourceLoaders } from '../resources/resource-loaders.js';
import type { KindGraph } from '../resources/kind-graph.js';
import { kindGraphs } from '../resources/kinds-in-graph.js';
import { TaskType, toTaskType } from '../tasks/task-type.js';

type LinkResolverClass = new (loaders: ResourceLoaders) => object;

function graphOf(kind: CreatableKind): KindGraph {
  const graph = kindGraphs.find((one) => one.kind === kind);
  if (graph === undefined) throw new GatewayError('INTERNAL', { detail: `no graph of ${kind}` });
  return graph;
}

const MadeResource = createUnionType({
  name: 'MadeResource',
  description: 'What a task made that stays at Runway.',
  types: () => MADE_KINDS.map((kind) => graphOf(kind).Type),
});

@Resolver(() => TaskType)
class MadeLinkResolver {
  constructor(readonly loaders: ResourceLoaders) {}
}

defineMember<MadeLinkResolver, TaskType>(MadeLinkResolver, {
  name: 'made',
  description:
    'What it made that stays at Runway; null for media, until Runway has answered, and when it is gone. FORBIDDEN without the scope that reads it.',
  type: () => MadeResource,
  resolve: async ({ loaders }, { operation, runwayTaskId }, context) => {
    const kind = madeKind(operation);
    if (kind === undefined || runwayTaskId === null) return null;
    const graph = graphOf(kind);
    const held = await loaders.load(context, kind, runwayTaskId);
    return held === undefined ? null : graph.toType(held);
  },
});

/** The field of a resource that shows the task that made it. */
function madeByResolver(kind: CreatableKind): LinkResolverClass {
  const { thing, Type } = graphOf(kind);
  @Resolver(() => Type)
  class MadeByResolver {
    constructor(readonly loaders: ResourceLoaders) {}
  }
  defineMember<MadeByResolver, { readonly id: string }>(MadeByResolver, {
    name: 'madeBy',
    description: `The task that made the ${thing}; null when your tenant has none. FORBIDDEN without \`task:read\`.`,
    type: () => TaskType,
    resolve: async ({ loaders }, { id }, context) => {
      const task = await loaders.loadMaker(context, kind, id);
      return task === undefined ? null : toTaskType(task);
    },
  });
  return MadeByResolver;
}

/** Of tasks to what they made, and back. */
export const linkResolvers: readonly LinkResolverClass[] = [
  MadeLinkResolver,
  ...MADE_KINDS.map(madeByResolver),
];
