import { retryAfterMs } from '../../../domain/back-off.js';
import { RunwayWords } from '../../../domain/runway-words.js';
import { failureOf } from '../../../domain/task/failure.js';
import type { JsonObject } from '../../../domain/input/json.js';
import { toOutput } from '../../../domain/task/output.js';
import type { ReadOutcome, RunwayTaskState } from '../../../domain/runway-answer.js';
import type { Output, RunwayTaskKind } from '../../../domain/task/task.js';
import { creditsOf, isMediaUrl, isObject, textOf } from './answer-shapes.js';
import type { KindAnswers } from '../resources/kind-answers.js';
import { saysMissing } from './missing.js';
import type { Exchange } from '../client/transport.js';

/** As much of a status as the log needs. */
const STATUS_LENGTH_MAX = 64;

export interface ReadRules {
  readonly runwayTaskId: string;
  readonly kind: RunwayTaskKind;
  /** How Runway answers with what the task makes; undefined for tasks and workflow invocations. */
  readonly made: KindAnswers<never>['read'];
  /** Whether `http:` outputs pass: only where Runway itself is spoken to without TLS. */
  readonly mayBePlain: boolean;
}

/** Reads the answer to GET of a task or of what it makes; what does not check is `unavailable`. */
export function readOutcome(exchange: Exchange, rules: ReadRules, now: Date): ReadOutcome {
  if (exchange.kind !== 'answered') return nothingFrom(null, exchange.detail);
  const { status, json } = exchange;
  if (saysMissing(exchange)) return { kind: 'missing' };
  if (status !== 200) {
    return {
      ...nothingFrom(status, `status ${String(status)}`),
      retryAfterMs: retryAfterMs(exchange, now),
    };
  }
  if (!isObject(json)) return nothingFrom(status, exchange.bodyProblem ?? 'no object');
  const { id, status: upstreamStatus } = json;
  if (typeof id !== 'string') return nothingFrom(status, 'no id');
  if (typeof upstreamStatus !== 'string') {
    // Only where it is the task's own id: anything may have an id and no status.
    return { ...nothingFrom(status, 'no status'), isSenseless: id === rules.runwayTaskId };
  }
  if (id !== rules.runwayTaskId) return senseless(status, 'the id of another task');
  const state = stateOf(upstreamStatus, json, rules);
  if (state === null)
    return senseless(status, `an output of ${statusName(upstreamStatus)} does not check`);
  return {
    kind: 'state',
    state,
    upstreamStatus: statusName(upstreamStatus),
    estimatedCost: creditsOf(json['estimatedCost']),
    cost: costOf(state, json, rules),
    words: state?.status === 'FAILED' ? reasonIn(json) : null,
  };
}

type Unavailable = Extract<ReadOutcome, { kind: 'unavailable' }>;

/** No answer, or none that tells anything of the task. */
function nothingFrom(status: number | null, detail: string): Unavailable {
  return { kind: 'unavailable', status, isSenseless: false, retryAfterMs: null, detail };
}

/** A whole answer that makes no sense. */
function senseless(status: number, detail: string): Unavailable {
  return { ...nothingFrom(status, detail), isSenseless: true };
}

/** Undefined when we do not know the status; null when its outputs do not check. */
function stateOf(
  status: string,
  json: JsonObject,
  rules: ReadRules,
): RunwayTaskState | null | undefined {
  return rules.made === undefined
    ? workState(status, json, rules)
    : rules.made.stateOf(status, json);
}

/** Credits charged, as far as they can be known. */
function costOf(
  state: RunwayTaskState | undefined,
  json: JsonObject,
  { made }: ReadRules,
): number | null {
  return made === undefined ? creditsOf(json['cost']) : made.costOf(state, json);
}

function workState(
  status: string,
  json: JsonObject,
  rules: ReadRules,
): RunwayTaskState | null | undefined {
  switch (status) {
    case 'PENDING':
    case 'THROTTLED':
    case 'CANCELLED':
      return { status };
    case 'RUNNING': {
      // Only workflow invocations have outputs while they run.
      const output = rules.kind === 'task' ? [] : outputsOf(json['output'] ?? {}, rules);
      return output === null ? null : { status, progress: progressOf(json['progress']), output };
    }
    case 'SUCCEEDED': {
      const output = outputsOf(json['output'], rules);
      return output === null ? null : { status, output };
    }
    case 'FAILED':
      return { status, failure: failureOf(failureCodeOf(json)) };
    default:
      return undefined;
  }
}

function progressOf(value: unknown): number {
  return typeof value === 'number' && value >= 0 ? Math.min(value, 1) : 0;
}

/** A workflow names the cause at its nodes where it has none of its own. */
function failureCodeOf(json: JsonObject): string | null {
  return textOf(json['failureCode']) ?? atNodes(json, 'failureCode');
}

/** A task and a session have a `failure`, an avatar and a voice a `failureReason`. */
function reasonIn(json: JsonObject): RunwayWords | null {
  const text = textOf(json['failure']) ?? textOf(json['failureReason']) ?? atNodes(json, 'message');
  return text === null ? null : new RunwayWords(text);
}

/** The text that the first node has under this name. */
function atNodes(json: JsonObject, name: string): string | null {
  const nodes = isObject(json['nodeErrors']) ? Object.values(json['nodeErrors']) : [];
  const texts = nodes.map((node) => (isObject(node) ? textOf(node[name]) : null));
  return texts.find((text) => text !== null) ?? null;
}

/**
 * A task lists URLs; a workflow invocation maps nodes to lists. Null when anything is not a URL.
 */
function outputsOf(value: unknown, { kind, mayBePlain }: ReadRules): Output[] | null {
  if (kind === 'task') return urlsOf(value, null, mayBePlain);
  if (!isObject(value)) return null;
  const outputs: Output[] = [];
  for (const [nodeId, urls] of Object.entries(value)) {
    const ofNode = urlsOf(urls, nodeId, mayBePlain);
    if (ofNode === null) return null;
    outputs.push(...ofNode);
  }
  return outputs;
}

function urlsOf(value: unknown, nodeId: string | null, mayBePlain: boolean): Output[] | null {
  if (!Array.isArray(value)) return null;
  const urls = value.filter((url): url is string => isMediaUrl(url, mayBePlain));
  return urls.length === value.length ? urls.map((url) => toOutput(url, nodeId)) : null;
}

/**
 * What the log may tell of a status that is not known: the word that it is, or its words in capitals.
 * Anything else is text of Runway, which may hold what a client said.
 */
function statusName(upstreamStatus: string): string {
  const words = /^[A-Za-z_]+$/.test(upstreamStatus)
    ? [upstreamStatus]
    : (upstreamStatus.match(/\b[A-Z_]{3,}\b/g) ?? ['(no name)']);
  return words.join(' ').slice(0, STATUS_LENGTH_MAX);
}
