import { knownType, TYPE_BYTES, typeByContent } from '../../domain/archive/media-type.js';
import type { OutputName } from '../../domain/archive/output-id.js';
import type { Output } from '../../domain/task/task.js';
import type {
  OpenedOutput,
  OutputOpening,
  OutputRequest,
} from '../../ports/archive/opened-output.js';
import type { OutputSource, SourceBody } from '../../ports/archive/output-source.js';
import type { Logger } from '../../ports/logger.js';
import type { TaskStore } from '../../ports/tasks/task-store.js';
import type { FreshOutputs } from '../tasks/fresh-outputs.js';

/** The bytes of a tenant's outputs, wherever they are. */
export class OutputBytes {
  readonly #options: {
    readonly tasks: Pick<TaskStore, 'findTask'>;
    readonly fresh: FreshOutputs;
    readonly source: OutputSource;
    readonly log: Logger;
  };

  constructor(options: {
    readonly tasks: Pick<TaskStore, 'findTask'>;
    readonly fresh: FreshOutputs;
    readonly source: OutputSource;
    readonly log: Logger;
  }) {
    this.#options = options;
  }

  /** `gone` too where the tenant has no such output. */
  async open(tenantId: string, name: OutputName, request: OutputRequest): Promise<OutputOpening> {
    const output = await this.#freshOutput(tenantId, name);
    if (output === undefined) return { kind: 'gone' };
    return await this.#fromRunway(output, name, request);
  }

  async #freshOutput(
    tenantId: string,
    { taskId, position }: OutputName,
  ): Promise<Output | undefined> {
    const { tasks, fresh } = this.#options;
    const task = await tasks.findTask(tenantId, taskId);
    const state = task && (await fresh.of(task)).state;
    return state !== undefined && 'output' in state ? state.output[position] : undefined;
  }

  /** Runway tells no tag that could be trusted over two signatures, so a conditional range is none. */
  async #fromRunway(
    { url, mimeType }: Output,
    { taskId }: OutputName,
    { range, ifRange, signal }: OutputRequest,
  ): Promise<OutputOpening> {
    const { source, log } = this.#options;
    const wanted = ifRange === undefined ? range : undefined;
    const answer = await source.open(url, { range: wanted, signal });
    if (answer.kind === 'unsatisfiable') return answer;
    if (answer.kind !== 'body') {
      log.warn({ taskId, outcome: answer }, 'Runway gave no bytes of an output');
      return { kind: answer.kind };
    }
    const { body } = answer;
    return isWhole(body) ? await sniffed(body) : inPart(body, knownType(mimeType));
  }
}

function isWhole({ first, length, bytes }: SourceBody): boolean {
  return first === 0 && length === bytes;
}

function inPart({ bytes, first, length = 0, stream }: SourceBody, type: string): OpenedOutput {
  const range = { first, last: first + length - 1 };
  return { kind: 'opened', type, bytes, sha256: undefined, range, stream };
}

/** Its type by its beginning, which comes first in the stream all the same. */
async function sniffed({ bytes, stream }: SourceBody): Promise<OutputOpening> {
  const chunks = stream[Symbol.asyncIterator]();
  let beginning = Buffer.alloc(0);
  try {
    while (beginning.length < TYPE_BYTES) {
      const next = await chunks.next();
      if (next.done === true) break;
      beginning = Buffer.concat([beginning, next.value]);
    }
  } catch {
    return { kind: 'away' };
  }
  const type = typeByContent(beginning);
  const whole = joined(beginning, chunks);
  return { kind: 'opened', type, bytes, sha256: undefined, range: undefined, stream: whole };
}

async function* joined(
  beginning: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    if (beginning.length > 0) yield beginning;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
      yield next.value;
    }
  } finally {
    await rest.return?.();
  }
}
