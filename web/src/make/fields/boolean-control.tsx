import type { ReactNode } from 'react';
import { Check } from '../../design/field.js';
import { errorAt, type FieldProps } from './field-props.js';

export function BooleanControl(props: FieldProps<'boolean'>): ReactNode {
  const { label, hint, value, initial, path, onChange } = props;
  const error = errorAt(props);
  return (
    <div className="field">
      <Check
        label={label}
        hint={hint}
        name={path}
        checked={typeof value === 'boolean' ? value : initial === true}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      />
      {error !== undefined && <div className="field-error">{error}</div>}
    </div>
  );
}
