import {
  knownType,
  TYPE_BYTES,
  typeByContent,
  UNKNOWN_TYPE,
} from '../../domain/archive/media-type.js';
import { dispositionOf, type OutputDisposition } from '../../domain/archive/output-disposition.js';
import { outputId, type OutputName } from '../../domain/archive/output-id.js';
import type { Output } from '../../domain/task/task.js';
import type {
  OpenedOutput,
  OutputOpening,
  OutputRequest,
} from '../../ports/archive/opened-output.js';
import type { ArchiveStore } from '../../ports/archive/archive-store.js';
import type { OutputVault } from '../../ports/archive/output-vault.js';
import type {
  ByteRange,
  OutputSource,
  SourceBody,
  SuffixRange,
} from '../../ports/archive/output-source.js';
import type { Logger } from '../../ports/logger.js';
import type { TaskStore } from '../../ports/tasks/task-store.js';
import type { FreshOutputs } from '../tasks/fresh-outputs.js';

/** 1 min: a client follows at once. */
const REDIRECT_SECONDS = 60;

export interface OutputBytesOptions {
  readonly archive: Pick<ArchiveStore, 'findOutputs'>;
  /** Undefined: there is no archive. */
  readonly vault: OutputVault | undefined;
  readonly tasks: Pick<TaskStore, 'findTask'>;
  readonly fresh: FreshOutputs;
  readonly source: OutputSource;
  readonly log: Logger;
}

/** The bytes of a tenant's outputs: from the archive, else from Runway. */
export class OutputBytes {
  readonly #options: OutputBytesOptions;

  constructor(options: OutputBytesOptions) {
    this.#options = options;
  }

  /** `gone` too where the tenant has no such output. */
  async open(tenantId: string, name: OutputName, request: OutputRequest): Promise<OutputOpening> {
    const archived = await this.#fromVault(tenantId, name, request);
    if (archived !== undefined) return archived;
    const output = await this.#freshOutput(tenantId, name);
    if (output === undefined) return { kind: 'gone' };
    return await this.#fromRunway(output, name, request);
  }

  /** Where a client can fetch an archived output by itself; undefined: nowhere but here. */
  async addressOf(
    tenantId: string,
    name: OutputName,
    shown: OutputDisposition,
  ): Promise<string | undefined> {
    const { archive, vault } = this.#options;
    if (vault?.addressOf === undefined) return undefined;
    const id = outputId(name.taskId, name.position);
    const [kept] = await archive.findOutputs(tenantId, [id]);
    if (kept?.status !== 'KEPT') return undefined;
    const type = kept.type ?? UNKNOWN_TYPE;
    const disposition = dispositionOf(name, type, shown === 'INLINE');
    return await vault.addressOf({ id, tenantId, type, disposition, seconds: REDIRECT_SECONDS });
  }

  /** Undefined where the archive does not have it, or cannot give it now. */
  async #fromVault(
    tenantId: string,
    { taskId, position }: OutputName,
    { range, ifRange }: OutputRequest,
  ): Promise<OutputOpening | undefined> {
    const { archive, vault, log } = this.#options;
    if (vault === undefined) return undefined;
    const id = outputId(taskId, position);
    const [kept] = await archive.findOutputs(tenantId, [id]);
    if (kept?.status !== 'KEPT' || kept.bytes === null || kept.sha256 === null) return undefined;
    const { bytes, sha256, type } = kept;
    const isWanted = ifRange === undefined || ifRange === `"${sha256}"`;
    const part = isWanted && range !== undefined ? partOf(range, bytes) : 'whole';
    if (part === undefined) return { kind: 'unsatisfiable', bytes };
    const { first, last } = part === 'whole' ? { first: 0, last: bytes - 1 } : part;
    try {
      const stream = await begun(vault.read({ id, tenantId, bytes }, { first, last }));
      return {
        ...{ kind: 'opened', type: type ?? UNKNOWN_TYPE, bytes, sha256, stream },
        range: part === 'whole' ? undefined : part,
      };
    } catch (error) {
      log.error({ output: id, tenantId, error }, 'a file of the archive cannot be read');
      return undefined;
    }
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

/** Undefined: no byte of the file lies in it. */
function partOf(
  range: ByteRange | SuffixRange,
  bytes: number,
): { readonly first: number; readonly last: number } | undefined {
  if ('suffix' in range) {
    if (range.suffix === 0 || bytes === 0) return undefined;
    return { first: Math.max(0, bytes - range.suffix), last: bytes - 1 };
  }
  if (range.first >= bytes) return undefined;
  return { first: range.first, last: Math.min(range.last ?? bytes - 1, bytes - 1) };
}

/** The stream with its first piece read: what cannot be opened fails here. */
async function begun(stream: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array>> {
  const chunks = stream[Symbol.asyncIterator]();
  const first = await chunks.next();
  return joined(first.done === true ? new Uint8Array() : first.value, chunks);
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
