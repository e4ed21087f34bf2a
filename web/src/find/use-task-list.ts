import type { Client } from '@urql/core';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { dataOf } from '../session/exchange-key.js';
import { useSession } from '../session/use-session.js';
import { useTaskStore } from '../tasks/use-tasks.js';
import { StudioTasksDocument } from '../generated/graphql.js';
import { KeptReaders } from './kept-readers.js';
import { followKnown } from './known-tasks.js';
import { toCardTask, type CardTask } from './listed-task.js';
import { isWithin, toFilterInput, writeFilters, type TaskFilters } from './task-filters.js';
import type { ListPage } from './paged-list.js';
import { ListReader, type ListSnapshot } from './list-reader.js';

/** Tasks that are read at once: some screens full, and as many as the gateway gives. */
const PAGE_SIZE = 100;

/** By the client of the session: who signs in next sees nothing of it. */
const kept = new WeakMap<Client, KeptReaders<ListReader>>();

/** The tasks that fit the filters, as far as they were read. */
export function useTaskList(filters: TaskFilters): ListSnapshot & { readonly reader: ListReader } {
  const { client } = useSession();
  const store = useTaskStore();
  const reader = useMemo(() => {
    const readers = kept.get(client) ?? new KeptReaders<ListReader>();
    kept.set(client, readers);
    return readers.get(
      writeFilters(filters),
      () =>
        new ListReader({
          readPage: (after) => readPage(client, filters, after),
          follow: (onChange) => followKnown(store, toCardTask, onChange),
          belongs: (task) => isWithin(filters, task),
        }),
    );
  }, [client, store, filters]);
  const snapshot = useSyncExternalStore(reader.subscribe, reader.snapshot);
  useEffect(() => {
    if (reader.snapshot().list.endCursor === null) reader.loadMore();
  }, [reader]);
  return { ...snapshot, reader };
}

/** After a deletion: no list that is kept for the way back shows the task. */
export function forgetListed(client: Client, id: string): void {
  for (const reader of kept.get(client)?.all ?? []) reader.remove(id);
}

async function readPage(
  client: Client,
  filters: TaskFilters,
  after: string | null,
): Promise<ListPage<CardTask>> {
  const variables = { filter: toFilterInput(filters), first: PAGE_SIZE, after };
  const options = { requestPolicy: 'network-only' } as const;
  const { tasks } = dataOf(await client.query(StudioTasksDocument, variables, options).toPromise());
  if (tasks === null) throw new Error('The gateway gave no tasks.');
  return { nodes: tasks.nodes.map(toCardTask), pageInfo: tasks.pageInfo };
}
