import type { ReadOutcome, SubmitOutcome } from '../../domain/runway-answer.js';
import type { CancellableKind, RunwayTaskKind } from '../../domain/task/task.js';
import { GatewayError } from '../../errors.js';
import type { SdkMethod } from '../../generated/facts/sdk-methods.js';
import type { Logger } from '../../ports/logger.js';
import type { RunwayApi, UploadForm } from '../../ports/upstream/runway-api.js';
import { isObject, textOf } from './outcomes/json-shape.js';
import { isMissing } from './outcomes/missing.js';
import { readOutcome, type PolledKind } from './outcomes/read-outcome.js';
import { parseRefusal } from './outcomes/parse-refusal.js';
import { isPathId, type RunwayClient } from './client/runway-client.js';
import { submitOutcome } from './outcomes/submit-outcome.js';

/** Where the state of what takes time is read. */
const READ_METHODS = {
  task: 'tasks.retrieve',
  workflowInvocation: 'workflowInvocations.retrieve',
  avatar: 'avatars.retrieve',
  realtimeSession: 'realtimeSessions.retrieve',
  voice: 'voices.retrieve',
} as const satisfies Readonly<Record<PolledKind, SdkMethod>>;

const DELETE_METHODS = {
  task: 'tasks.delete',
  realtimeSession: 'realtimeSessions.delete',
} as const satisfies Readonly<Record<CancellableKind, SdkMethod>>;

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

  async submit(call: Parameters<RunwayApi['submit']>[0]): Promise<SubmitOutcome> {
    const { account, method, request, onBehalfOf } = call;
    if (!request.pathIds.every(isPathId)) {
      return { kind: 'refused', refusal: parseRefusal(404, {}) };
    }
    const client = this.#client;
    const exchange = await client.submit(account, { method, ...request }, onBehalfOf);
    const { mayBePlain } = client;
    const outcome = submitOutcome(exchange, { method, mayBePlain }, client.now());
    this.#logSubmission(outcome, account, method);
    return outcome;
  }

  async readTask(
    account: string,
    kind: RunwayTaskKind,
    runwayTaskId: string,
  ): Promise<ReadOutcome> {
    if (kind === 'document' || kind === 'router' || kind === 'voicePreview') {
      throw new GatewayError('INTERNAL', { detail: `a ${kind} is never read` });
    }
    const client = this.#client;
    const call = { method: READ_METHODS[kind], pathIds: [runwayTaskId] };
    const exchange = await client.readTask(account, call);
    const { mayBePlain } = client;
    return readOutcome(exchange, { runwayTaskId, kind, mayBePlain }, client.now());
  }

  /** Throws RUNWAY_UNAUTHORIZED, RUNWAY_RATE_LIMITED and RUNWAY_UNAVAILABLE. */
  async deleteTask(account: string, kind: CancellableKind, runwayTaskId: string): Promise<void> {
    const call = { method: DELETE_METHODS[kind], pathIds: [runwayTaskId] };
    const exchange = await this.#client.send(account, call);
    if (!isMissing(exchange)) this.#client.orThrow(exchange);
  }

  /** Throws RUNWAY_REFUSED, RUNWAY_OUT_OF_CREDITS and the errors of deleteTask. */
  async createUpload(account: string, filename: string): Promise<UploadForm> {
    const exchange = await this.#client.sendUploadSlot(account, filename);
    const form = uploadFormOf(this.#client.orThrow(exchange));
    if (form === null) throw new GatewayError('RUNWAY_UNAVAILABLE', { detail: 'upload slot' });
    return form;
  }

  #logSubmission(outcome: SubmitOutcome, account: string, method: string): void {
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

function uploadFormOf(json: unknown): UploadForm | null {
  if (!isObject(json) || !isObject(json['fields'])) return null;
  const uploadUrl = textOf(json['uploadUrl']);
  const runwayUri = textOf(json['runwayUri']);
  const fields = Object.entries(json['fields']);
  if (uploadUrl === null || !URL.canParse(uploadUrl)) return null;
  if (runwayUri === null || !runwayUri.startsWith('runway://')) return null;
  if (!fields.every((field): field is [string, string] => typeof field[1] === 'string'))
    return null;
  return { uploadUrl, fields: Object.fromEntries(fields), runwayUri };
}
