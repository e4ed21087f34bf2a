import type { AuditedMutation } from '../../domain/audit.js';
import type { JsonValue } from '../../domain/input/json.js';
import { isOmittedDataUri } from '../../domain/input/data-uris.js';
import { requestFingerprint } from '../../domain/input/fingerprint.js';
import { isOmittedSecret } from '../../domain/input/omitted-secrets.js';
import { UNKNOWN_MS_MAX } from '../../domain/task/doubt.js';
import { UNINTELLIGIBLE_FAILURE } from '../../domain/task/failure.js';
import type { Failure, Task, TaskStatus } from '../../domain/task/task.js';
import { isNarrowedFrom, type Viewer } from '../../domain/tenant/viewer.js';
import { isUuid } from '../../domain/uuid.js';
import { GatewayError } from '../../errors.js';
import type { ErrorCode } from '../../error-registry.js';
import { findOperation } from '../../operations/operations.js';
import type { AccountRoutes } from '../../ports/accounts/account-routes.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../ports/logger.js';
import type { Tracer } from '../../ports/telemetry/tracer.js';
import type { Metrics } from '../../ports/telemetry/metrics.js';
import type { RunwayRequest } from '../../ports/upstream/runway-api.js';
import type { RunwayOrganization } from '../../ports/organization/runway-organization.js';
import type { Settlement, SettlementStore } from '../../ports/settlement/settlement-store.js';
import type { OpenQuestion, OpenTaskPage } from '../../ports/settlement/settlement-store.js';
import type { TaskStore } from '../../ports/tasks/task-store.js';
import type { Submitted, SubmitRequest } from '../submission/submission-checks.js';
import type { Submissions } from '../submission/submissions.js';
import { tellSettled } from '../tasks/task-log.js';

/** Days of Runway's usage that are shown beside unconfirmed tasks, today included. */
export const USAGE_DAYS = 7;

const DAY_MS = 86_400_000;

const NOT_SUBMITTED: Failure = {
  code: 'NOT_SUBMITTED',
  message: 'The request never reached Runway, as an operator found.',
  retryable: true,
};

/** The decider, if the caller gives no name. */
const UNNAMED_OPERATOR = 'operator';

/** An operator's correction of an earlier decision on a task. */
export type Correction =
  { readonly runwayTaskId: string } | { readonly credits: number } | 'notSubmitted';

/** Statuses of tasks that ended without an output, or may have: their owner may buy them again. */
const RESUBMITTABLE: ReadonlySet<TaskStatus> = new Set(['UNCONFIRMED', 'FAILED', 'CANCELLED']);

/** Credits used for a model on a UTC day, YYYY-MM-DD; below 0 where more came back. */
export interface CreditsUsed {
  readonly day: string;
  readonly model: string;
  readonly credits: number;
}

export interface SettlementsOptions {
  readonly store: SettlementStore;
  readonly tasks: Pick<TaskStore, 'findReplay'>;
  readonly submissions: Submissions;
  readonly organization: Pick<RunwayOrganization, 'usage'>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly tracer: Tracer;
  readonly metrics?: Metrics | undefined;
  /** The operator's usage is shown. */
  readonly accounts: Pick<AccountRoutes, 'operator'>;
  /** Called when a read has become due, or a slot free. */
  readonly onWork?: (kind: 'poll' | 'submission') => void;
}

/**
 * Decisions of people on tasks whose outcome the gateway cannot know. All but `resubmit` are for
 * operators.
 */
export class Settlements {
  readonly #options: SettlementsOptions;

  constructor(options: SettlementsOptions) {
    this.#options = options;
  }

  /** Over all tenants. */
  async listOpen(
    question: OpenQuestion,
    page: Parameters<SettlementStore['listOpen']>[1],
  ): Promise<OpenTaskPage> {
    return await this.#options.store.listOpen(question, page);
  }

  /** The organisation's usage of the last days, by Runway; null when Runway does not say. */
  async findUsage(): Promise<readonly CreditsUsed[] | null> {
    const { organization, clock, log, accounts } = this.#options;
    const now = clock.now().getTime();
    try {
      const { results } = await organization.usage(
        accounts.operator,
        dayOf(now - (USAGE_DAYS - 1) * DAY_MS),
        dayOf(now + DAY_MS),
      );
      return results.flatMap(({ date: day, usedCredits }) =>
        usedCredits.map(({ model, amount }) => ({ day, model, credits: amount })),
      );
    } catch (error) {
      log.warn({ error }, 'Runway did not tell what was used');
      return null;
    }
  }

  /**
   * Records Runway's id of an unconfirmed task. The gateway follows the task from now on. Throws
   * NOT_FOUND, and CONFLICT when it is not UNCONFIRMED, another task has that id, or its result has
   * no id.
   */
  async confirm(
    id: string,
    named: string,
    by = UNNAMED_OPERATOR,
    audit?: AuditedMutation,
  ): Promise<Task> {
    const { store, clock, log, onWork } = this.#options;
    const runwayTaskId = asRunwayWrites(named);
    const task = settled(await store.confirm(id, runwayTaskId, clock.now(), by, audit));
    log.info({ taskId: id, runwayTaskId, by }, 'an operator confirmed a task');
    onWork?.('poll');
    return task;
  }

  /**
   * Records that the unconfirmed task never reached Runway. It is FAILED at no cost. Throws
   * NOT_FOUND, and CONFLICT when it is not UNCONFIRMED.
   */
  async dismiss(id: string, by = UNNAMED_OPERATOR, audit?: AuditedMutation): Promise<Task> {
    const { store, clock, log } = this.#options;
    const task = settled(await store.dismiss(id, NOT_SUBMITTED, clock.now(), by, audit));
    log.info({ taskId: id, by }, 'an operator dismissed a task');
    tellSettled(this.#options, task);
    return task;
  }

  /**
   * Ends a live task, whatever Runway says of it. It is FAILED, and its cost is unknown. Throws
   * NOT_FOUND, and CONFLICT when it is not live at Runway, or when its answers make sense and it is
   * not older than any task gets.
   */
  async end(id: string, by: string, audit?: AuditedMutation): Promise<Task> {
    const { store, clock, log, onWork } = this.#options;
    const now = clock.now();
    const at = { now, acceptedBefore: new Date(now.getTime() - UNKNOWN_MS_MAX) };
    const task = settled(await store.end(id, UNINTELLIGIBLE_FAILURE, at, by, audit));
    log.info({ taskId: id, by }, 'an operator ended a task');
    tellSettled(this.#options, task);
    onWork?.('submission');
    return task;
  }

  /** Throws NOT_FOUND, and CONFLICT when the task has not settled or its cost is known. */
  async adjustCost(
    id: string,
    credits: number,
    by = UNNAMED_OPERATOR,
    audit?: AuditedMutation,
  ): Promise<Task> {
    const { store, clock, log } = this.#options;
    const task = settled(await store.adjustCost(id, credits, clock.now(), by, audit));
    log.info({ taskId: id, credits, by }, 'an operator set the cost of a task');
    return task;
  }

  /**
   * Corrects a decision on a task. Throws NOT_FOUND, and CONFLICT when Runway's own answer has
   * settled the matter, or the correction changes nothing; see SettlementStore.
   */
  async correct(
    id: string,
    correction: Correction,
    by: string,
    audit?: AuditedMutation,
  ): Promise<Task> {
    const { log, onWork } = this.#options;
    const task = settled(await this.#correct(id, correction, by, audit));
    log.warn({ taskId: id, correction, by }, 'an operator corrected a task');
    onWork?.('poll');
    return task;
  }

  async #correct(
    id: string,
    correction: Correction,
    by: string,
    audit: AuditedMutation | undefined,
  ): Promise<Settlement> {
    const { store, clock } = this.#options;
    const now = clock.now();
    if (correction === 'notSubmitted') {
      return await store.correctToUnsubmitted(id, NOT_SUBMITTED, now, by, audit);
    }
    return 'credits' in correction
      ? await store.correctCost(id, correction.credits, now, by, audit)
      : await store.correctId(id, asRunwayWrites(correction.runwayTaskId), now, by, audit);
  }

  /**
   * Buys the same request again, as a new task. The old task stays as it is, with its reservation.
   * Throws NOT_FOUND, FORBIDDEN when the viewer may not use the operation, CONFLICT when the task
   * is neither UNCONFIRMED, FAILED nor CANCELLED, INPUT_EXPIRED when the stored request has lost
   * its data URIs, and what Submissions.submit throws.
   */
  async resubmit(viewer: Viewer, id: string, idempotencyKey: string | null): Promise<Submitted> {
    const { store, tasks, submissions } = this.#options;
    const found = await store.findRequest(viewer.tenantId, id);
    if (found === undefined) throw new GatewayError('NOT_FOUND');
    const { task, sdkMethod, request } = found;
    const scope = findOperation(task.operation)?.scope;
    if (scope === undefined || scope === 'viewer' || !viewer.scopes.has(scope)) {
      const missingScope = String(scope);
      throw new GatewayError('FORBIDDEN', { detail: `lacks ${missingScope}`, missingScope });
    }
    if (isNarrowedFrom(viewer, task.operation)) {
      const message = `The token is narrowed: it may not use ${task.operation}.`;
      throw new GatewayError('FORBIDDEN', { message, detail: 'the token is narrowed' });
    }
    const { model } = request.body;
    const again: SubmitRequest = {
      operation: task.operation,
      sdkMethod,
      runwayTaskKind: task.runwayTaskKind,
      request,
      input: task.input,
      model: typeof model === 'string' ? model : null,
      label: task.label,
      idempotencyKey,
      resubmits: task.id,
    };
    const refusal = whyNotAgain(task, request);
    if (refusal === undefined) return await submissions.submit(viewer, again);
    // A repeated call returns its first task, even if the repeated task has changed since.
    const made =
      idempotencyKey === null
        ? undefined
        : await tasks.findReplay(viewer.tenantId, idempotencyKey, requestFingerprint(again));
    if (made === undefined) throw new GatewayError(refusal);
    return { task: made, estimate: made.estimate, replayed: true };
  }
}

/** Runway writes its UUIDs in small letters: no answer would ever name one in capitals. */
function asRunwayWrites(id: string): string {
  return isUuid(id) ? id.toLowerCase() : id;
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function settled(settlement: Settlement): Task {
  if (settlement === 'missing') throw new GatewayError('NOT_FOUND');
  if (settlement === 'conflict') throw new GatewayError('CONFLICT');
  return settlement;
}

function whyNotAgain(task: Task, { body }: RunwayRequest): ErrorCode | undefined {
  if (!RESUBMITTABLE.has(task.state.status)) return 'CONFLICT';
  return hasLostParts(body) ? 'INPUT_EXPIRED' : undefined;
}

function hasLostParts(value: JsonValue): boolean {
  if (value === null || typeof value !== 'object') return false;
  if (isOmittedDataUri(value) || isOmittedSecret(value)) return true;
  return Object.values(value).some(hasLostParts);
}
