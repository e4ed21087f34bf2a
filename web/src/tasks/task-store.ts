import type { Client } from '@urql/core';
import { TasksDocument, TasksUpdatedDocument } from '../../../client/src/documents.js';
import { gatewayErrorOf } from '../../../client/src/urql.js';
import type { Connection } from '../session/connection.js';
import {
  isSettled,
  LIVE_STATUSES,
  withTasks,
  withoutTask,
  type Task,
  type TaskMap,
} from './task-list.js';

/** Newest tasks that are read at first, and live ones beside them. */
const NEWEST = 24;
const LIVE_MAX = 50;

/** A pause before a stream that has given up is opened again. */
const REOPEN_MS = 5_000;

/** Between reads of live tasks, until the stream has told its first cursor. */
const REREAD_MS = 5_000;

export interface TasksState {
  readonly tasks: TaskMap;
  /** Whether the first tasks have been read. */
  readonly isLoaded: boolean;
  /** Why the tasks could not be read; undefined when they were. */
  readonly failure: string | undefined;
}

/**
 * The tenant's tasks as one stream tells them. It goes on after its last cursor when the page is loaded
 * again and when the connection was lost, so no event is missed.
 */
export class TaskStore {
  readonly #client: Client;
  readonly #connection: Connection;
  readonly #cursorKey: string;
  readonly #listeners = new Set<() => void>();
  #state: TasksState = {
    tasks: new Map(),
    isLoaded: false,
    failure: undefined,
  };
  #endStream: (() => void) | undefined;
  #endWatch: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #rereading: ReturnType<typeof setTimeout> | undefined;
  /** Whether the tasks were read again since the stream was opened. */
  #isReread = false;

  /** `owner` tells whose cursor is kept in the page's session. */
  constructor(client: Client, connection: Connection, owner: string) {
    this.#client = client;
    this.#connection = connection;
    this.#cursorKey = `studio.cursor.${owner}`;
  }

  get state(): TasksState {
    return this.#state;
  }

  /** The stream is open while anything listens. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) {
      window.addEventListener('online', this.#open);
      this.#open();
    }
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      window.removeEventListener('online', this.#open);
      this.#close();
    };
  };

  /** Tasks that an answer told of. */
  note(tasks: readonly Task[]): void {
    this.#change({ tasks: withTasks(this.#state.tasks, tasks, false) });
  }

  /** The task was deleted. */
  forget(id: string): void {
    this.#change({ tasks: withoutTask(this.#state.tasks, id) });
  }

  #change(change: Partial<TasksState>): void {
    this.#state = { ...this.#state, ...change };
    this.#listeners.forEach((listener) => {
      listener();
    });
  }

  /** Reads what is there, and follows what comes. */
  readonly #open = (): void => {
    this.#close();
    this.#isReread = false;
    void this.#read();
    this.#follow();
    // A stream that had told nothing yet has no cursor to go on after.
    this.#endWatch = this.#connection.subscribe(() => {
      if (!this.#connection.isLost()) void this.#read();
    });
  };

  #close(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#rereading);
    this.#endWatch?.();
    this.#endStream?.();
    this.#endStream = undefined;
  }

  #follow(): void {
    const after = sessionStorage.getItem(this.#cursorKey);
    let mayHaveMissed = after === null;
    const stream = this.#client
      .subscription(TasksUpdatedDocument, { after })
      .subscribe(({ data, error }) => {
        if (data !== undefined) {
          const { cursor, task } = data.tasksUpdated;
          sessionStorage.setItem(this.#cursorKey, cursor);
          this.#change({ tasks: withTasks(this.#state.tasks, [task], true) });
          // From this event on the stream misses nothing; this reads what came before it.
          if (mayHaveMissed) void this.#read();
          mayHaveMissed = false;
        }
        if (error !== undefined) this.#reopenLater(gatewayErrorOf(error)?.code);
      });
    this.#endStream = () => {
      stream.unsubscribe();
    };
  }

  /** The stream has given up, after all the attempts of the client. */
  #reopenLater(code: string | undefined): void {
    // Its events are kept no longer: what is there now is read, and the stream begins anew.
    if (code === 'CURSOR_EXPIRED') sessionStorage.removeItem(this.#cursorKey);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#open, REOPEN_MS);
  }

  async #read(): Promise<void> {
    const options = { requestPolicy: 'network-only' } as const;
    const answers = await Promise.all([
      this.#client.query(TasksDocument, { first: NEWEST }, options).toPromise(),
      this.#client
        .query(
          TasksDocument,
          { first: LIVE_MAX, filter: { statuses: [...LIVE_STATUSES] } },
          options,
        )
        .toPromise(),
    ]);
    const tasks = answers.flatMap(({ data }) => data?.tasks?.nodes ?? []);
    const error = answers.find((answer) => answer.error !== undefined)?.error;
    this.#change({
      tasks: withTasks(this.#state.tasks, tasks, false),
      isLoaded: true,
      failure: error === undefined ? undefined : (gatewayErrorOf(error)?.message ?? error.message),
    });
    this.#rereadLater();
  }

  /**
   * A stream without a cursor begins at a moment that nothing tells of. What has happened between a
   * read and that moment, and is the last event of its task, would never be seen.
   */
  #rereadLater(): void {
    clearTimeout(this.#rereading);
    const isOpen = this.#endStream !== undefined;
    const isLive = [...this.#state.tasks.values()].some(
      (task) => !isSettled(task) && task.status !== 'UNCONFIRMED',
    );
    if (!isOpen || sessionStorage.getItem(this.#cursorKey) !== null) return;
    // Once even where nothing is live: what came in between may be all there is.
    if (!isLive && this.#isReread) return;
    this.#rereading = setTimeout(() => {
      this.#isReread = true;
      void this.#read();
    }, REREAD_MS);
  }
}
