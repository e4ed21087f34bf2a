/**
 * The task of a lease as the store wrote it when it gave the lease. It goes back with the lease, so
 * that the store need not look at the task again where no other writer has touched it since.
 */
export interface LeasedTask {
  /** Another one after each write of the task. */
  readonly version: string;
}
