import { createContext, useContext, type ReactNode } from 'react';
import type { FieldProps } from './field-props.js';

/** Draws a field within a field: it knows all controls, which so need not know each other. */
export const NestedControl = createContext<((props: FieldProps) => ReactNode) | undefined>(
  undefined,
);

/** A field inside a group, a list or a choice. */
export function NestedField(props: FieldProps): ReactNode {
  const draw = useContext(NestedControl);
  if (draw === undefined) throw new Error('There is no control for nested fields here.');
  return draw(props);
}
