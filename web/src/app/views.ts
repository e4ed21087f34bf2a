import { lazy, type ComponentType } from 'react';
import type { IconName } from '../design/icon.js';
import type { ViewProps } from './view-props.js';

export interface ViewRow {
  /** Below /studio, with `:names`. */
  readonly path: string;
  readonly title: string;
  /** Its place in the navigation; undefined: it has none. */
  readonly icon?: IconName;
  /** Which entry of the navigation is marked while it is shown. */
  readonly under?: string;
  readonly view: ComponentType<ViewProps>;
}

/** Every view of the studio: each is loaded when it is first shown. */
export const VIEWS: readonly ViewRow[] = [
  {
    path: '/',
    title: 'Make',
    icon: 'make',
    view: lazy(async () => ({ default: (await import('../make/make-view.js')).MakeView })),
  },
  {
    path: '/tasks',
    title: 'Tasks',
    icon: 'tasks',
    view: lazy(async () => ({ default: (await import('../find/tasks-view.js')).TasksView })),
  },
  {
    path: '/gallery',
    title: 'Gallery',
    icon: 'gallery',
    view: lazy(async () => ({ default: (await import('../find/gallery-view.js')).GalleryView })),
  },
  {
    path: '/money',
    title: 'Money',
    icon: 'money',
    view: lazy(async () => ({ default: (await import('../money/money-view.js')).MoneyView })),
  },
  {
    path: '/keys',
    title: 'Keys',
    icon: 'keys',
    view: lazy(async () => ({ default: (await import('../keys/keys-view.js')).KeysView })),
  },
  {
    path: '/watch/:id',
    title: 'Watch',
    under: '/',
    view: lazy(async () => ({ default: (await import('../watch/watch-view.js')).WatchView })),
  },
  {
    path: '/tasks/:id',
    title: 'Task',
    under: '/tasks',
    view: lazy(async () => ({ default: (await import('../detail/detail-view.js')).DetailView })),
  },
  {
    path: '/compare',
    title: 'Compare',
    under: '/gallery',
    view: lazy(async () => ({ default: (await import('../compare/compare-view.js')).CompareView })),
  },
];
