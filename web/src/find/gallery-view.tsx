import type { ReactNode } from 'react';
import { GalleryGrid } from './gallery-grid.js';
import { TaskListView } from './task-list-view.js';

/** All tasks as pictures. */
export function GalleryView(): ReactNode {
  return <TaskListView title="Gallery" Body={GalleryGrid} />;
}
