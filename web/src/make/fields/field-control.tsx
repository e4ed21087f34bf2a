import type { ReactNode } from 'react';
import type { FieldType } from '../form-types.js';
import { BooleanControl } from './boolean-control.js';
import { ChoiceControl } from './choice-control.js';
import './fields.css';
import { EnumControl } from './enum-control.js';
import type { FieldProps } from './field-props.js';
import { ListControl } from './list-control.js';
import { MediaControl } from './media-control.js';
import { NumberControl } from './number-control.js';
import { ObjectControl } from './object-control.js';
import { TextControl } from './text-control.js';

type Props<Of extends FieldType['kind']> = FieldProps<Of>;

/** The control for a field of any kind. */
export function FieldControl(props: FieldProps): ReactNode {
  switch (props.type.kind) {
    case 'text':
      return <TextControl {...(props as Props<'text'>)} />;
    case 'number':
      return <NumberControl {...(props as Props<'number'>)} />;
    case 'boolean':
      return <BooleanControl {...(props as Props<'boolean'>)} />;
    case 'enum':
      return <EnumControl {...(props as Props<'enum'>)} />;
    case 'media':
      return <MediaControl {...(props as Props<'media'>)} />;
    case 'list':
      return <ListControl {...(props as Props<'list'>)} />;
    case 'choice':
      return <ChoiceControl {...(props as Props<'choice'>)} />;
    case 'object':
      return <ObjectControl {...(props as Props<'object'>)} />;
    case 'mark':
      return null;
  }
}
