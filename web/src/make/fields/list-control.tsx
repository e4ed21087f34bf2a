import type { ReactNode } from 'react';
import { Button, IconButton } from '../../design/button.js';
import { Icon } from '../../design/icon.js';
import { startOf, type FormValue } from '../form-value.js';
import { errorAt, type FieldProps } from './field-props.js';
import { NestedField } from './nested-field.js';

/** Entries of one type, as many as fit. */
export function ListControl(props: FieldProps<'list'>): ReactNode {
  const { label, hint, isOptional, type, path, problems, onChange } = props;
  const items = Array.isArray(props.value) ? (props.value as readonly FormValue[]) : [];
  const error = errorAt(props);
  const isSingle = type.max === 1;
  return (
    <fieldset className="group">
      <legend className="field-label">
        <span>{label}</span>
        <span className="field-optional">
          {isOptional && 'Optional · '}
          {isSingle ? 'one' : `up to ${String(type.max)}`}
        </span>
      </legend>
      {hint !== '' && <p className="field-hint">{hint}</p>}
      {items.map((item, index) => (
        // Entries have no identity of their own: their place tells them apart.
        <div className="list-entry" key={index}>
          <div className="list-entry-fields">
            <NestedField
              label={isSingle ? label : `${label} ${String(index + 1)}`}
              hint=""
              isOptional={false}
              type={type.item}
              value={item}
              initial={undefined}
              path={`${path}.${String(index)}`}
              problems={problems}
              onChange={(own) => {
                onChange(items.map((each, at) => (at === index ? own : each)));
              }}
            />
          </div>
          {items.length > (isOptional ? 0 : Math.max(type.min ?? 1, 1)) && (
            <IconButton
              label={`Remove ${label.toLowerCase()} ${String(index + 1)}`}
              onClick={() => {
                onChange(items.filter((_item, at) => at !== index));
              }}
            >
              <Icon name="close" size={16} />
            </IconButton>
          )}
        </div>
      ))}
      {items.length < type.max && (
        <Button
          className="list-add"
          onClick={() => {
            onChange([...items, startOf(type.item)]);
          }}
        >
          <Icon name="plus" size={16} />
          Add {items.length === 0 ? '' : 'another'}
          <span className="visually-hidden"> to {label.toLowerCase()}</span>
        </Button>
      )}
      {error !== undefined && <div className="field-error">{error}</div>}
    </fieldset>
  );
}
