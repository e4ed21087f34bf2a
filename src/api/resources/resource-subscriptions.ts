import { Arg, Field, ID, ObjectType, Resolver, type ClassType } from 'type-graphql';
import type { FollowedKind } from '../../domain/resource/kinds.js';
import { fieldOfKind, type FieldDoing } from '../../operations/fields-of-kind.js';
import { typeOfKind } from '../../operations/answer-types.js';
import { operations } from '../../operations/operations.js';
import type { ResourceEvent, ResourceEvents } from '../../services/resources/resource-events.js';
import { afterArgument, defineSubscription } from '../define-subscription.js';
import { eventCursors } from '../tasks/task-cursor.js';
import type { KindGraph } from './kind-graph.js';
import { kindGraphs } from './kinds-in-graph.js';

interface FollowArguments {
  readonly id: string;
  readonly after: string | null | undefined;
}

/** The subscription that follows a kind, and the type of its events. */
interface Followed {
  readonly field: FieldDoing<'follow'>;
  readonly graph: KindGraph<FollowedKind>;
  readonly Event: ClassType;
}

const followed: readonly Followed[] = kindGraphs.flatMap((graph) => {
  const field = fieldOfKind(graph.kind, 'follow');
  if (field === undefined) return [];
  return [{ field, graph: graph as KindGraph<FollowedKind>, Event: eventOf(field, graph) }];
});

/** The subscriptions to resources: one for each kind that is followed, added below. */
@Resolver()
export class ResourceSubscriptions {
  constructor(readonly events: ResourceEvents) {}
}

for (const one of followed) addFollow(one);

function addFollow({ field, graph, Event }: Followed): void {
  const { kind, thing } = graph;
  defineSubscription<ResourceSubscriptions, FollowArguments, ResourceEvent<FollowedKind>>(
    ResourceSubscriptions,
    {
      name: field,
      row: operations[field],
      type: () => Event,
      args: {
        id: Arg('id', () => ID, { description: `The ${thing}’s id.` }),
        after: afterArgument('events'),
      },
      subscribe: ({ events }, { id, after }, { viewer, ended }) =>
        events.watch(viewer, kind, id, eventCursors.after(after)?.number ?? null, ended),
      show: ({ number, held }) => ({
        cursor: eventCursors.write({ number }),
        [kind]: graph.toType(held),
      }),
    },
  );
}

function eventOf(field: string, { kind, thing, Type }: KindGraph): ClassType {
  @ObjectType(`${typeOfKind(kind)}Event`, {
    description: `An event of ${field}: the ${thing}, read when something about it had changed.`,
  })
  class EventType {
    @Field(() => String, { description: 'Pass it as `after` to go on from here.' })
    cursor!: string;
  }
  Field(() => Type, { description: `The ${thing}.` })(EventType.prototype, kind);
  return EventType;
}
