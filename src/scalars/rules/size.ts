import { Extensions } from 'type-graphql';
import type { SizeBound, SizeBounds } from '../../domain/input/size-bounds.js';

/** Shows a rule's bound to the document check, which refuses larger values before they are coerced. */
export function shown(
  kind: keyof SizeBounds,
  bound: SizeBound,
  rule: PropertyDecorator,
): PropertyDecorator {
  const show = Extensions({ [kind]: bound });
  return (target, property) => {
    rule(target, property);
    show(target, property as string);
  };
}
