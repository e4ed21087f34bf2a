import type { TaskOperation, TaskStatus } from '../../../client/src/documents.js';
import { promptOf } from '../tasks/task-words.js';

/** What the gateway tells of a task in a list; a whole task has it all. */
export interface ToldTask {
  readonly id: string;
  readonly operation: TaskOperation;
  readonly model: string | null;
  readonly label: string | null;
  readonly status: TaskStatus;
  readonly progress: number;
  readonly createdAt: string;
  readonly settledAt: string | null;
  readonly cost: number | null;
  readonly input: unknown;
  readonly estimate: { readonly credits: number };
  readonly output: readonly { readonly url: string; readonly mimeType: string | null }[];
  readonly failure: { readonly code: string | null } | null;
}

/** The part of a task that a card or a row shows: small, because thousands are kept. */
export interface CardTask extends Omit<ToldTask, 'input' | 'estimate' | 'output' | 'failure'> {
  readonly prompt: string | null;
  readonly estimatedCredits: number;
  readonly media: Media | null;
  readonly outputs: number;
  readonly failureCode: string | null;
}

export type MediaKind = 'image' | 'video' | 'audio' | 'file';

export interface Media {
  readonly url: string;
  readonly kind: MediaKind;
}

/** Characters of the words that a card has room for. */
const WORDS_MAX = 240;

const KINDS: readonly MediaKind[] = ['image', 'video', 'audio'];

/** How a file is shown; what is no picture, video or sound is a file to download. */
export function mediaKindOf(mimeType: string | null): MediaKind {
  const [type] = (mimeType ?? '').split('/');
  return KINDS.find((kind) => kind === type) ?? 'file';
}

export function toCardTask(task: ToldTask): CardTask {
  const { input, estimate, output, failure, ...rest } = task;
  const [first] = output;
  return {
    id: rest.id,
    operation: rest.operation,
    model: rest.model,
    label: rest.label,
    status: rest.status,
    progress: rest.progress,
    createdAt: rest.createdAt,
    settledAt: rest.settledAt,
    cost: rest.cost,
    prompt: shortened(promptOf(input)),
    estimatedCredits: estimate.credits,
    media: first === undefined ? null : { url: first.url, kind: mediaKindOf(first.mimeType) },
    outputs: output.length,
    failureCode: failure?.code ?? null,
  };
}

function shortened(text: string | undefined): string | null {
  if (text === undefined) return null;
  const letters = [...text];
  return letters.length <= WORDS_MAX ? text : `${letters.slice(0, WORDS_MAX - 1).join('')}…`;
}
