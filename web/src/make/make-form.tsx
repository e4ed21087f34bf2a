import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { TextField } from '../design/field.js';
import { Notice } from '../design/notice.js';
import type { MadeBy } from '../generated/forms/all-forms.js';
import type { MadeRequest } from '../copy-as/made-request.js';
import { arranged } from './arrange-fields.js';
import { fitOf } from './budget-fit.js';
import type { FieldProps } from './fields/field-props.js';
import { FieldControl } from './fields/field-control.js';
import { NestedControl } from './fields/nested-field.js';
import { Fields } from './fields/object-control.js';
import { problemsOf, type FormProblem } from './form-problems.js';
import type { FormField, OperationForm } from './form-types.js';
import { inputOf, type FormObject } from './form-value.js';
import { stepsAfter } from './refusal-words.js';
import { SubmitBar } from './submit-bar.js';
import type { DraftState } from './use-draft.js';
import { useEstimate } from './use-estimate.js';
import type { SubmitState } from './use-submit.js';

/** 1–100 characters. */
const LABEL_MAX = 100;

export interface MakeFormProps {
  readonly form: OperationForm;
  /** The chosen model; null where the input is one object. */
  readonly member: string | null;
  readonly draft: DraftState;
  readonly submission: SubmitState;
  /** It was accepted, at least once. */
  readonly onMade: (request: MadeRequest) => void;
}

/** The fields of a request, its price, and the button that sends it. */
export function MakeForm({ form, member, draft, submission, onMade }: MakeFormProps): ReactNode {
  const [count, setCount] = useState(1);
  // What is missing is told once a person has tried to send it, what is wrong at once.
  const [hasTried, setHasTried] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  const estimate = useEstimate(form, draft.value);
  const own = problemsOf(form, draft.value);
  const fit = estimate.estimate && fitOf(estimate.estimate, count);
  const problems = [
    ...own.filter((each) => hasTried || !isMissing(each)),
    ...refusedPlaces(submission),
    ...estimate.issues,
  ];

  const submit = async (): Promise<void> => {
    setHasTried(true);
    if (own.length > 0) {
      requestAnimationFrame(() => {
        focusFirstProblem(element.current);
      });
      return;
    }
    // Pressed twice, the same request has one key and is bought once: a slow answer blocks no other.
    if (fit?.fits === false) return;
    const request = requestOf(form, draft);
    const accepted = await submission.submit(request, count);
    if (accepted === 0) return;
    setHasTried(false);
    onMade(request);
  };

  return (
    <form
      ref={element}
      className="make-form"
      noValidate
      aria-label={form.description}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void submit();
      }}
    >
      <FormFields
        fields={fieldsOf(form, member)}
        value={member === null ? draft.value : (draft.value[member] as FormObject)}
        path={member === null ? 'input' : `input.${member}`}
        problems={problems}
        onChange={(value) => {
          draft.change({ value: member === null ? value : { [member]: value } });
        }}
        label={draft.label}
        onLabel={(label) => {
          draft.change({ label });
        }}
      />
      {submission.error !== undefined && (
        <Notice tone="bad" title={submission.error.message}>
          {stepsAfter(submission.error.code, submission.error.retryable)}
          {submission.error.runway?.message !== undefined && (
            <p>Runway says: {submission.error.runway.message}</p>
          )}
        </Notice>
      )}
      <SubmitBar
        estimate={estimate}
        fit={fit}
        count={count}
        isSending={submission.sending > 0}
        onCount={setCount}
      />
    </form>
  );
}

function drawField(props: FieldProps): ReactNode {
  return <FieldControl {...props} />;
}

function FormFields({
  fields,
  label,
  onLabel,
  ...rest
}: {
  readonly fields: readonly FormField[];
  readonly value: FormObject;
  readonly path: string;
  readonly problems: readonly FormProblem[];
  readonly onChange: (value: FormObject) => void;
  readonly label: string;
  readonly onLabel: (label: string) => void;
}): ReactNode {
  const { main, more } = arranged(fields);
  const isTold = rest.problems.some(({ path }) =>
    more.some(({ name }) => path.startsWith(`${rest.path}.${name}`)),
  );
  return (
    <NestedControl value={drawField}>
      <Fields {...rest} fields={main} />
      <details className="more" open={isTold || undefined}>
        <summary>More settings</summary>
        <div className="more-fields">
          <Fields {...rest} fields={more} />
          <TextField
            label="Label"
            hint="Your own name for the task, to find it by."
            isOptional
            maxLength={LABEL_MAX}
            value={label}
            onChange={(event) => {
              onLabel(event.target.value);
            }}
          />
        </div>
      </details>
    </NestedControl>
  );
}

export function fieldsOf({ type }: OperationForm, member: string | null): readonly FormField[] {
  if (member === null) return type.fields;
  const chosen = type.fields.find(({ name }) => name === member)?.type;
  return chosen?.kind === 'object' ? chosen.fields : [];
}

function requestOf(form: OperationForm, { value, label }: DraftState): MadeRequest {
  return {
    operation: form.operation as MadeBy,
    input: inputOf(form, value),
    label: label.trim() === '' ? null : label.trim(),
  };
}

function refusedPlaces({ error }: SubmitState): readonly FormProblem[] {
  return (error?.issues ?? []).map(({ path, message }) => ({ path, message }));
}

function isMissing({ message }: FormProblem): boolean {
  return /^(?:Write|Give a number|Add|Choose)/.test(message);
}

function focusFirstProblem(form: HTMLFormElement | null): void {
  const error = form?.querySelector('.field-error');
  error?.scrollIntoView({ block: 'center' });
  error
    ?.closest('.field, .group')
    ?.querySelector<HTMLElement>('input, textarea, select, button')
    ?.focus();
}
