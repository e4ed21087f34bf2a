import { useId, type ReactNode } from 'react';
import { TextArea, TextField } from '../../design/field.js';
import { useNames } from '../use-names.js';
import { errorAt, type FieldProps } from './field-props.js';

/** A text that may be longer gets several lines. */
const LINE_MAX = 120;

export function TextControl(props: FieldProps<'text'>): ReactNode {
  const { label, hint, isOptional, type, value, path, onChange } = props;
  const text = typeof value === 'string' ? value : '';
  const names = useNames(path);
  const listId = useId();
  const common = { label, isOptional, error: errorAt(props), value: text, name: path };
  const isLong = type.pattern === undefined && (type.max ?? Infinity) > LINE_MAX;
  if (isLong) {
    return (
      <TextArea
        {...common}
        hint={<Words hint={hint} length={text.length} max={type.max} />}
        rows={3}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
    );
  }
  return (
    <>
      <TextField
        {...common}
        hint={<Words hint={hint} length={text.length} max={type.max} />}
        list={names.length > 0 ? listId : undefined}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      {names.length > 0 && (
        <datalist id={listId}>
          {names.map(({ id, name }) => (
            <option key={id} value={id} label={name} />
          ))}
        </datalist>
      )}
    </>
  );
}

/** The words of a field, and how much of its room is used. */
function Words({
  hint,
  length,
  max,
}: {
  readonly hint: string;
  readonly length: number;
  readonly max: number | undefined;
}): ReactNode {
  return (
    <span className="field-words">
      <span>{hint}</span>
      {max !== undefined && (
        <span className="numeric">
          {length.toLocaleString('en')} / {max.toLocaleString('en')}
        </span>
      )}
    </span>
  );
}
