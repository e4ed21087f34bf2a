import type { ReactNode } from 'react';
import { labelOf } from '../field-label.js';
import type { FormField } from '../form-types.js';
import { withField, type FormObject, type FormValue } from '../form-value.js';
import { problemsAt, type FormProblem } from '../form-problems.js';
import type { FieldProps } from './field-props.js';
import { NestedField } from './nested-field.js';

/** Several fields under one name. */
export function ObjectControl(props: FieldProps<'object'>): ReactNode {
  const { label, hint, isOptional, type, path, problems, onChange } = props;
  return (
    <fieldset className="group">
      <legend className="field-label">
        <span>{label}</span>
        {isOptional && <span className="field-optional">Optional</span>}
      </legend>
      {hint !== '' && <p className="field-hint">{hint}</p>}
      <Fields
        fields={filesFirst(type.fields)}
        value={asObject(props.value)}
        path={path}
        problems={problems}
        onChange={onChange}
      />
    </fieldset>
  );
}

export interface FieldsProps {
  readonly fields: readonly FormField[];
  readonly value: FormObject;
  readonly path: string;
  readonly problems: readonly FormProblem[];
  readonly onChange: (value: FormObject) => void;
}

/** The fields of an object, one below the other. */
export function Fields({ fields, value, path, problems, onChange }: FieldsProps): ReactNode {
  return fields.map((field) => {
    const place = `${path}.${field.name}`;
    return (
      <NestedField
        key={field.name}
        label={labelOf(field.name)}
        hint={isPlain(field) ? '' : field.description}
        isOptional={field.required !== true}
        type={field.type}
        value={value[field.name]}
        initial={field.initial}
        path={place}
        problems={problemsAt(problems, place)}
        onChange={(own) => {
          onChange(withField(value, field, own));
        }}
      />
    );
  });
}

/** What a person has before anything else is decided. */
function filesFirst(fields: readonly FormField[]): readonly FormField[] {
  const isFile = ({ type }: FormField): boolean => type.kind === 'media';
  return [...fields.filter(isFile), ...fields.filter((field) => !isFile(field))];
}

/** A description that says no more than the control itself. */
function isPlain({ description }: FormField): boolean {
  return ['The file.', 'A video.', 'The value.'].includes(description);
}

export function asObject(value: FormValue): FormObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as FormObject)
    : {};
}
