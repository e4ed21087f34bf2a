import type { ReactNode } from 'react';
import { Select } from '../../design/field.js';
import { valueLabel } from '../field-label.js';
import type { EnumValue } from '../form-types.js';
import { errorAt, type FieldProps } from './field-props.js';
import { Options } from './options.js';

/** More values than this are a list to choose from. */
const BUTTONS_MAX = 8;

export function EnumControl(props: FieldProps<'enum'>): ReactNode {
  const { type, label, hint, isOptional, value, initial, path, onChange } = props;
  const { values } = type;
  if (values.length <= BUTTONS_MAX && values.every((each) => valueLabel(each).length <= 24)) {
    return (
      <Options
        label={label}
        hint={hint}
        name={path}
        isOptional={isOptional}
        error={errorAt(props)}
        options={values.map((each) => ({ value: each.name, label: <ValueLabel value={each} /> }))}
        value={value}
        initial={initial}
        onChange={onChange}
      />
    );
  }
  const usual = values.find(({ name }) => name === initial);
  return (
    <Select
      label={label}
      hint={hint}
      isOptional={isOptional}
      error={errorAt(props)}
      name={path}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => {
        onChange(event.target.value === '' ? undefined : event.target.value);
      }}
    >
      {(isOptional || value === undefined) && (
        <option value="">
          {usual === undefined ? 'As Runway chooses' : `${valueLabel(usual)} (default)`}
        </option>
      )}
      {values.map((each) => (
        <option key={each.name} value={each.name}>
          {valueLabel(each)}
        </option>
      ))}
    </Select>
  );
}

/** Largest side of the drawn shape. */
const SIDE = 14;

/** A size or shape has its outline beside it. */
function ValueLabel({ value }: { readonly value: EnumValue }): ReactNode {
  const [, width = '', height = ''] = /^(\d+):(\d+)$/.exec(value.value) ?? [];
  if (width === '') return valueLabel(value);
  const scale = SIDE / Math.max(Number(width), Number(height));
  const size = { width: Number(width) * scale, height: Number(height) * scale };
  return (
    <span className="shape-label">
      <svg width={16} height={16} viewBox="0 0 16 16" aria-hidden="true">
        <rect
          {...size}
          x={(16 - size.width) / 2}
          y={(16 - size.height) / 2}
          rx={1.5}
          fill="none"
          stroke="currentColor"
          strokeWidth={1.5}
        />
      </svg>
      {valueLabel(value)}
    </span>
  );
}
