import { READ_INTERVAL_MS } from '../../../domain/task/read-interval.js';
import type { TaskRow } from './task-rows.js';

/**
 * At once, but not sooner after the last read than Runway allows, and not under a reader's lease.
 */
export function earliestRead(
  row: Pick<TaskRow, 'poll_due_at' | 'poll_lease_until' | 'last_read_at'>,
  now: Date,
): Date | null {
  if (row.poll_due_at === null) return null;
  if (row.poll_lease_until !== null && row.poll_lease_until > now) return row.poll_due_at;
  const allowed = (row.last_read_at?.getTime() ?? -Infinity) + READ_INTERVAL_MS;
  return new Date(Math.min(row.poll_due_at.getTime(), Math.max(now.getTime(), allowed)));
}
