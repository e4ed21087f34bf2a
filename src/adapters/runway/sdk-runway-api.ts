import * as z from 'zod';
import {
  RESOURCE_KINDS,
  resourceKinds,
  rowOf,
  type ResourceKind,
} from '../../domain/resource/kinds.js';
import { answersByKind } from './resources/answers-by-kind.js';
import type { KindAnswers } from './resources/kind-answers.js';
import type { ReadOutcome } from '../../domain/runway-answer.js';
import type { PostResult } from '../../domain/submission/submission-result.js';
import type { CancellableKind, RunwayTaskKind } from '../../domain/task/task.js';
import { GatewayError } from '../../errors.js';
import type { SdkMethod } from '../../generated/facts/sdk-methods.js';
import type { Logger } from '../../ports/logger.js';
import type { RunwayApi, UploadForm, UploadSlot } from '../../ports/upstream/runway-api.js';
import { text, type Shape } from './outcomes/answer-shapes.js';
import { isMissing } from './outcomes/missing.js';
import { readOutcome } from './outcomes/read-outcome.js';
import { parseRefusal } from './outcomes/parse-refusal.js';
import type { RunwayClient } from './client/runway-client.js';
import { isPathId } from './client/path-id.js';
import { submitOutcome } from './outcomes/submit-outcome.js';

export interface SdkRunwayApiOptions {
  readonly client: RunwayClient;
  readonly log: Logger;
}

/** Submissions, tasks and uploads. */
export class SdkRunwayApi implements RunwayApi {
  readonly #client: RunwayClient;
  readonly #log: Logger;

  constructor({ client, log }: SdkRunwayApiOptions) {
    this.#client = client;
    this.#log = log;
  }

  async submit(call: Parameters<RunwayApi['submit']>[0]): Promise<PostResult> {
    const { account, method, request, onBehalfOf } = call;
    if (!request.pathIds.every(isPathId)) {
      return { kind: 'refused', refusal: parseRefusal(404, {}) };
    }
    const client = this.#client;
    const exchange = await client.submit(account, { method, ...request }, onBehalfOf);
    const { mayBePlain } = client;
    const made = RESOURCE_KINDS.find((kind) => rowOf(kind).sdk.create === method);
    const rules = { method, made: answersOf(made), mayBePlain };
    const outcome = submitOutcome(exchange, rules, client.now());
    this.#logSubmission(outcome, account, method);
    return outcome;
  }

  async readTask(
    account: string,
    kind: RunwayTaskKind,
    runwayTaskId: string,
  ): Promise<ReadOutcome> {
    const made = RESOURCE_KINDS.find((one) => one === kind);
    const read = answersOf(made)?.read;
    if (kind === 'voicePreview' || (made !== undefined && read === undefined)) {
      throw new GatewayError('INTERNAL', { detail: `a ${kind} is never read` });
    }
    const client = this.#client;
    const call = { method: readMethodOf(kind), pathIds: [runwayTaskId] };
    const exchange = await client.readTask(account, call);
    const { mayBePlain } = client;
    return readOutcome(exchange, { runwayTaskId, kind, made: read, mayBePlain }, client.now());
  }

  /** Throws RUNWAY_UNAUTHORIZED, RUNWAY_RATE_LIMITED and RUNWAY_UNAVAILABLE. */
  async deleteTask(account: string, kind: CancellableKind, runwayTaskId: string): Promise<void> {
    const method: SdkMethod = kind === 'task' ? 'tasks.delete' : resourceKinds[kind].sdk.delete;
    const call = { method, pathIds: [runwayTaskId] };
    const exchange = await this.#client.send(account, call);
    if (!isMissing(exchange)) this.#client.orThrow(exchange);
  }

  /** Throws the errors of deleteTask. */
  async createUpload(account: string, filename: string): Promise<UploadSlot> {
    const exchange = await this.#client.sendUploadSlot(account, filename);
    if (exchange.kind === 'answered' && exchange.status === 400) {
      return { refusal: parseRefusal(400, exchange.json) };
    }
    return { form: this.#client.answerIn(exchange, uploadForm, 'upload slot') };
  }

  #logSubmission(outcome: PostResult, account: string, method: string): void {
    const log = this.#log;
    if (outcome.kind === 'untrusted') {
      log.error({ account, method, detail: outcome.detail }, 'Runway’s certificate does not check');
    } else if (outcome.kind === 'ambiguous') {
      log.error({ account, method, detail: outcome.detail }, 'a submission has no certain outcome');
    } else if (outcome.kind === 'refused' && [401, 403].includes(outcome.refusal.status)) {
      log.error({ account, method, status: outcome.refusal.status }, 'Runway refused the secret');
    }
  }
}

/** Undefined for kinds of which nothing can be read. */
function answersOf(kind: ResourceKind | undefined): KindAnswers<never> | undefined {
  return kind === undefined || kind === 'upload'
    ? undefined
    : (answersByKind[kind] as KindAnswers<never>);
}

/** Where the state of what takes time is read. */
function readMethodOf(kind: Exclude<RunwayTaskKind, 'voicePreview'>): SdkMethod {
  if (kind === 'task') return 'tasks.retrieve';
  if (kind === 'workflowInvocation') return 'workflowInvocations.retrieve';
  return resourceKinds[kind].sdk.retrieve;
}

const uploadForm: Shape<UploadForm> = z.object({
  uploadUrl: text.refine((url) => URL.canParse(url)),
  fields: z.record(z.string(), text),
  runwayUri: text.startsWith('runway://'),
});
