import { Arg, ID, Resolver, Root, Subscription, type SubscribeResolverData } from 'type-graphql';
import { operations } from '../../operations/operations.js';
import type { Context } from '../../ports/context.js';
import type { StoredEvent } from '../../ports/events/event-store.js';
import type { TaskEvents } from '../../services/events/task-events.js';
import { eventCursors } from './task-cursor.js';
import { TaskEventType } from './task-payloads.js';
import { toTaskType } from './task-type.js';

type StreamRequest = SubscribeResolverData<unknown, Record<string, unknown>, Context>;

/**
 * The subscriptions over `events`. A class made for each graph: type-graphql's `subscribe` is a
 * plain function and sees no resolver instance.
 */
export function taskSubscriptions(events: TaskEvents): new () => object {
  @Resolver()
  class TaskSubscriptions {
    @Subscription(() => TaskEventType, {
      description: operations.taskUpdated.description,
      subscribe: ({ args, context }: StreamRequest) =>
        events.watchTask(context.viewer, String(args['id']), afterOf(args), context.ended),
    })
    taskUpdated(
      @Arg('id', () => ID, { description: 'The task’s id.' }) _id: string,
      @Arg('after', () => String, {
        nullable: true,
        description:
          'Only events after this one. CURSOR_EXPIRED when the gateway no longer keeps it.',
      })
      _after: string | undefined,
      @Root() event: StoredEvent,
    ): TaskEventType {
      return toTaskEvent(event);
    }

    @Subscription(() => TaskEventType, {
      description: operations.tasksUpdated.description,
      subscribe: ({ args, context }: StreamRequest) =>
        events.watchTasks(context.viewer, afterOf(args), context.ended),
    })
    tasksUpdated(
      @Arg('after', () => String, {
        nullable: true,
        description:
          'Only events after this one. CURSOR_EXPIRED when the gateway no longer keeps it.',
      })
      _after: string | undefined,
      @Root() event: StoredEvent,
    ): TaskEventType {
      return toTaskEvent(event);
    }
  }
  return TaskSubscriptions;
}

function afterOf(args: Record<string, unknown>): number | null {
  return typeof args['after'] === 'string' ? eventCursors.read(args['after']).number : null;
}

function toTaskEvent(event: StoredEvent): TaskEventType {
  return { cursor: eventCursors.write(event), task: toTaskType(event.task) };
}
