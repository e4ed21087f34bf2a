import { useCallback, useState } from 'react';
import { useOwner } from '../session/use-owner.js';
import { storedDraft, storeDraft, type Draft } from './drafts.js';
import type { OperationForm } from './form-types.js';
import { carriedOver, startOfForm, type FormObject } from './form-value.js';

export interface DraftState extends Draft {
  readonly change: (change: Partial<Draft>) => void;
  /** The same form for another model. */
  readonly chooseModel: (member: string) => void;
}

/** The draft of a form. */
export function useDraft(form: OperationForm): DraftState {
  const { operation } = form;
  const owner = useOwner();
  const [draft, setDraft] = useState<Draft>(() => firstOf(owner, form));
  const change = useCallback(
    (part: Partial<Draft>) => {
      setDraft((before) => {
        const next = { ...before, ...part };
        storeDraft(owner, operation, next);
        return next;
      });
    },
    [owner, operation],
  );
  const chooseModel = (member: string): void => {
    const { fields } = form.type;
    const [before = ''] = Object.keys(draft.value);
    const from = fields.find(({ name }) => name === before)?.type;
    const to = fields.find(({ name }) => name === member)?.type;
    if (to?.kind !== 'object') return;
    const value =
      from?.kind === 'object'
        ? carriedOver({ fields: from.fields, value: draft.value[before] as FormObject }, to.fields)
        : startOfForm(form, member)[member];
    change({ value: { [member]: value } });
  };
  return { ...draft, change, chooseModel };
}

function firstOf(owner: string, form: OperationForm): Draft {
  const value = form.type.kind === 'object' ? startOfForm(form, null) : {};
  return storedDraft(owner, form) ?? { value, label: '' };
}
