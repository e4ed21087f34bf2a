import { Arg, Field, ID, ObjectType, Resolver, type ClassType } from 'type-graphql';
import type { FollowedKind } from '../../domain/resource/kinds.js';
import { fieldOfKind, type FieldDoing } from '../../operations/fields-of-kind.js';
import { typeOfKind } from '../../operations/answer-types.js';
import { operations } from '../../operations/operations.js';
import type { ResourceEvent, ResourceEvents } from '../../services/resources/resource-events.js';
import { defineSubscription } from '../define-field.js';
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

/** The subscriptions over `events`: a class made for each graph, as those of tasks are. */
export function resourceSubscriptions(events: ResourceEvents): new () => object {
  @Resolver()
  class ResourceSubscriptions {}
  for (const one of followed) addFollow(ResourceSubscriptions, one, events);
  return ResourceSubscriptions;
}

function addFollow(
  Subscriptions: new () => object,
  { field, graph, Event }: Followed,
  events: ResourceEvents,
): void {
  const { kind, thing } = graph;
  defineSubscription<FollowArguments, ResourceEvent<FollowedKind>>(Subscriptions, {
    name: field,
    row: operations[field],
    type: () => Event,
    args: {
      id: Arg('id', () => ID, { description: `The ${thing}’s id.` }),
      after: Arg('after', () => String, {
        nullable: true,
        description:
          'Only events after this one. CURSOR_EXPIRED when the gateway no longer keeps it.',
      }),
    },
    subscribe: ({ id, after }, { viewer, ended }) => {
      const number = typeof after === 'string' ? eventCursors.read(after).number : null;
      return events.watch(viewer, kind, id, number, ended);
    },
    show: ({ number, held }) => ({
      cursor: eventCursors.write({ number }),
      [kind]: graph.toType(held),
    }),
  });
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
