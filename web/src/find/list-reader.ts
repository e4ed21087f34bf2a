import type { CardTask } from './listed-task.js';
import { emptyList, withoutTask, withPage, withTask } from './paged-list.js';
import type { PagedList, ListPage } from './paged-list.js';

export interface ListSnapshot {
  readonly list: PagedList<CardTask>;
  readonly isLoading: boolean;
  /** Why the next page could not be read; null: nothing went wrong. */
  readonly error: Error | null;
}

export interface ListSource {
  readonly readPage: (after: string | null) => Promise<ListPage<CardTask>>;
  /**
   * Tells of the tasks that are known, and then of each change; undefined in the place of a task: it
   * was deleted.
   */
  readonly follow: (onChange: (id: string, task: CardTask | undefined) => void) => () => void;
  readonly belongs: (task: CardTask) => boolean;
}

/** Reads a list page by page, and keeps what was read true while tasks change. */
export class ListReader {
  readonly #source: ListSource;
  readonly #listeners = new Set<() => void>();
  #unfollow: (() => void) | undefined;
  #snapshot: ListSnapshot = { list: emptyList(), isLoading: false, error: null };
  /** How far the list is scrolled in each view of it. */
  readonly scrollY = new Map<string, number>();

  constructor(source: ListSource) {
    this.#source = source;
  }

  /** Changes are followed while anything listens. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    this.#unfollow ??= this.#source.follow(this.#onChange);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#unfollow?.();
      this.#unfollow = undefined;
    };
  };

  readonly snapshot = (): ListSnapshot => this.#snapshot;

  /** Reads the next page, unless it is being read, there is none, or the last one failed. */
  loadMore(): void {
    const { list, isLoading, error } = this.#snapshot;
    if (isLoading || error !== null || !list.hasMore) return;
    this.#set({ isLoading: true });
    this.#source.readPage(list.endCursor).then(
      (page) => {
        this.#set({ list: withPage(this.#snapshot.list, page), isLoading: false });
      },
      (reason: unknown) => {
        const error = reason instanceof Error ? reason : new Error(String(reason));
        this.#set({ isLoading: false, error });
      },
    );
  }

  retry(): void {
    this.#set({ error: null });
    this.loadMore();
  }

  remove(id: string): void {
    this.#set({ list: withoutTask(this.#snapshot.list, id) });
  }

  readonly #onChange = (id: string, task: CardTask | undefined): void => {
    const { list } = this.#snapshot;
    const changed =
      task === undefined ? withoutTask(list, id) : withTask(list, task, this.#source.belongs(task));
    if (changed !== list) this.#set({ list: changed });
  };

  #set(change: Partial<ListSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }
}
