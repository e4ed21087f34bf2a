import type { MadeBy } from '../generated/forms/all-forms.js';

/** A request that was just made, or that a task came of. */
export interface MadeRequest {
  readonly operation: MadeBy;
  readonly input: Readonly<Record<string, unknown>>;
  readonly label: string | null;
}

/** Where the copied code runs: the address of `/graphql`. */
export interface SnippetPlace {
  readonly url: string;
  /** One for each copy: running the same text twice buys once. */
  readonly idempotencyKey: string;
}

/** `createTextToVideo` → `CreateTextToVideo`, the name of its document and the start of its types. */
export function documentName(operation: string): string {
  return operation.charAt(0).toUpperCase() + operation.slice(1);
}

/** The variables that the request needs, as a program writes them. */
export function variablesOf({ input, label }: MadeRequest): Record<string, unknown> {
  return { input, ...(label !== null && { label }) };
}

/** Whether the gateway has dropped a file of this input: such code would not run. */
export function lacksMedia(input: unknown): boolean {
  if (typeof input !== 'object' || input === null) return false;
  return ('omitted' in input && 'bytes' in input) || Object.values(input).some(lacksMedia);
}
