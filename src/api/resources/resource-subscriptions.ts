import { Arg, ID, Resolver, Root, Subscription, type SubscribeResolverData } from 'type-graphql';
import { operations } from '../../operations/operations.js';
import type { Context } from '../../ports/context.js';
import { CursorScalar } from '../../scalars/cursor-scalar.js';
import type { FollowedKind } from '../../domain/resource/kinds.js';
import type { ResourceEvent, ResourceEvents } from '../../services/resources/resource-events.js';
import { eventCursors } from '../tasks/task-cursor.js';
import {
  AvatarEventType,
  RealtimeSessionEventType,
  VoiceEventType,
} from './resource-event-types.js';
import { resourceRows } from './resource-rows.js';

type StreamRequest = SubscribeResolverData<unknown, Record<string, unknown>, Context>;

const AFTER = {
  nullable: true,
  description: 'Only events after this one. CURSOR_EXPIRED when the gateway no longer keeps it.',
} as const;

/** The subscriptions over `events`: a class made for each graph, as those of tasks are. */
export function resourceSubscriptions(events: ResourceEvents): new () => object {
  const watch =
    (kind: FollowedKind) =>
    ({ args, context }: StreamRequest) => {
      const after =
        typeof args['after'] === 'string' ? eventCursors.read(args['after']).number : null;
      return events.watch(context.viewer, kind, String(args['id']), after, context.ended);
    };

  @Resolver()
  class ResourceSubscriptions {
    @Subscription(() => AvatarEventType, {
      description: operations.avatarUpdated.description,
      subscribe: watch('avatar'),
    })
    avatarUpdated(
      @Arg('id', () => ID, { description: 'The avatar’s id.' }) _id: string,
      @Arg('after', () => CursorScalar, AFTER) _after: string | undefined,
      @Root() { number, held }: ResourceEvent<'avatar'>,
    ): AvatarEventType {
      return { cursor: eventCursors.write({ number }), avatar: resourceRows.avatar.toType(held) };
    }

    @Subscription(() => VoiceEventType, {
      description: operations.voiceUpdated.description,
      subscribe: watch('voice'),
    })
    voiceUpdated(
      @Arg('id', () => ID, { description: 'The voice’s id.' }) _id: string,
      @Arg('after', () => CursorScalar, AFTER) _after: string | undefined,
      @Root() { number, held }: ResourceEvent<'voice'>,
    ): VoiceEventType {
      return { cursor: eventCursors.write({ number }), voice: resourceRows.voice.toType(held) };
    }

    @Subscription(() => RealtimeSessionEventType, {
      description: operations.realtimeSessionUpdated.description,
      subscribe: watch('realtimeSession'),
    })
    realtimeSessionUpdated(
      @Arg('id', () => ID, { description: 'The session’s id.' }) _id: string,
      @Arg('after', () => CursorScalar, AFTER) _after: string | undefined,
      @Root() { number, held }: ResourceEvent<'realtimeSession'>,
    ): RealtimeSessionEventType {
      const realtimeSession = resourceRows.realtimeSession.toType(held);
      return { cursor: eventCursors.write({ number }), realtimeSession };
    }
  }
  return ResourceSubscriptions;
}
