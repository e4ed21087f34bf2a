import { useId, type ComponentProps, type ReactNode } from 'react';
import { classNames } from './class-names.js';

export interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong with the value, and what would be right. */
  readonly error?: string | undefined;
  readonly isOptional?: boolean;
}

interface ControlNames {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** A label, a control of any kind, its hint and its error, tied together for screen readers. */
export function Field({
  label,
  hint,
  error,
  isOptional = false,
  children,
}: FieldProps & { readonly children: (names: ControlNames) => ReactNode }): ReactNode {
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const described = [hint !== undefined && hintId, error !== undefined && errorId];
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        <span>{label}</span>
        {isOptional && <span className="field-optional">Optional</span>}
      </label>
      {children({
        id,
        'aria-describedby': classNames(...described) || undefined,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {hint !== undefined && (
        <div className="field-hint" id={hintId}>
          {hint}
        </div>
      )}
      {error !== undefined && (
        <div className="field-error" id={errorId}>
          {error}
        </div>
      )}
    </div>
  );
}

export function TextField({
  label,
  hint,
  error,
  isOptional = false,
  className,
  ...rest
}: FieldProps & ComponentProps<'input'>): ReactNode {
  return (
    <Field label={label} hint={hint} error={error} isOptional={isOptional}>
      {(names) => <input {...rest} {...names} className={classNames('control', className)} />}
    </Field>
  );
}

export function TextArea({
  label,
  hint,
  error,
  isOptional = false,
  className,
  ...rest
}: FieldProps & ComponentProps<'textarea'>): ReactNode {
  return (
    <Field label={label} hint={hint} error={error} isOptional={isOptional}>
      {(names) => <textarea {...rest} {...names} className={classNames('control', className)} />}
    </Field>
  );
}

export function Select({
  label,
  hint,
  error,
  isOptional = false,
  className,
  ...rest
}: FieldProps & ComponentProps<'select'>): ReactNode {
  return (
    <Field label={label} hint={hint} error={error} isOptional={isOptional}>
      {(names) => <select {...rest} {...names} className={classNames('control', className)} />}
    </Field>
  );
}

export function Check({
  label,
  hint,
  ...rest
}: { readonly label: string; readonly hint?: string } & ComponentProps<'input'>): ReactNode {
  const hintId = useId();
  return (
    <label className="check">
      <input {...rest} type="checkbox" aria-describedby={hint === undefined ? undefined : hintId} />
      <span>
        {label}
        {hint !== undefined && (
          <span className="field-hint" id={hintId}>
            <br />
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}
