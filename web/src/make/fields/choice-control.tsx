import type { ReactNode } from 'react';
import { labelOf } from '../field-label.js';
import type { FieldType } from '../form-types.js';
import { startOf, type FormValue } from '../form-value.js';
import { errorAt, type FieldProps } from './field-props.js';
import { NestedField } from './nested-field.js';
import { asObject } from './object-control.js';
import { Options } from './options.js';

/** Exactly one of several: which one, and then its fields. */
export function ChoiceControl(props: FieldProps<'choice'>): ReactNode {
  const { label, hint, isOptional, type, path, problems, onChange } = props;
  const value = asObject(props.value);
  const chosen = type.fields.find(({ name }) => value[name] !== undefined);
  const choose = (name: string | undefined): void => {
    const next = type.fields.find((field) => field.name === name);
    onChange(next === undefined ? undefined : { [next.name]: chosenStart(next.type) });
  };
  return (
    <div className="group">
      <Options
        label={label}
        hint={hint}
        name={path}
        isOptional={isOptional}
        error={errorAt(props)}
        options={type.fields.map(({ name }) => ({ value: name, label: labelOf(name) }))}
        value={chosen?.name}
        onChange={choose}
      />
      {chosen !== undefined && (
        <div className="choice-body">
          <NestedField
            label={labelOf(chosen.name)}
            hint={chosen.description}
            isOptional={false}
            type={chosen.type}
            value={value[chosen.name]}
            initial={chosen.initial}
            path={`${path}.${chosen.name}`}
            problems={problems}
            onChange={(own) => {
              onChange({ [chosen.name]: own ?? chosenStart(chosen.type) });
            }}
          />
        </div>
      )}
    </div>
  );
}

/** A chosen member has a value, if only an empty one: so it is known to be chosen. */
function chosenStart(type: FieldType): FormValue {
  return startOf(type) ?? (type.kind === 'boolean' ? false : '');
}
