import { useId, type ReactNode } from 'react';
import type { FormValue } from '../form-value.js';

export interface Option<Value> {
  readonly value: Value;
  readonly label: ReactNode;
}

/** A few values side by side, of which one is chosen; pressing the chosen one of an optional field frees it. */
export function Options<Value extends string | number>({
  label,
  hint,
  name,
  isOptional,
  error,
  options,
  value,
  initial,
  onChange,
}: {
  readonly label: string;
  readonly hint: string;
  readonly name: string;
  readonly isOptional: boolean;
  readonly error: string | undefined;
  readonly options: readonly Option<Value>[];
  readonly value: FormValue;
  readonly initial?: FormValue;
  readonly onChange: (value: Value | undefined) => void;
}): ReactNode {
  const id = useId();
  return (
    <fieldset className="field options" aria-describedby={`${id}-hint`}>
      <legend className="field-label">
        <span>{label}</span>
        {isOptional && <span className="field-optional">Optional</span>}
      </legend>
      <div className="options-row">
        {options.map((option) => (
          <label
            key={String(option.value)}
            className={initial === option.value ? 'option option-initial' : 'option'}
          >
            <input
              type="radio"
              name={`${id}-${name}`}
              checked={value === option.value}
              onChange={() => {
                onChange(option.value);
              }}
              onClick={() => {
                if (isOptional && value === option.value) onChange(undefined);
              }}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {hint !== '' && (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error !== undefined && <div className="field-error">{error}</div>}
    </fieldset>
  );
}
