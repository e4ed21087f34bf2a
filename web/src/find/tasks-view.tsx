import type { ReactNode } from 'react';
import { TaskListView } from './task-list-view.js';
import { TaskTable } from './task-table.js';

/** All tasks as a table. */
export function TasksView(): ReactNode {
  return <TaskListView title="Tasks" Body={TaskTable} />;
}
