import { isUuid } from '../uuid.js';

/** What an output's id says: its task, and its position among the task's outputs. */
export interface OutputName {
  readonly taskId: string;
  readonly position: number;
}

const OUTPUT_ID = /^([0-9a-f-]{36})\.(0|[1-9]\d{0,3})$/;

/** `<task id>.<position>`, e.g. `0b6c….0`: it exists for every task, whether or not it is archived. */
export function outputId(taskId: string, position: number): string {
  return `${taskId}.${String(position)}`;
}

/** Undefined for a text of another form. */
export function parseOutputId(text: string): OutputName | undefined {
  const [, taskId, position] = OUTPUT_ID.exec(text) ?? [];
  if (taskId === undefined || position === undefined || !isUuid(taskId)) return undefined;
  return { taskId, position: Number(position) };
}
