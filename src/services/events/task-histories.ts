import type { Viewer } from '../../domain/tenant/viewer.js';
import type { EventStore, StatusChange } from '../../ports/events/event-store.js';

/** A task that Runway moves between PENDING and THROTTLED has many, and the old ones tell nothing. */
const CHANGES_MAX = 100;

/** When tasks entered their statuses. */
export class TaskHistories {
  readonly #store: EventStore;

  constructor(store: EventStore) {
    this.#store = store;
  }

  /** One list for each id, oldest change first; empty for a task that the viewer's tenant has not. */
  async of(viewer: Viewer, taskIds: readonly string[]): Promise<(readonly StatusChange[])[]> {
    const changes = await this.#store.listStatusChanges(viewer.tenantId, taskIds, CHANGES_MAX);
    return taskIds.map((id) => changes.filter(({ taskId }) => taskId === id));
  }
}
