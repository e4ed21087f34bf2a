/** Outputs and their copies. */
export interface ArchiveStore {
  /** The tenant of a task whose outputs may be read; undefined while it is suspended or deleted. */
  findServedTenant(taskId: string): Promise<string | undefined>;
}
