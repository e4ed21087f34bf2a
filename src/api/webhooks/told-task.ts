import type { Task } from '../../domain/task/task.js';
import type { OutputAddresses } from '../../services/archive/output-addresses.js';
import { screamingSnake } from '../enums.js';
import { toTaskType, type TaskOutputType } from '../tasks/task-type.js';

/** The task as the graph answers with it, as JSON and without its input. */
export async function toldTask(task: Task, addresses: OutputAddresses): Promise<object> {
  const shown = toTaskType(task);
  const { failure, output } = shown;
  return {
    ...Object.fromEntries(Object.entries(shown)),
    operation: screamingSnake(shown.operation),
    failure,
    output: await Promise.all(output.map((one) => toldOutput(one, addresses))),
  };
}

async function toldOutput(
  { id, mimeType, nodeId, task, position }: TaskOutputType,
  addresses: OutputAddresses,
): Promise<object> {
  const { url, expiresAt } = await addresses.addressOf(task, position);
  return { id, url, mimeType, expiresAt, nodeId };
}
