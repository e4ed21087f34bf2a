import type { ReactNode } from 'react';
import type { TaskStatus } from '../../../client/src/documents.js';
import { Badge, type Tone } from '../design/badge.js';

const LOOKS: Readonly<Record<TaskStatus, readonly [tone: Tone, words: string]>> = {
  QUEUED: ['plain', 'Queued'],
  PENDING: ['plain', 'Accepted'],
  THROTTLED: ['warn', 'Waiting at Runway'],
  RUNNING: ['accent', 'Running'],
  SUCCEEDED: ['good', 'Done'],
  FAILED: ['bad', 'Failed'],
  CANCELLED: ['plain', 'Cancelled'],
  UNCONFIRMED: ['warn', 'Not confirmed'],
};

/** What people call the status. */
export function statusWords(status: TaskStatus): string {
  return LOOKS[status][1];
}

export function StatusBadge({ status }: { readonly status: TaskStatus }): ReactNode {
  const [tone, words] = LOOKS[status];
  return <Badge tone={tone}>{words}</Badge>;
}
