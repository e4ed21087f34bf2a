import type { ArchivedOutput } from '../../domain/archive/archived-output.js';
import { outputId } from '../../domain/archive/output-id.js';
import type { JsonValue } from '../../domain/input/json.js';
import type { MediaKinds } from '../../domain/input/media-kinds.js';
import { problemMessage } from '../../domain/lineage/input-problem.js';
import { UPLOAD_BYTES_MAX } from '../../domain/lineage/upload-ending.js';
import type { Task } from '../../domain/task/task.js';
import type { InputIssue } from '../../errors.js';
import type { ArchiveStore } from '../../ports/archive/archive-store.js';
import type { TaskStore } from '../../ports/tasks/task-store.js';
import { concurrently } from '../../concurrency/concurrently.js';
import { ambiguousTexts, outputReferencesIn, type OutputReference } from './output-references.js';

/** Tasks that one request looks up at the same time. */
const LOOK_UPS_MAX = 4;

/** An input whose outputs are checked. */
export interface CheckedInput {
  readonly operation: string;
  /** The original GraphQL input. */
  readonly input: JsonValue;
  /** What its fields take, where that is known. */
  readonly mediaKinds?: MediaKinds | undefined;
}

type Problem = Pick<InputIssue, 'rule' | 'message' | 'allowed'>;

/** Whether a tenant may make something from the outputs that an input names. */
export class InputOutputs {
  readonly #tasks: Pick<TaskStore, 'findTask'>;
  readonly #archive: Pick<ArchiveStore, 'findOutputs'>;

  constructor(tasks: Pick<TaskStore, 'findTask'>, archive: Pick<ArchiveStore, 'findOutputs'>) {
    this.#tasks = tasks;
    this.#archive = archive;
  }

  /**
   * The outputs that the input names and that are not the tenant's, or cannot be their field's
   * medium. Another tenant's output and a missing one get the same issue.
   */
  async issuesIn(tenantId: string, checked: CheckedInput): Promise<readonly InputIssue[]> {
    const { operation, input, mediaKinds } = checked;
    const references = outputReferencesIn(operation, input);
    if (references.length === 0) return [];
    const tasks = await this.#tasksOf(tenantId, references);
    const ids = references.map(({ output }) => outputId(output.taskId, output.position));
    const archived = await this.#archive.findOutputs(tenantId, [...new Set(ids)]);
    const copies = new Map(archived.map((copy) => [copy.id, copy]));
    const issues: InputIssue[] = references.flatMap((reference) => {
      const { taskId, position } = reference.output;
      const problem =
        problemOf(tasks.get(taskId), reference, mediaKinds) ??
        problemOfCopy(copies.get(outputId(taskId, position)));
      return problem === undefined ? [] : [{ path: `input.${reference.path}`, ...problem }];
    });
    for (const path of ambiguousTexts(operation, input, references)) {
      issues.push({ path: `input.${path}`, ...AMBIGUOUS });
    }
    return issues;
  }

  async #tasksOf(
    tenantId: string,
    references: readonly OutputReference[],
  ): Promise<ReadonlyMap<string, Task>> {
    const ids = new Set(references.map(({ output }) => output.taskId));
    const found = new Map<string, Task>();
    await concurrently([...ids], LOOK_UPS_MAX, async (id) => {
      const task = await this.#tasks.findTask(tenantId, id);
      if (task !== undefined) found.set(id, task);
    });
    return found;
  }
}

function problemOf(
  task: Task | undefined,
  { path, output: { position } }: OutputReference,
  mediaKinds: MediaKinds | undefined,
): Problem | undefined {
  if (task === undefined) return MISSING;
  if (task.state.status !== 'SUCCEEDED') return UNFINISHED;
  const output = task.state.output[position];
  if (output === undefined) return MISSING;
  const wanted = mediaKinds?.get(path);
  const { mimeType } = output;
  if (wanted === undefined || mimeType === null || mimeType.startsWith(`${wanted}/`)) {
    return undefined;
  }
  return { rule: 'mediaKind', message: `Must be of the kind ${wanted}.`, allowed: [wanted] };
}

/** What the archive knows already; of what it does not have, only Runway can tell. */
function problemOfCopy(copy: ArchivedOutput | undefined): Problem | undefined {
  const { status, bytes = null } = copy ?? {};
  const isGone = status === 'LOST' || status === 'ERASED';
  const problem = isGone ? 'GONE' : (bytes ?? 0) > UPLOAD_BYTES_MAX ? 'TOO_LARGE' : undefined;
  return problem && { rule: 'output', message: problemMessage(problem) };
}

/** As for every other thing of another tenant: see services/resources/ownership.ts. */
const MISSING: Problem = {
  rule: 'reference',
  message: 'There is no such thing, or you may not use it.',
};

const UNFINISHED: Problem = {
  rule: 'output',
  message: 'Its task has not succeeded.',
  allowed: ['an output of a task that is SUCCEEDED'],
};

const AMBIGUOUS: Problem = {
  rule: 'outputAsText',
  message: 'A text may not be the address of an output that the same input uses as a medium.',
};
