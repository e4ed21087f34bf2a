import { RESOURCE_KINDS, type CreatableKind } from '../domain/resource/kinds.js';
import type { RunwayTaskKind } from '../domain/task/task.js';
import { creationOperations } from './creation-operations.js';
import type { SubmittedOperation } from './operation.js';
import { submittedOperations } from './submitted-operations.js';

/** A field inside an object that leads to another object. */
export interface Link {
  readonly type: string;
  readonly field: string;
  /** The root field that reads what it leads to: the link needs the same scope. Undefined: nothing. */
  readonly rootField: (parent: { readonly operation?: string }) => string | undefined;
}

/** The kind of resource that a task of this operation makes; undefined when it makes none. */
export function madeKind(operation: string): CreatableKind | undefined {
  const rows: Readonly<Record<string, SubmittedOperation | undefined>> = submittedOperations;
  const made = rows[operation]?.runwayTaskKind;
  return made !== undefined && isResource(made) ? made : undefined;
}

function isResource(kind: RunwayTaskKind): kind is CreatableKind {
  return RESOURCE_KINDS.some((one) => one === kind);
}

/** The kinds that creations make. */
export const MADE_KINDS = Object.keys(creationOperations).flatMap((field) => madeKind(field) ?? []);

const typeOf = (kind: string): string => `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;

export const links: readonly Link[] = [
  { type: 'Task', field: 'made', rootField: ({ operation = '' }) => madeKind(operation) },
  ...MADE_KINDS.map((kind): Link => ({
    type: typeOf(kind),
    field: 'madeBy',
    rootField: () => 'task',
  })),
];
