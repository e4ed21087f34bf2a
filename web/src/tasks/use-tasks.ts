import { useMemo, useSyncExternalStore } from 'react';
import type { Client } from '@urql/core';
import { useOwner } from '../session/use-owner.js';
import { useSession } from '../session/use-session.js';
import { newestFirst, type Task } from './task-list.js';
import { TaskStore, type TasksState } from './task-store.js';

const stores = new WeakMap<Client, TaskStore>();

/** The one store of the session. */
export function useTaskStore(): TaskStore {
  const { client, connection } = useSession();
  const owner = useOwner();
  const known = stores.get(client);
  if (known !== undefined) return known;
  const store = new TaskStore(client, connection, owner);
  stores.set(client, store);
  return store;
}

/** The tasks as they are now. */
export function useTasks(): TasksState & { readonly newest: readonly Task[] } {
  const store = useTaskStore();
  const state = useSyncExternalStore(store.subscribe, () => store.state);
  return useMemo(() => ({ ...state, newest: newestFirst(state.tasks) }), [state]);
}

/** One of them; undefined while it is not known. */
export function useTask(id: string): Task | undefined {
  return useTasks().tasks.get(id);
}
