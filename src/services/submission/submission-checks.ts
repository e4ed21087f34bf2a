import { randomUUID } from 'node:crypto';
import { requestFingerprint } from '../../domain/input/fingerprint.js';
import type { JsonValue } from '../../domain/input/json.js';
import type { MediaKinds } from '../../domain/input/media-kinds.js';
import {
  isGuaranteed,
  type Estimate,
  type RunwayTaskKind,
  type Task,
} from '../../domain/task/task.js';
import type { Viewer } from '../../domain/tenant/viewer.js';
import type { SdkMethod } from '../../generated/facts/sdk-methods.js';
import type { AccountRoutes } from '../../ports/accounts/account-routes.js';
import type { Clock } from '../../ports/clock.js';
import type { RunwayRequest } from '../../ports/upstream/runway-api.js';
import type { NewTask, TokenBudget } from '../../ports/submission/new-task.js';
import type { TaskStore } from '../../ports/tasks/task-store.js';
import type { Breakers } from '../upstream/breakers.js';
import type { Estimates } from './estimates.js';
import { mustBePermitted, type Policies } from '../keys/policies.js';
import type { Ownership } from '../resources/ownership.js';
import type { Slots } from '../dispatch/slots.js';
import { tenantRequest, type TenantRequest } from './tenant-request.js';

/** A request whose input has passed its rules. */
export interface ValidRequest {
  readonly operation: string;
  readonly sdkMethod: SdkMethod;
  readonly runwayTaskKind: RunwayTaskKind;
  readonly request: RunwayRequest;
  /** The original GraphQL input. */
  readonly input: JsonValue;
  readonly model: string | null;
  /** What its media fields take, where that is known. */
  readonly mediaKinds?: MediaKinds | undefined;
}

/** A request of a viewer that is to be submitted. */
export interface SubmitRequest extends ValidRequest {
  readonly label: string | null;
  readonly idempotencyKey: string | null;
  /** The id of the task that this one repeats at its owner's request. */
  readonly resubmits?: string;
}

export interface Submitted {
  readonly task: Task;
  readonly estimate: Estimate;
  readonly replayed: boolean;
}

/** The response to a repeated request, or the task to be accepted. */
export type CheckedSubmission = { readonly answer: Submitted } | { readonly newTask: NewTask };

export interface SubmissionChecksOptions {
  readonly stores: { readonly tasks: TaskStore };
  readonly ownership: Ownership;
  readonly estimates: Estimates;
  readonly policies: Policies;
  readonly slots: Slots;
  readonly breakers: Breakers;
  readonly clock: Clock;
  readonly accounts: AccountRoutes;
  /** How long an idempotency key is kept. */
  readonly idempotencyTtlMs: number;
  /** Tasks of one tenant that may be QUEUED or live at once. */
  readonly liveTasksMax: number;
  /** Bytes of one tenant's requests that may wait or be on their way at once. */
  readonly storedBytesMax: number;
  /** NewTask.queuedTasksMax of every task. */
  readonly queuedTasksMax: number;
  /** Whether budgets refuse a request whose estimate is not guaranteed. */
  readonly refusesUnpriced: boolean;
}

/** Checks a request before anything of it is written, and makes its task. */
export class SubmissionChecks {
  readonly #options: SubmissionChecksOptions;

  constructor(options: SubmissionChecksOptions) {
    this.#options = options;
  }

  /**
   * Throws what tenantRequest throws, POLICY_REFUSED, and what Breakers.submitRefusal gives. A
   * repeated request gets its first task, even if its resources or the tenant's rights have changed
   * since.
   */
  async check(viewer: Viewer, request: SubmitRequest): Promise<CheckedSubmission> {
    // Looked up once, so that the request is sent with the account that it was checked for.
    const runwayAccount = this.#options.accounts.of(viewer.tenantId);
    const permitted = await this.#permitted(viewer, request, runwayAccount).catch(
      async (error: unknown) => {
        const answer = await this.#findReplay(viewer, request);
        if (answer === undefined) throw error;
        return { answer };
      },
    );
    if ('answer' in permitted) return permitted;
    const { owned, estimate } = permitted;
    await this.#beReachable(viewer, request, runwayAccount);
    const accepted = { ...request, ...owned, runwayAccount };
    return { newTask: this.#newTask(viewer, accepted, estimate) };
  }

  /** Throws what tenantRequest throws, and POLICY_REFUSED. */
  async estimate(viewer: Viewer, request: ValidRequest): Promise<Estimate> {
    const runwayAccount = this.#options.accounts.of(viewer.tenantId);
    return (await this.#permitted(viewer, request, runwayAccount)).estimate;
  }

  /** The tenant's request with its estimate, if the policies permit it. */
  async #permitted(
    viewer: Viewer,
    request: ValidRequest,
    runwayAccount: string,
  ): Promise<{ readonly owned: TenantRequest; readonly estimate: Estimate }> {
    const { ownership, estimates, policies } = this.#options;
    const owned = await tenantRequest(ownership, viewer.tenantId, { ...request, runwayAccount });
    const estimate = estimates.estimate(request.operation, owned.request.body);
    mustBePermitted(await policies.of(viewer), request, estimate.credits);
    return { owned, estimate };
  }

  async #findReplay(
    viewer: Viewer,
    request: SubmitRequest,
  ): Promise<(Submitted & { readonly replayed: true }) | undefined> {
    const { idempotencyKey: key } = request;
    if (key === null) return undefined;
    const fingerprint = requestFingerprint(request);
    const task = await this.#options.stores.tasks.findReplay(viewer.tenantId, key, fingerprint);
    return task && { task, estimate: task.estimate, replayed: true };
  }

  /** Throws while nothing is sent, unless the request has been accepted before. */
  async #beReachable(viewer: Viewer, request: SubmitRequest, runwayAccount: string): Promise<void> {
    const { stores, slots, breakers } = this.#options;
    const { model, sdkMethod, idempotencyKey } = request;
    const refusal = breakers.submitRefusal({ runwayAccount, model, sdkMethod });
    if (refusal === undefined) {
      await slots.learn(runwayAccount);
      return;
    }
    if (idempotencyKey !== null) {
      const first = await stores.tasks.findTaskByKey(viewer.tenantId, idempotencyKey);
      if (first !== undefined) return;
    }
    throw refusal;
  }

  #newTask(
    viewer: Viewer,
    request: SubmitRequest & TenantRequest & Pick<NewTask, 'runwayAccount'>,
    estimate: Estimate,
  ): NewTask {
    const { idempotencyTtlMs, clock } = this.#options;
    const { liveTasksMax, queuedTasksMax, storedBytesMax, refusesUnpriced } = this.#options;
    const { idempotencyKey: key, resubmits: _resubmits, mediaKinds: _kinds, ...rest } = request;
    return {
      ...rest,
      id: randomUUID(),
      tenantId: viewer.tenantId,
      createdBy: viewer.subject,
      estimate,
      liveTasksMax,
      queuedTasksMax,
      storedBytesMax,
      ...(refusesUnpriced && !isGuaranteed(estimate) && { isRefusedByBudgets: true }),
      ...tokenBudgetOf(viewer),
      audit: viewer.audit,
      traceparent: viewer.traceparent,
      idempotency:
        key === null
          ? null
          : {
              key,
              fingerprint: requestFingerprint(request),
              expiresAt: new Date(clock.now().getTime() + idempotencyTtlMs),
            },
    };
  }
}

function tokenBudgetOf({ credential, limits, expiresAt }: Viewer): {
  readonly tokenBudget?: TokenBudget;
} {
  const { creditsMax } = limits ?? {};
  if (creditsMax === undefined || expiresAt === null) return {};
  return { tokenBudget: { tokenId: credential.id, creditsMax, expiresAt } };
}
