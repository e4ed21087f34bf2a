import { endingOf, isShowable } from './media-type.js';
import type { OutputName } from './output-id.js';

/** How a browser treats a file: it saves it, or shows it in a page. */
export const OUTPUT_DISPOSITIONS = ['ATTACHMENT', 'INLINE'] as const;

export type OutputDisposition = (typeof OUTPUT_DISPOSITIONS)[number];

/** The header `Content-Disposition`: the name is made of the task's id, and says nothing of a client's. */
export function dispositionOf(
  { taskId, position }: OutputName,
  type: string,
  mayShow: boolean,
): string {
  const name = `${taskId}-${String(position)}.${endingOf(type)}`;
  return `${mayShow && isShowable(type) ? 'inline' : 'attachment'}; filename="${name}"`;
}
