import type { SizeBound, SizeBounds } from '../../domain/input/size-bounds.js';

/** Bounds of input fields, by the prototype that declares the field, and its name. */
const shownBounds = new Map<object, Map<string | symbol, SizeBounds>>();

/** Shows a rule's bound to the document check, which refuses larger values before they are coerced. */
export function shown(
  kind: keyof SizeBounds,
  bound: SizeBound,
  rule: PropertyDecorator,
): PropertyDecorator {
  return (target, property) => {
    rule(target, property);
    const ofTarget = shownBounds.get(target) ?? new Map<string | symbol, SizeBounds>();
    shownBounds.set(target, ofTarget);
    ofTarget.set(property, { ...ofTarget.get(property), [kind]: bound });
  };
}

/** The bounds of a field that this very prototype declares. */
export function boundsOf(prototype: object, field: string): SizeBounds | undefined {
  return shownBounds.get(prototype)?.get(field);
}
