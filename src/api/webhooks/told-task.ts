import type { Task } from '../../domain/task/task.js';
import type { OutputAddresses } from '../../services/archive/output-addresses.js';
import { screamingSnake } from '../enum-values.js';
import { toTaskType, type TaskOutputType } from '../tasks/task-type.js';

/** Fields that are told as they are, in their order. */
const TOLD = [
  'id',
  'operation',
  'model',
  'label',
  'status',
  'progress',
  'waitingFor',
  'createdAt',
  'settledAt',
  'cancelRequestedAt',
  'estimate',
  'cost',
  'runwayTaskId',
] as const;

/** The task as the graph answers with it, as JSON and without its input. */
export async function toldTask(task: Task, addresses: OutputAddresses): Promise<object> {
  const shown = toTaskType(task);
  const { failure, output } = shown;
  return {
    ...Object.fromEntries(TOLD.map((name) => [name, shown[name]])),
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
