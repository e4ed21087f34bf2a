import { Arg, ID, Resolver } from 'type-graphql';
import { operations } from '../../operations/operations.js';
import type { StoredEvent } from '../../ports/events/event-store.js';
import type { TaskEvents } from '../../services/events/task-events.js';
import { afterArgument, defineSubscription } from '../define-subscription.js';
import { eventCursors } from './task-cursor.js';
import { TaskEventType } from './task-payloads.js';
import { toTaskType } from './task-type.js';

/** The subscriptions to tasks: added below. */
@Resolver()
export class TaskSubscriptions {
  constructor(readonly events: TaskEvents) {}
}

interface AfterArgument {
  readonly after: string | null | undefined;
}

defineSubscription<TaskSubscriptions, AfterArgument & { readonly id: string }, StoredEvent>(
  TaskSubscriptions,
  {
    name: 'taskUpdated',
    row: operations.taskUpdated,
    type: () => TaskEventType,
    args: {
      id: Arg('id', () => ID, { description: 'The task’s id.' }),
      after: afterArgument('events'),
    },
    subscribe: ({ events }, { id, after }, { viewer }) =>
      events.watchTask(viewer, id, eventCursors.after(after)?.number ?? null),
    show: toTaskEvent,
  },
);

defineSubscription<TaskSubscriptions, AfterArgument, StoredEvent>(TaskSubscriptions, {
  name: 'tasksUpdated',
  row: operations.tasksUpdated,
  type: () => TaskEventType,
  args: { after: afterArgument('events') },
  subscribe: ({ events }, { after }, { viewer }) =>
    events.watchTasks(viewer, eventCursors.after(after)?.number ?? null),
  show: toTaskEvent,
});

function toTaskEvent(event: StoredEvent): TaskEventType {
  return { cursor: eventCursors.write(event), task: toTaskType(event.task) };
}
