import type { ReactNode } from 'react';
import { Field, TextField } from '../../design/field.js';
import type { NumberType } from '../form-types.js';
import { errorAt, type FieldProps } from './field-props.js';
import { Options } from './options.js';

/** A range of at most so many steps is a slider. */
const STEPS_MAX = 120;

/** The only numbers allowed as buttons, a short range as a slider, everything else as a box. */
export function NumberControl(props: FieldProps<'number'>): ReactNode {
  const { type } = props;
  if (type.values !== undefined && type.values !== null) {
    return <NumberOptions {...props} values={type.values} />;
  }
  const { min, max } = type;
  if (min === undefined || max === undefined || (max - min) / stepOf(type) > STEPS_MAX) {
    return <NumberBox {...props} />;
  }
  return <Slider {...props} min={min} max={max} />;
}

function NumberOptions({
  values,
  ...props
}: FieldProps<'number'> & { readonly values: readonly number[] }): ReactNode {
  const { label, hint, isOptional, value, initial, path, onChange } = props;
  return (
    <Options
      label={label}
      hint={hint}
      name={path}
      isOptional={isOptional}
      error={errorAt(props)}
      options={values.map((each) => ({ value: each, label: String(each) }))}
      value={value}
      initial={initial}
      onChange={onChange}
    />
  );
}

function Slider(
  props: FieldProps<'number'> & { readonly min: number; readonly max: number },
): ReactNode {
  const { label, hint, isOptional, type, value, initial, min, max, path, onChange } = props;
  const shown = typeof value === 'number' ? value : undefined;
  const rest = typeof initial === 'number' ? initial : Math.max(min, Math.min(0, max));
  return (
    <Field label={label} hint={hint} error={errorAt(props)} isOptional={isOptional}>
      {(names) => (
        <div className="slider">
          <input
            {...names}
            type="range"
            name={path}
            min={min}
            max={max}
            step={stepOf(type)}
            value={shown ?? rest}
            onChange={(event) => {
              onChange(event.target.valueAsNumber);
            }}
          />
          <output className="slider-value numeric">
            {shown ?? (initial === undefined ? 'Not set' : `${String(initial)} (default)`)}
          </output>
        </div>
      )}
    </Field>
  );
}

function NumberBox(props: FieldProps<'number'>): ReactNode {
  const { label, hint, isOptional, type, value, initial, path, onChange } = props;
  return (
    <TextField
      label={label}
      hint={hint}
      isOptional={isOptional}
      error={errorAt(props)}
      name={path}
      type="number"
      inputMode={type.whole ? 'numeric' : 'decimal'}
      min={type.min}
      max={type.max}
      step={type.whole ? 1 : 'any'}
      placeholder={initial === undefined ? undefined : String(initial)}
      value={typeof value === 'number' && !Number.isNaN(value) ? value : ''}
      onChange={(event) => {
        onChange(event.target.value === '' ? undefined : event.target.valueAsNumber);
      }}
    />
  );
}

function stepOf({ whole, min = 0, max = 1 }: NumberType): number {
  if (whole) return 1;
  return max - min <= 2 ? 0.05 : 0.1;
}
