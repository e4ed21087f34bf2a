import type { OperationForm } from './form-types.js';
import type { FormObject } from './form-value.js';

/** A form as far as it is filled; it survives a reload of the page. */
export interface Draft {
  readonly value: FormObject;
  readonly label: string;
  /** Files that the gateway no longer holds, of the task that the form was filled from. */
  readonly mediaLeftOut?: number;
}

export function storeDraft(owner: string, operation: string, draft: Draft): void {
  sessionStorage.setItem(storedName(owner, operation), JSON.stringify(draft));
}

/** Undefined where there is none, and where a newer version of the studio does not know its model. */
export function storedDraft(owner: string, { operation, type }: OperationForm): Draft | undefined {
  try {
    const text = sessionStorage.getItem(storedName(owner, operation));
    if (text === null) return undefined;
    const draft = JSON.parse(text) as Draft;
    const isKnown = Object.keys(draft.value).every((name) =>
      type.fields.some((field) => field.name === name),
    );
    return isKnown ? draft : undefined;
  } catch {
    return undefined;
  }
}

/** People who share a browser tab do not see each other's drafts. */
function storedName(owner: string, operation: string): string {
  return `studio.draft.${owner}.${operation}`;
}
