import type { CrashPoints } from '../ports/crash-points.js';
import type { Logger } from '../ports/logger.js';
import type { Tracer } from '../ports/telemetry/tracer.js';
import type { Metrics } from '../ports/telemetry/metrics.js';
import type { RunwayApi } from '../ports/upstream/runway-api.js';
import { WaitingNotes } from '../services/dispatch/waiting-notes.js';
import type { PreparedInputs } from '../services/lineage/prepared-inputs.js';
import { LeasesInDoubt } from '../services/submission/leases-in-doubt.js';
import { OpenBytes, type OpenBytesLimits } from '../services/submission/open-bytes.js';
import { OpenSubmissions } from '../services/submission/open-submissions.js';
import { QueuedSubmissions } from '../services/submission/queued-submissions.js';
import { SendingRules } from '../services/submission/sending-rules.js';
import {
  SubmissionChecks,
  type SubmissionChecksOptions,
} from '../services/submission/submission-checks.js';
import { SubmissionOutcomes } from '../services/submission/submission-outcomes.js';
import { SubmissionSender } from '../services/submission/submission-sender.js';
import type { SubmissionStores } from '../services/submission/submission-stores.js';
import { Submissions } from '../services/submission/submissions.js';
import { RetryBudget } from '../services/upstream/retry-budget.js';
import { unawaited } from '../concurrency/unawaited.js';

export interface PaidRequestOptions extends SubmissionChecksOptions {
  readonly stores: SubmissionStores;
  readonly runway: RunwayApi;
  readonly inputs: PreparedInputs;
  readonly log: Logger;
  readonly tracer: Tracer;
  readonly metrics?: Metrics | undefined;
  /** Deadline of one POST, as configured in the RunwayApi; leases are derived from it. */
  readonly submitTimeoutMs: number;
  /** X-Runway-On-Behalf-Of for a tenant; null: not sent. */
  readonly onBehalfOf: (tenantId: string) => string | null;
  /** Called when a submission may be due, or a slot free. */
  readonly onWork: () => void;
  /** In [0, 1). */
  readonly random: () => number;
  readonly crashPoints: CrashPoints;
  readonly openBytes: OpenBytesLimits;
}

/** The parts that paid requests go through, new ones and those that wait in the queue. */
export function joinPaidRequests(options: PaidRequestOptions) {
  const { stores, clock, log, onWork } = options;
  const open = new OpenSubmissions({ stores, clock, log });
  const { stopped } = open;
  const retries = new RetryBudget(clock);
  const outcomes = new SubmissionOutcomes({ ...options, retries, stopped });
  const leases = new LeasesInDoubt({
    ...options,
    stopped,
    goOn: (work) => {
      unawaited(open.run(false, work), { name: 'an outcome in doubt', log });
    },
  });
  const notes = new WaitingNotes({ store: stores.waitingNotes, clock });
  const parts = {
    ...options,
    open,
    leases,
    notes,
    rules: new SendingRules({ ...options, open }),
    sender: new SubmissionSender({ ...options, open, outcomes, retries }),
    bytes: new OpenBytes(options.openBytes, onWork),
  };
  const checks = new SubmissionChecks(options);
  const submissions = new Submissions({ ...parts, checks });
  return { submissions, queued: new QueuedSubmissions(parts), notes, open };
}
