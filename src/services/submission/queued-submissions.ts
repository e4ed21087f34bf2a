import { textLength } from '../../domain/input/text-length.js';
import type { WaitingFor } from '../../domain/task/task.js';
import type { AccountRoutes } from '../../ports/accounts/account-routes.js';
import type { CrashPoints } from '../../ports/crash-points.js';
import type { SlotPool } from '../../ports/dispatch/slot-pool.js';
import type { SubmissionLease } from '../../ports/submission/submission-lease.js';
import type { SubmissionStore, TakeRules } from '../../ports/submission/submission-store.js';
import { PoolLanes, type Lane } from '../dispatch/pool-lanes.js';
import type { Slots } from '../dispatch/slots.js';
import { closedReason } from '../dispatch/waiting.js';
import type { WaitingNotes } from '../dispatch/waiting-notes.js';
import type { Breakers } from '../upstream/breakers.js';
import type { LeasesInDoubt } from './leases-in-doubt.js';
import type { BytesClaim, OpenBytes } from './open-bytes.js';
import type { OpenSubmission, OpenSubmissions } from './open-submissions.js';
import type { SendingRules } from './sending-rules.js';
import type { Caller } from './submission-outcomes.js';
import type { SubmissionSender } from './submission-sender.js';

/** Accounts whose limits are read at once. Their submissions cannot be sent before. */
const LEARNT_AT_ONCE = 8;

/** Requests of one account and model that one node sends in the background. */
const POOL_LANES = 8;

const NO_CALLER: Caller = { isWaiting: false };

export interface QueuedSubmissionsOptions {
  readonly stores: { readonly submissions: SubmissionStore };
  readonly accounts: AccountRoutes;
  readonly slots: Slots;
  readonly breakers: Breakers;
  readonly rules: SendingRules;
  readonly leases: LeasesInDoubt;
  readonly sender: SubmissionSender;
  readonly open: OpenSubmissions;
  readonly bytes: OpenBytes;
  readonly notes: WaitingNotes;
  readonly crashPoints: CrashPoints;
}

/** What one look at the queue has found about pools that it could not send for. */
interface Findings {
  readonly unlearnt: Set<string>;
  readonly waiting: Map<SlotPool, WaitingFor>;
}

/** Sends requests that were accepted before and wait for their turn. */
export class QueuedSubmissions {
  readonly #options: QueuedSubmissionsOptions;
  readonly #lanes = new PoolLanes(POOL_LANES);

  constructor(options: QueuedSubmissionsOptions) {
    this.#options = options;
  }

  /** Takes the next submission that is due and may go, and sends it; false when there was none. */
  async sendNext(): Promise<boolean> {
    const { open } = this.#options;
    if (open.isStopping) return false;
    return await open.run(true, (submission) => this.#takeAndSend(submission));
  }

  async #takeAndSend(submission: OpenSubmission): Promise<boolean> {
    const { slots, accounts, open, bytes, notes } = this.#options;
    await slots.learn(accounts.operator);
    if (open.isStopping) return false;
    const findings: Findings = { unlearnt: new Set(), waiting: new Map() };
    const lane = this.#lanes.open();
    const claim = bytes.claimNext();
    try {
      const lease = await this.#take(lane, claim, findings);
      if (lease !== undefined) {
        await this.#send(submission, lease);
        return true;
      }
    } finally {
      lane.end();
      claim.end();
    }
    notes.block(findings.waiting);
    const toLearn = [...findings.unlearnt].slice(0, LEARNT_AT_ONCE);
    await Promise.all(toLearn.map((account) => slots.learn(account)));
    return toLearn.length > 0;
  }

  async #take(
    lane: Lane,
    claim: BytesClaim,
    findings: Findings,
  ): Promise<SubmissionLease | undefined> {
    const { stores, leases, crashPoints } = this.#options;
    crashPoints.reach('beforeSendingCommit');
    const lease = await leases.ask(this.#rulesFor(lane, claim, findings), false, (all) =>
      stores.submissions.takeNextSubmission(all),
    );
    if (lease === undefined) return undefined;
    lane.keep(lease);
    claim.shrinkTo(textLength(lease.request.body));
    return lease;
  }

  #rulesFor(lane: Lane, claim: BytesClaim, { unlearnt, waiting }: Findings): TakeRules {
    const { slots, rules, breakers } = this.#options;
    return {
      ...rules.atPresent(),
      ...(claim.bytesMax !== null && { requestBytesMax: claim.bytesMax }),
      slotsOf: (pool) => {
        if (!lane.claim(pool)) return 0;
        if (!slots.isLearnt(pool.runwayAccount)) {
          unlearnt.add(pool.runwayAccount);
          return 0;
        }
        const free = rules.slotsOf(pool);
        const reason = free === 0 ? closedReason(breakers, pool) : 'SLOT';
        if (free !== null) waiting.set(pool, { reason, until: null });
        return free;
      },
      onHeld: (pool, waitingFor) => waiting.set(pool, waitingFor),
    };
  }

  async #send(submission: OpenSubmission, lease: SubmissionLease): Promise<void> {
    const { sender, notes, crashPoints } = this.#options;
    notes.unblock(lease);
    crashPoints.reach('afterSendingCommit', lease.taskId);
    await sender.send(submission, lease, NO_CALLER);
  }
}
